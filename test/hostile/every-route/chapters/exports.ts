import type { Visiting } from "../visit.ts";
import { named } from "./payroll.ts";

/** What is taken away: tables and pages. */
export async function exports(visit: Visiting): Promise<void> {
  for (const as of ["handler", "auditor"]) {
    await visit("GET /v1/exports/payroll", { as, query: "month=2026-07&lines=people&currency=CNY" });
    await visit("GET /v1/exports/announcement", { as, query: "month=2026-07&format=html&lang=zh" });
    await visit("GET /v1/exports/statistics", { as, query: "month=2026-07&format=csv" });
    const id = as === "auditor" ? ((await named(visit, as))[0] ?? "") : "P5";
    for (const query of ["format=html&lang=zh", "format=csv&part=months"])
      await visit("GET /v1/people/{id}/statement", { as, params: { id }, query });
  }
  for (const name of ["payroll", "announcement", "statistics"])
    await visit(`GET /v1/exports/${name}`, { as: "handler", query: "month=2026-08&format=xlsx" });
  await visit("GET /v1/people/{id}/statement", { as: "handler", params: { id: "P5" }, query: "format=xlsx" });
  const { decisions } = (await visit("GET /v1/decisions", { as: "handler", query: "party=P5" })) as {
    readonly decisions: readonly { readonly id: string }[];
  };
  const params = { id: decisions[0]?.id ?? "" };
  await visit("GET /v1/decisions/{id}/notice", { as: "handler", params, query: "party=P5&lang=en" });
}
