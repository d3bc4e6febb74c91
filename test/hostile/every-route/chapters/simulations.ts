import { setTimeout as sleep } from "node:timers/promises";
import { beginSimulation } from "@evenhand/service";
import { given } from "../../../policies/scene.ts";
import type { Json, Visiting } from "../visit.ts";
import type { World } from "../world.ts";
import { withCap } from "./drafts.ts";
import { isOver } from "./runs.ts";

/** A version held against the one before over what was decided, a draft that nobody hands in, and one called off. */
export async function simulations(visit: Visiting, world: World): Promise<void> {
  const as = "author";
  const body = { policy: "complaint-fines", baseline: 1, candidate: { version: 2 }, groups: ["unit"] };
  await visit("POST /v1/simulations/estimate", { as, body });
  const params = { id: String((await visit("POST /v1/simulations", { as, body }))["id"]) };
  await visit("GET /v1/simulations/{id}/events", { as: "approver", params });
  while (!isOver(await visit("GET /v1/simulations/{id}", { as: "auditor", params }))) await sleep(20);
  const query = "limit=2&direction=lower";
  await visit("GET /v1/simulations/{id}/changes", { as, params, query });
  await visit("GET /v1/simulations/{id}/documents/{side}", { as, params: { ...params, side: "baseline" } });
  await visit("GET /v1/simulations/{id}/export", { as, params, query: "format=csv&lang=zh" });
  await visit("GET /v1/simulations", { as, query: "policy=complaint-fines" });
  await pinned(visit);
  // Nobody is told of this one, so that nobody works on it.
  const asked = { actor: { kind: "system", id: "test" } as const, body };
  const waiting = given(await beginSimulation(world.service.context, asked));
  await visit("POST /v1/simulations/{id}/cancel", { as, params: { id: waiting.id } });
}

/** A draft is simulated in full, looked into, handed in, and its simulation noted. */
async function pinned(visit: Visiting): Promise<void> {
  const as = "author";
  const draft = await visit("POST /v1/drafts", { as, body: { policy: "complaint-fines" } });
  const id = String(draft["id"]);
  const document = withCap(draft["document"] as Json, 0.01);
  const headers = { "If-Match": '"1"' };
  await visit("PUT /v1/drafts/{id}", {
    as,
    params: { id },
    headers,
    body: { label: "a cap of 1 %", document },
  });
  const body = { policy: "complaint-fines", candidate: { draft: id } };
  const params = { id: String((await visit("POST /v1/simulations", { as, body }))["id"]) };
  while (!isOver(await visit("GET /v1/simulations/{id}", { as, params }))) await sleep(20);
  const { changes } = (await visit("GET /v1/simulations/{id}/changes", { as, params })) as {
    readonly changes: readonly Json[];
  };
  const one = String(changes[0]?.["id"]);
  await visit("GET /v1/simulations/{id}/changes/{case}", { as, params: { ...params, case: one } });
  await visit("POST /v1/drafts/{id}/submit", { as, params: { id }, headers: { "If-Match": '"2"' } });
  await visit("POST /v1/simulations/{id}/pin", { as, params });
}
