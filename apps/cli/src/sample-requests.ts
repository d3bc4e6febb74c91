import type { EvaluateRequest } from "@evenhand/domain";

/** P1 with 4 of 40 base points and a loss of 12,000.00, received in July 2026: 1,200.00 over two months. */
export const DECIDED: EvaluateRequest = {
  case: {
    reference: "C-1",
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
        facts: { responsible: true, basePoints: 4, unitBasePoints: 40, monthlyBonus: 200_000 },
      },
    ],
  },
};

/** Under fair-attribution: P1 would decide a case of their own. */
export const REFUSED: EvaluateRequest = {
  case: {
    reference: "C-2",
    facts: { cause: "staff", reason: "loss", cost: 100_000, decidedOn: "2026-07-10", decidedBy: "P1" },
    parties: [{ id: "P1", kind: "person", facts: { causedError: true } }],
  },
};
