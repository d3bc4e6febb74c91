import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ServiceContext } from "@evenhand/service";
import { faultOf } from "../http/fault.ts";
import type { FromThread, ThreadTask, ToThread } from "./thread-talk.ts";

/** The threads of this process that work on jobs. */
export type JobThreads = {
  /** A job may wait; to be called again as long as one does. */
  readonly wake: () => void;
  /** Waits until each has left what it works on to others and ended. */
  readonly stop: () => Promise<void>;
};

type Given = ThreadTask & {
  /** How many at most; none means that other processes work on jobs. */
  readonly most: number;
  readonly alarm: ServiceContext["alarm"];
};

/**
 * Begins threads as there is work for them, since most services have none most of the time; one that was begun stays. One
 * that breaks is begun anew with the next call, and its job is gone on with once it has been silent for a while.
 */
export function jobThreads({ most, alarm, ...task }: Given): JobThreads {
  const threads = new Map<Worker, { isBusy: boolean }>();
  let isStopping = false;
  const tell = (worker: Worker, what: ToThread): void => worker.postMessage(what);
  const begin = (): void => {
    const worker = new Worker(new URL("job-thread.ts", import.meta.url), { workerData: task });
    threads.set(worker, { isBusy: true });
    worker.on("message", (said: FromThread) => {
      if (said.kind === "alarm") alarm(said.message, said.details);
      else threads.set(worker, { isBusy: false });
    });
    worker.on("error", (error) => alarm("a worker broke", { fault: faultOf(error) }));
    worker.on("exit", () => threads.delete(worker));
    tell(worker, "wake");
  };
  return {
    wake: () => {
      if (isStopping) return;
      const idle = [...threads].find(([, { isBusy }]) => !isBusy)?.[0];
      if (idle) {
        threads.set(idle, { isBusy: true });
        tell(idle, "wake");
      } else if (threads.size < most) begin();
    },
    stop: async () => {
      isStopping = true;
      await Promise.all(
        [...threads.keys()].map(async (worker) => {
          const ended = once(worker, "exit");
          tell(worker, "stop");
          await ended;
        }),
      );
    },
  };
}
