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
}
