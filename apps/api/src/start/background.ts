import { setTimeout as pause } from "node:timers/promises";
import { JOB_KINDS, SILENT_MS, type ServiceContext, sequenceLog } from "@evenhand/service";
import { StoreUnavailable, countPendingLeaves, endSessionsBefore, hasWaitingJob } from "@evenhand/store";
import type { Logger } from "pino";
import { IDLE_MS, SESSION_MS } from "../auth/sign-in.ts";
import { faultOf } from "../http/fault.ts";
import type { Metrics } from "../metrics/metrics.ts";

/** What a process does without being asked. */
export type Background = {
  /** Ends it, after a last turn of what must not be left undone; never fails. To be called while the store is open. */
  readonly stop: () => Promise<void>;
};

/** Something that has to be done again and again. */
export type BackgroundTask = {
  /** As the log and the metrics call it. */
  readonly name: string;
  /** The pause between the end of one turn and the beginning of the next. */
  readonly everyMs: number;
  /** Whether it has a last turn before the process ends. */
  readonly atLast?: boolean;
  readonly run: (context: ServiceContext, metrics: Pick<Metrics, "eventsPlaced">) => Promise<void>;
};

type Given = {
  readonly service: ServiceContext;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, "eventsPlaced" | "backgroundFailed" | "storeFailed">;
  readonly tasks?: readonly BackgroundTask[];
};

/**
 * Begins what a process does by itself: gives places in the log soon after events appear, and removes sessions that are
 * over. Of several processes each does so; the database lets one at a time give places.
 *
 * INVARIANT: of one task there are never two turns at once in a process, and a failed turn ends nothing.
 */
export function startBackground({ tasks = TASKS, ...given }: Given): Background {
  const running = tasks.map((task) => repeatedly(task, given));
  return {
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()));
    },
  };
}

const PLACE_IN_LOG: BackgroundTask = {
  name: "place-in-log",
  everyMs: 250,
  atLast: true,
  run: async (context, { eventsPlaced }) => {
    // Asked first, since a transaction that writes keeps others waiting even where it finds nothing to do.
    if ((await context.store.read(countPendingLeaves)) > 0) await sequenceLog(context, eventsPlaced);
  },
};

/** Whoever comes with such a session is not let in; this only keeps them from piling up. */
const END_SESSIONS: BackgroundTask = {
  name: "end-sessions",
  everyMs: 60 * 60 * 1000,
  run: async ({ store, now }) => {
    await store.write((tx) =>
      endSessionsBefore(tx, { startedAt: now() - SESSION_MS, seenAt: now() - IDLE_MS }),
    );
  },
};

/** Jobs that other processes put in line, and those whose worker is gone. */
export function findJobs(wake: () => void): BackgroundTask {
  const kinds = JOB_KINDS.map(({ name }) => name);
  return {
    name: "find-jobs",
    everyMs: 1_000,
    run: async ({ store, now }) => {
      if (await store.read((db) => hasWaitingJob(db, { kinds, silentSince: now() - SILENT_MS }))) wake();
    },
  };
}

export const TASKS: readonly BackgroundTask[] = [PLACE_IN_LOG, END_SESSIONS];

const FIRST_BACK_OFF_MS = 500;
const MOST_BACK_OFF_MS = 10_000;

function repeatedly(task: BackgroundTask, given: Omit<Given, "tasks">): Background {
  const stopping = new AbortController();
  const turns = (async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = (await turn(task, given, failures)) ? 0 : failures + 1;
      await rest(failures === 0 ? task.everyMs : backOffMs(failures), stopping.signal);
    }
    if (task.atLast === true) await turn(task, given, failures);
  })();
  return {
    stop: async () => {
      stopping.abort();
      await turns;
    },
  };
}

/** One turn; whether it succeeded. What it fails with is told without its message, which may quote a case. */
async function turn(
  { name, run }: BackgroundTask,
  { service, log, metrics }: Omit<Given, "tasks">,
  failures: number,
): Promise<boolean> {
  try {
    await run(service, metrics);
    if (failures > 0) log.info({ task: name, failures }, "a background task works again");
    return true;
  } catch (error) {
    metrics.backgroundFailed(name);
    metrics.storeFailed(error);
    const trouble = error instanceof StoreUnavailable ? error.trouble : undefined;
    log.error({ task: name, ...(trouble === undefined ? {} : { trouble }), fault: faultOf(error) }, FAILED);
    return false;
  }
}

const FAILED = "a background task failed and will be tried again";

function backOffMs(failures: number): number {
  return Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), MOST_BACK_OFF_MS);
}

/** A pause that ends at once when the process is to stop, and that does not keep it alive by itself. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
