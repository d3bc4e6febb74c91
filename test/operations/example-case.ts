import type { Case } from "@evenhand/domain";

/** Goods not to specification: P1 is charged 1,200.00 in two months. */
export function exampleCase(reference: string): Case {
  return {
    reference,
    facts: {
      complaintKind: "spec-mismatch",
      lossAmount: 1_200_000,
      receivedOn: "2026-07-06",
      decidedOn: "2026-07-10",
    },
    parties: [
      {
        id: "P1",
        kind: "person",
        facts: {
          function: "production",
          unit: "cutting",
          responsible: true,
          basePoints: 4,
          unitBasePoints: 40,
          monthlyBonus: 200_000,
        },
      },
    ],
  };
}
