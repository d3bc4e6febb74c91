import { onCleanup } from "solid-js";
import type { LiveOrder, LiveReport } from "./protocol.ts";

/** The worker behind a draft. It remembers what it was told last of each kind, so that it can begin anew. */
export function createWorker(given: {
  readonly report: (report: LiveReport) => void;
  /** It does not answer any more. */
  readonly broke: (error: unknown) => void;
}): { readonly order: (order: LiveOrder) => void; readonly restart: () => void } {
  const orders = new Map<LiveOrder["kind"], LiveOrder>();
  const start = (): Worker => {
    const worker = new Worker(new URL("live.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<LiveReport>) => given.report(data));
    worker.addEventListener("error", ({ message }) => given.broke(new Error(message)));
    worker.addEventListener("messageerror", () => given.broke(new Error("an answer could not be read")));
    return worker;
  };
  let worker = start();
  onCleanup(() => worker.terminate());
  return {
    order: (order) => {
      orders.set(order.kind, order);
      worker.postMessage(order);
    },
    restart: () => {
      worker.terminate();
      worker = start();
      for (const order of orders.values()) worker.postMessage(order);
    },
  };
}
