import { finesCase } from "../fines.ts";
import type { Visiting } from "../visit.ts";

/** What anybody may read, and the policies in use. */
export async function rules(visit: Visiting): Promise<void> {
  for (const operation of ["GET /healthz", "GET /readyz", "GET /openapi.json", "GET /v1/problems"])
    await visit(operation, { as: "nobody" });
  await visit("GET /v1/schemas/policy.json", { as: "nobody" });
  await visit("GET /problems/{code}", { as: "nobody", params: { code: "missing-fact" } });
  const fines = { id: "complaint-fines", version: "2" };
  for (const as of ["handler", "evaluate"]) {
    await visit("GET /v1/policies", { as });
    await visit("GET /v1/policies/{id}", { as, params: fines });
  }
  await visit("GET /v1/policies/{id}/versions", { as: "author", params: fines });
  for (const part of ["", "/document", "/requirements"])
    await visit(`GET /v1/policies/{id}/versions/{version}${part}`, { as: "auditor", params: fines });
  for (const query of ["lang=zh", "lang=en"])
    await visit("GET /v1/policies/{id}/versions/{version}/reading", { as: "approver", params: fines, query });
  await visit("GET /v1/policies/{id}/requirements", { as: "decide", params: fines, query: "version=1" });
  const body = finesCase("C-0", ["P1", "P2"]);
  for (const as of ["handler", "evaluate"])
    await visit("POST /v1/policies/{id}/evaluate", { as, params: fines, body });
  await ground(visit);
}

/** What policies stand on, and a year taken into the calendar that they count by. */
async function ground(visit: Visiting): Promise<void> {
  await visit("GET /v1/guards", { as: "auditor" });
  const { calendars } = await visit("GET /v1/calendars", { as: "author" });
  const [inUse] = calendars as readonly { readonly hash: string }[];
  const year = { year: 2027, holidays: ["2027-01-01"], makeUpDays: ["2027-01-03"], source: "a notice" };
  const params = { id: "cn" };
  const body = { ...year, upon: inUse?.hash };
  await visit("POST /v1/calendars/{id}/years", { as: "approver", params, body });
  await visit("GET /v1/calendars/{id}/versions", { as: "handler", params });
}
