// A process that works on jobs which count, until it is killed or nothing is left.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { jobRunner, rulebookOfStore } from "@evenhand/service";
import { type StorePlace, openStore } from "@evenhand/store";
import { counting } from "./counting.ts";

/** What the process is told. */
export type CountingOrder = {
  readonly place: StorePlace;
  readonly kind: string;
  readonly stepMs: number;
  readonly silentMs: number;
};

const { place, kind, stepMs, silentMs } = JSON.parse(process.argv[2] ?? "{}") as CountingOrder;
const store = await openStore(place);
const context = {
  store,
  rulebook: rulebookOfStore(store),
  now: () => Date.now(),
  random: (bytes: number) => randomBytes(bytes),
  alarm: (message: string) => process.stderr.write(`${message}\n`),
};
const runner = jobRunner(() => context, {
  kinds: [counting(kind, { by: String(process.pid), before: async () => pause(stepMs) })],
  silentMs,
  pause: async () => undefined,
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
});
runner.wake();
await runner.idle();
await store.close();
