// A thread that works on jobs, with the database opened for itself, so that whoever asks the service for something
// does not wait for them.
import { randomBytes } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { jobRunner, rulebookOfStore } from "@evenhand/service";
import { openStore } from "@evenhand/store";
import { IN_THIS_THREAD } from "./outside.ts";
import type { FromThread, ThreadTask, ToThread } from "./thread-talk.ts";

const port = parentPort;
if (!port) throw new Error("this is begun by `jobThreads`, and not by itself");
const say = (what: FromThread): void => port.postMessage(what);

// INVARIANT: `jobThreads` begins this with nothing else.
const { database } = workerData as ThreadTask;
const now = (): number => Date.now();
const store = await openStore(database, { now });
const context = {
  store,
  rulebook: rulebookOfStore(store, { elapsed: () => performance.now() }),
  now,
  random: (bytes: number) => randomBytes(bytes),
  alarm: (message: string, details: Readonly<Record<string, unknown>>) =>
    say({ kind: "alarm", message, details }),
};
const runner = jobRunner(() => context, IN_THIS_THREAD);

port.on("message", (told: ToThread) => {
  switch (told) {
    case "wake":
      runner.wake();
      void runner.idle().then(() => say({ kind: "idle" }));
      return;
    case "stop":
      // Without the port, nothing keeps the thread.
      void runner
        .stop()
        .then(() => store.close())
        .finally(() => port.close());
  }
});
