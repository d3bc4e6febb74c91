import { setTimeout as sleep } from "node:timers/promises";
import { startFairness } from "@evenhand/service";
import { given } from "../../../policies/scene.ts";
import type { Visiting } from "../visit.ts";
import type { World } from "../world.ts";
import { isOver } from "./runs.ts";

/** Decisions are reviewed for fairness by one fact, looked into and taken away; another review is called off. */
export async function fairness(visit: Visiting, world: World): Promise<void> {
  const as = "auditor";
  const body = { policy: "complaint-fines", groups: ["unit"] };
  const params = { id: String((await visit("POST /v1/fairness", { as, body }))["id"]) };
  await visit("GET /v1/fairness/{id}/events", { as: "handler", params });
  while (!isOver(await visit("GET /v1/fairness/{id}", { as, params }))) await sleep(20);
  await visit("GET /v1/fairness", { as, query: "policy=complaint-fines" });
  await visit("GET /v1/fairness/{id}/cases", { as, params, query: "limit=2" });
  await visit("GET /v1/fairness/{id}/export", { as, params, query: "format=csv&lang=zh" });
  // Nobody is told of this one, so that nobody works on it.
  const asked = { actor: { kind: "system", id: "test" } as const, body };
  const waiting = given(await startFairness(world.service.context, asked));
  await visit("POST /v1/fairness/{id}/cancel", { as, params: { id: waiting.id } });
}
