import { decisionOn } from "../fines.ts";
import type { Visiting } from "../visit.ts";

/** Payroll months, somebody who leaves, and what each of them comes to. */
export async function payroll(visit: Visiting): Promise<void> {
  await visit("POST /v1/decisions", { as: "handler", body: decisionOn("C-5", ["P5", "P6"]) });
  const everybody = await named(visit, "handler");
  for (const as of ["handler", "auditor", "payroll:read"])
    await visit("GET /v1/payroll/{month}", { as, params: { month: "2026-07" } });
  await visit("POST /v1/payroll/{month}/close", {
    as: "payroll:write",
    params: { month: "2026-07" },
    headers: { "Idempotency-Key": "july" },
    body: { bonuses: [...everybody, "P9"].map((person) => ({ person, bonusMinor: 180_000 })) },
  });
  await visit("POST /v1/payroll/{month}/restatements", {
    as: "handler",
    params: { month: "2026-07" },
    body: { person: "P5", bonusMinor: 100_000, reason: "hours corrected" },
  });
  await visit("POST /v1/people/{id}/leave", {
    as: "handler",
    params: { id: "P6" },
    body: { lastMonth: "2026-08", bonusMinor: 10_000 },
  });
  for (const id of ["P5", "P6"]) await visit("GET /v1/people/{id}/ledger", { as: "handler", params: { id } });
  const [masked = ""] = await named(visit, "auditor");
  await visit("GET /v1/people/{id}/ledger", { as: "auditor", params: { id: masked } });
}

/** Everybody whom a decision names, as somebody is shown them. */
export async function named(visit: Visiting, as: string): Promise<readonly string[]> {
  const { decisions } = (await visit("GET /v1/decisions", { as, query: "limit=200" })) as {
    readonly decisions: readonly { readonly parties: readonly { readonly party: string }[] }[];
  };
  return [...new Set(decisions.flatMap(({ parties }) => parties.map(({ party }) => party)))];
}
