import type { Case } from "@evenhand/domain";
import type { TestService } from "../auth/service.ts";

/**
 * Keeps past cases of complaint-fines: one person each, whose complaint was traced to them, and a loss that rises by 1,000.00
 * from case to case. Every fourth has a fault of moderate seriousness, which costs 30% of a bonus of 2,000.00.
 */
export async function keepCases(service: TestService, count: number): Promise<void> {
  const { key } = await service.key(["cases:write"]);
  for (let number = 1; number <= count; number += 1) {
    const { status, text } = await service.send("/v1/cases", {
      method: "POST",
      key,
      headers: { "Idempotency-Key": `case-${number}` },
      body: { policy: "complaint-fines", case: caseOf(number) },
    });
    if (status !== 201) throw new Error(`a case was not kept: ${status} ${text}`);
  }
}

function caseOf(number: number): Case {
  const month = String(7 + (number % 3)).padStart(2, "0");
  return {
    reference: `C-${number}`,
    facts: {
      complaintKind: "spec-mismatch",
      lossAmount: number * 100_000,
      receivedOn: `2026-${month}-06`,
      decidedOn: `2026-${month}-10`,
    },
    parties: [
      {
        id: `E${1_000 + number}`,
        kind: "person",
        memberOf: "cutting",
        facts: {
          function: "production",
          unit: "cutting",
          responsible: true,
          basePoints: 4,
          unitBasePoints: 40,
          monthlyBonus: 200_000,
          ...(number % 4 === 0 ? { seriousness: "moderate", faults: ["ticket-or-sample-error"] } : {}),
        },
      },
    ],
  };
}
