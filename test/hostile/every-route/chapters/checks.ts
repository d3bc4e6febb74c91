import { setTimeout as sleep } from "node:timers/promises";
import { startCheck } from "@evenhand/service";
import { given } from "../../../policies/scene.ts";
import type { Visiting } from "../visit.ts";
import type { World } from "../world.ts";
import { isOver } from "./runs.ts";

/** A version is probed and something of it proved, followed and taken away; another check is called off. */
export async function checks(visit: Visiting, world: World): Promise<void> {
  const as = "author";
  const subject = { version: 2 };
  const body = { policy: "complaint-fines", subject, proofs: [{ kind: "cap", boundRate: 0.5 }], seconds: 60 };
  const params = { id: String((await visit("POST /v1/checks", { as, body }))["id"]) };
  await visit("GET /v1/checks/{id}/events", { as: "approver", params });
  while (!isOver(await visit("GET /v1/checks/{id}", { as: "auditor", params }))) await sleep(50);
  await visit("GET /v1/checks", { as, query: "policy=complaint-fines" });
  await visit("GET /v1/checks/{id}/certificates/{number}", { as, params: { ...params, number: "1" } });
  await visit("GET /v1/checks/{id}/report", { as, params, query: "lang=zh" });
  // Nobody is told of this one, so that nobody works on it.
  const asked = {
    actor: { kind: "system", id: "test" } as const,
    body: { policy: "complaint-fines", subject },
  };
  const waiting = given(await startCheck(world.service.context, asked));
  await visit("POST /v1/checks/{id}/cancel", { as, params: { id: waiting.id } });
}
