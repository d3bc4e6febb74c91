import { setTimeout as sleep } from "node:timers/promises";
import { finesCase } from "../fines.ts";
import type { Json, Visiting } from "../visit.ts";

/** Past cases, one by one and from a table. */
export async function cases(visit: Visiting): Promise<void> {
  const body = { policy: "complaint-fines", ...finesCase("C-90", ["P90", "P91"]) };
  const headers = { "Idempotency-Key": "case" };
  const kept = await visit("POST /v1/cases", { as: "cases:write", headers, body });
  await visit("POST /v1/cases", { as: "handler", body });
  for (const as of ["handler", "auditor"]) {
    await visit("GET /v1/cases", { as, query: "policy=complaint-fines&limit=1" });
    await visit("GET /v1/cases/{id}", { as, params: { id: String(kept["id"]) } });
  }
  await visit("GET /v1/cases", { as: "handler", query: "reference=C-90&from=2026-07-01&until=2026-07-31" });
  for (const as of ["author", "auditor"]) {
    const params = { id: "complaint-fines" };
    await visit("GET /v1/policies/{id}/recent-cases", { as, params, query: "limit=2" });
    const query = `case=${String(kept["id"])}`;
    await visit("GET /v1/policies/{id}/recent-cases", { as, params, query });
  }
  await imports(visit);
  await sample(visit);
}

/** The made-up company comes and goes. */
async function sample(visit: Visiting): Promise<void> {
  await visit("GET /v1/sample", { as: "auditor" });
  await visit("POST /v1/sample", { as: "author" });
  await visit("DELETE /v1/sample", { as: "author" });
}

/** The second of its rows does not fit. */
const TABLE = `reference,complaintKind,receivedOn,lossAmount,party.id,unit,responsible,basePoints,unitBasePoints
C-91,spec-mismatch,2026-07-06,1200.00,P92,cutting,yes,4,40
C-92,spec-mismatch,2026-07-06,much,P92,cutting,yes,4,40
`;

async function imports(visit: Visiting): Promise<void> {
  const file = { type: "text/csv", bytes: new TextEncoder().encode(TABLE) };
  for (const dryRun of ["yes", "no"]) {
    const begun = await visit("POST /v1/imports", {
      as: "cases:write",
      headers: { "Idempotency-Key": `import-${dryRun}` },
      query: `policy=complaint-fines&dryRun=${dryRun}&fileName=july.csv`,
      file,
    });
    await ended(visit, begun);
    const params = { id: String(begun["id"]) };
    await visit("GET /v1/imports/{id}", { as: "handler", params, query: "limit=1" });
    for (const query of ["format=csv&lang=zh", "format=xlsx"])
      await visit("GET /v1/imports/{id}/findings", { as: "handler", params, query });
  }
  await visit("GET /v1/imports", { as: "handler", query: "limit=1" });
}

/** Its rows are read in the background. */
async function ended(visit: Visiting, { id }: Json): Promise<void> {
  for (;;) {
    const { state } = await visit("GET /v1/imports/{id}", { as: "handler", params: { id: String(id) } });
    if (state !== "running") return;
    await sleep(20);
  }
}
