import { setTimeout as sleep } from "node:timers/promises";
import type { CheckKept, CheckView } from "@evenhand/service";
import type { Answer } from "../auth/service.ts";

export const POLICY = "complaint-fines";

/** A check that has found something. */
export type Found = Omit<CheckView, "result"> & { readonly result: CheckKept };

/** A check once it is over. */
export async function waited(ask: (path: string) => Promise<Answer>, id: string): Promise<Found> {
  for (;;) {
    const { body } = await ask(`/v1/checks/${id}`);
    if (body["state"] !== "queued" && body["state"] !== "running") return body as unknown as Found;
    await sleep(50);
  }
}
