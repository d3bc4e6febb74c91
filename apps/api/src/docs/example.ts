import type { EvaluateRequest } from "@evenhand/domain";

/**
 * Two persons of one team, 4 and 3 of its 40 base points, and a loss of 12,000.00: the case that the documentation shows.
 * P1 pays 1,000.00 in July and 200.00 in August, P2 750.00 and 150.00.
 */
export const EXAMPLE_A: { readonly policy: string; readonly request: EvaluateRequest } = {
  policy: "complaint-fines",
  request: {
    case: {
      reference: "C-2026-0706",
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
          memberOf: "cutting",
          facts: {
            function: "production",
            unit: "cutting",
            responsible: true,
            basePoints: 4,
            unitBasePoints: 40,
            monthlyBonus: 200_000,
          },
        },
        {
          id: "P2",
          kind: "person",
          memberOf: "cutting",
          facts: {
            function: "production",
            unit: "cutting",
            responsible: true,
            basePoints: 3,
            unitBasePoints: 40,
            monthlyBonus: 150_000,
          },
        },
      ],
    },
  },
};
