import {
  type Db,
  type JobHold,
  type JobRow,
  StoreUnavailable,
  checkpointOf,
  finishJob,
  keepAlive,
  leaveJob,
  putCheckpoint,
  releaseJob,
  reportJob,
} from "@evenhand/store";
import type { JobContext, JobKind, JobStep, JobToDo } from "./job-kind.ts";

/** What a worker is given from outside. */
export type Outside = {
  /** Lets others have their turn, since most jobs take the processor. */
  readonly pause: () => Promise<void>;
  /** Does something again and again, until what it gives is called. */
  readonly every: (ms: number, work: () => void) => () => void;
};

type Task = {
  readonly kind: JobKind;
  readonly row: JobRow;
  readonly worker: string;
  readonly outside: Outside;
  /** The worker is to stop. */
  readonly stopping: AbortSignal;
  readonly aliveEveryMs: number;
};

/** A job that was taken so often without anything of it being kept ends the process of whoever works on it. */
const MOST_ATTEMPTS = 5;

/**
 * Works on a job that was taken, from where it was left, until it ends, is called off, or is another worker's.
 *
 * @throws StoreUnavailable where it can be gone on with later
 */
export async function workOn(context: JobContext, task: Task): Promise<void> {
  const { kind, row, worker } = task;
  try {
    if (row.attempts > MOST_ATTEMPTS) throw new Error("it was begun again and again, and never came further");
    await work(context, task);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    const fault = error instanceof Error ? `${error.name}: ${error.message}` : "";
    context.alarm("a job failed", { job: row.id, kind: kind.name, fault });
    const hold = { id: row.id, worker, at: context.now() };
    await context.store.write((tx) => end(tx, { kind, hold, state: "failed" }));
  }
}

async function work(context: JobContext, { kind, row, worker, outside, ...task }: Task): Promise<void> {
  const { store, now } = context;
  const hold = (): JobHold => ({ id: row.id, worker, at: now() });
  const over = new AbortController();
  const stopAlive = outside.every(task.aliveEveryMs, () => {
    void store
      .write((tx) => keepAlive(tx, hold()))
      // What the next step is told by anyway; a store that cannot be used just now is tried again.
      .then((isOurs) => isOurs || over.abort())
      .catch(() => undefined);
  });
  try {
    const job = await jobToDo(context, row, {
      pause: outside.pause,
      signal: AbortSignal.any([over.signal, task.stopping]),
    });
    for await (const step of kind.steps(context, job)) {
      if (!(await keepStep(context, { kind, hold: hold() }, step))) return;
      if (!task.stopping.aborted) continue;
      await store.write((tx) => releaseJob(tx, hold()));
      return;
    }
    await store.write((tx) => end(tx, { kind, hold: hold(), state: "done" }));
  } finally {
    stopAlive();
  }
}

type Ending = { readonly kind: JobKind; readonly hold: JobHold; readonly state: "done" | "failed" };

/** One that was called off at the last moment stays so. */
async function end(tx: Db, { kind, hold, state }: Ending): Promise<void> {
  if ((await finishJob(tx, hold, { state })) || (await leaveJob(tx, hold))) await kind.clear?.(tx, hold.id);
}

async function jobToDo(
  { store }: JobContext,
  { id, payload, total, result }: JobRow,
  given: Pick<JobToDo, "pause" | "signal">,
): Promise<JobToDo> {
  const checkpoint = await store.read((db) => checkpointOf(db, id));
  const isBegun = checkpoint !== undefined && result !== null;
  return { id, payload, total: total ?? 0, ...(isBegun ? { kept: { result, checkpoint } } : {}), ...given };
}

/** Whether the job goes on. What had come of one that was called off meanwhile is kept as well. */
async function keepStep(
  { store }: JobContext,
  { kind, hold }: Pick<Ending, "kind" | "hold">,
  { checkpoint, keep, ...report }: JobStep,
): Promise<boolean> {
  return store.write(async (tx) => {
    const goesOn = await reportJob(tx, hold, report);
    const isLeft = !goesOn && (await leaveJob(tx, hold, report));
    if (goesOn || isLeft) await keep?.(tx);
    if (goesOn) await putCheckpoint(tx, hold.id, checkpoint);
    if (isLeft) await kind.clear?.(tx, hold.id);
    return goesOn;
  });
}
