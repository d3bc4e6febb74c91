import { setTimeout as sleep } from "node:timers/promises";
import { decisionOn } from "../fines.ts";
import type { Json, Visiting } from "../visit.ts";

/** Receipts, proofs and replays, somebody unmasked, and somebody erased. */
export async function evidence(visit: Visiting): Promise<void> {
  const as = "auditor";
  const { decisions } = (await visit("GET /v1/decisions", { as, query: "limit=1" })) as {
    readonly decisions: readonly Json[];
  };
  const params = { id: String(decisions[0]?.["id"]) };
  for (const sender of ["handler", as]) await visit("GET /v1/decisions/{id}/receipt", { as: sender, params });
  const { events } = (await visit("GET /v1/audit-events", { as, query: "limit=1" })) as {
    readonly events: readonly Json[];
  };
  await visit("GET /v1/audit-events/{id}/receipt", { as, params: { id: String(events[0]?.["id"]) } });
  await visit("GET /v1/log/checkpoint", { as });
  for (const query of ["since=1", "since=2&leaves=yes"]) await visit("GET /v1/log/bundle", { as, query });
  for (const name of ["key", "verify.mjs"]) await visit(`GET /v1/log/${name}`, { as: "nobody" });
  await visit("GET /v1/decisions/{id}/replay", { as, params });
  await replays(visit, params.id);
  await visit("POST /v1/decisions/{id}/unmask", { as, params, body: { reason: "a complaint of theirs" } });
  await erased(visit);
}

async function replays(visit: Visiting, decision: string): Promise<void> {
  const as = "auditor";
  for (const body of [{}, { decisions: [decision] }]) {
    const begun = await visit("POST /v1/replays", { as, body });
    const params = { id: String(begun["id"]) };
    while (!isOver(await visit("GET /v1/replays/{id}", { as, params, query: "limit=2" }))) await sleep(20);
    await visit("GET /v1/replays/{id}", { as, params, query: "verdict=identical" });
    await visit("GET /v1/replays/{id}/events", { as, params });
  }
  await visit("GET /v1/replays", { as });
  const other = await visit("POST /v1/replays", { as, body: {} });
  await visit("POST /v1/replays/{id}/cancel", { as, params: { id: String(other["id"]) } });
}

function isOver({ state }: Json): boolean {
  return state !== "queued" && state !== "running";
}

/** Somebody of whom nothing is left to be taken. */
async function erased(visit: Visiting): Promise<void> {
  const decision = await visit("POST /v1/decisions", { as: "handler", body: decisionOn("C-99", ["P99"]) });
  await visit("POST /v1/decisions/{id}/reverse", {
    as: "handler",
    params: { id: String(decision["id"]) },
    body: { reason: "it was nobody" },
  });
  await visit("POST /v1/people/{id}/erase", {
    as: "admin",
    params: { id: "P99" },
    body: { reason: "asked for" },
  });
  await visit("GET /v1/decisions/{id}", { as: "handler", params: { id: String(decision["id"]) } });
}
