/** Somebody of production who bears a tenth of the base points of the unit, 2,000.00 of bonus a month. */
export function worker(id: string) {
  const facts = {
    function: "production",
    responsible: true,
    basePoints: 4,
    unitBasePoints: 40,
    monthlyBonus: 200_000,
  };
  return { id, kind: "person", facts };
}

/** A case of complaint fines against P1 and P2: 1,200.00 of each. */
export function caseOfTwo(reference = "C-1") {
  return {
    policy: "complaint-fines",
    case: {
      reference,
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 1_200_000,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
      },
      parties: [worker("P1"), worker("P2")],
    },
  };
}
