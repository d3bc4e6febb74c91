import { recordDecision } from "@evenhand/service";
import { type Scene, given } from "../../policies/scene.ts";
import { CAP_MINOR, CHARGE_MINOR, orderOf } from "../order.ts";

const WRITER = { kind: "key", id: "writer", scopes: ["decide"] } as const;

/** So many that a month is full and the next one begins. */
export const MORE_THAN_A_MONTH = CAP_MINOR / CHARGE_MINOR + 4;

/** Records a decision on one person in this process. */
export async function record({ context }: Scene, reference: string): Promise<void> {
  const { key, body } = orderOf(reference, ["E1001"]);
  const request = { method: "POST", path: "/v1/decisions", body };
  given(await recordDecision(context, { actor: WRITER, key, request }));
}

export async function recordMany(scene: Scene, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await record(scene, `C-${number}`);
}
