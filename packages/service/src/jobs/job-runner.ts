import { StoreUnavailable, claimJob, hasWaitingJob } from "@evenhand/store";
import { newId } from "../identity/new-id.ts";
import type { JobContext, JobKind } from "./job-kind.ts";
import { JOB_KINDS } from "./job-kinds.ts";
import { type Outside, workOn } from "./work-on.ts";

/** A job whose worker gave no sign of life for so long is gone on with by another. */
export const SILENT_MS = 30_000;

/** Works through jobs that are in line, one after the other. */
export type JobRunner = {
  /** Looks for work; to be called when some may have come. Never rejects. */
  readonly wake: () => void;
  /** Waits until there is nothing left to do. */
  readonly idle: () => Promise<void>;
  /** Leaves what it works on to others, who go on with it at once, and takes nothing more. */
  readonly stop: () => Promise<void>;
};

type RunnerOptions = Outside & {
  readonly kinds?: readonly JobKind[];
  readonly silentMs?: number;
};

/**
 * One worker. A process may have several, each in a thread of its own; on PostgreSQL several processes may, and the
 * database gives no two of them the same job.
 *
 * @example
 * const runner = jobRunner(() => context, { pause: () => nextTurn(), every });
 * runner.wake();
 * await runner.idle();
 */
export function jobRunner(
  service: () => JobContext,
  { kinds = JOB_KINDS, silentMs = SILENT_MS, ...outside }: RunnerOptions,
): JobRunner {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let isWanted = false;
  const work = async (): Promise<void> => {
    const context = service();
    const worker = newId(context, "job");
    const given = { worker, kinds, silentMs, outside, stopping: stopping.signal };
    while (isWanted && !stopping.signal.aborted) {
      isWanted = false;
      while (!stopping.signal.aborted && (await workOnNext(context, given)));
    }
  };
  const wake = (): void => {
    isWanted = true;
    running ??= work()
      .catch((error: unknown) => tell(service, error))
      .finally(() => (running = undefined));
  };
  return {
    wake,
    idle: async () => running,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** What cannot be kept just now is gone on with later; anything else is a fault of ours. */
function tell(service: () => JobContext, error: unknown): void {
  if (error instanceof StoreUnavailable) return;
  service().alarm("looking for jobs failed", {
    fault: error instanceof Error ? `${error.name}: ${error.message}` : "",
  });
}

type Given = {
  readonly worker: string;
  readonly kinds: readonly JobKind[];
  readonly silentMs: number;
  readonly outside: Outside;
  readonly stopping: AbortSignal;
};

/** Whether there was anything to do. */
async function workOnNext(
  context: JobContext,
  { worker, kinds, silentMs, outside, stopping }: Given,
): Promise<boolean> {
  const { store, now } = context;
  const asked = { kinds: kinds.map(({ name }) => name), silentSince: now() - silentMs };
  if (!(await store.read((db) => hasWaitingJob(db, asked)))) return false;
  const row = await store.write((tx) => claimJob(tx, { ...asked, worker, at: now() }));
  if (!row) return false;
  const kind = kinds.find(({ name }) => name === row.kind);
  // INVARIANT: only jobs of these kinds were asked for.
  if (!kind) throw new Error(`a job of kind ${row.kind} was not asked for`);
  await workOn(context, { kind, row, worker, outside, stopping, aliveEveryMs: silentMs / 6 });
  return true;
}
