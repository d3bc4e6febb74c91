export type Facts = Record<string, unknown>;

/** The case of the documentation, which every example spoils in its own way. */
export const SOUND = {
  case: {
    reference: "C-1",
    facts: {
      complaintKind: "spec-mismatch",
      lossAmount: 1_200_000,
      receivedOn: "2026-07-06",
      decidedOn: "2026-07-10",
    } as Facts,
    parties: ["P1", "P2"].map((id) => ({
      id,
      kind: "person",
      facts: {
        unit: "cutting",
        responsible: true,
        basePoints: 4,
        unitBasePoints: 40,
        monthlyBonus: 200_000,
      } as Facts,
    })),
  },
};

/**
 * What is sent to record a decision on such a case: 1,200.00 for each of the people, 1,000.00 of it in July 2026 and the
 * rest in August.
 */
export function soundDecision(
  reference: string,
  people: readonly string[],
): Readonly<Record<string, unknown>> {
  const [party] = SOUND.case.parties;
  return {
    policy: "complaint-fines",
    case: { ...SOUND.case, reference, parties: people.map((id) => ({ ...party, id })) },
  };
}
