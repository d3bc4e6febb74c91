/** A case under complaint-fines that costs each of these people 1,200.00, in July and August 2026. */
export function finesCase(reference: string, people: readonly string[]): { readonly case: object } {
  return {
    case: {
      reference,
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 1_200_000,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
      },
      parties: people.map((id) => ({
        id,
        kind: "person",
        facts: {
          unit: "cutting",
          responsible: true,
          basePoints: 4,
          unitBasePoints: 40,
          monthlyBonus: 200_000,
        },
      })),
      evidence: [{ id: "E1", kind: "photo", supports: people[0], note: "the label says 42" }],
    },
  };
}

/** The same, to be recorded. */
export function decisionOn(reference: string, people: readonly string[]): object {
  return { policy: "complaint-fines", ...finesCase(reference, people) };
}
