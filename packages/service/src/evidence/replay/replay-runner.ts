import { type JobHold, type JobRow, StoreUnavailable, claimJob, finishJob, reportJob } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { newId } from "../../identity/new-id.ts";
import { NO_RESULT, REPLAY_KIND, type ReplayPayload, withVerdict } from "./replay-job.ts";
import { replay } from "./replay.ts";

/** Whose worker gave no sign of life for so long is gone, and its job is begun again. */
const SILENT_MS = 60_000;
/** A sign of life is given after so many decisions, which takes a second at most. */
const REPORT_EVERY = 100;

/** Works through replays that are in line, one after the other, beside everything else that this process does. */
export type ReplayRunner = {
  /** Looks for work; to be called when some may have come. Never rejects. */
  readonly wake: () => void;
  /** Waits until there is nothing left to do, or the work was called off. */
  readonly idle: () => Promise<void>;
};

/**
 * A runner of this process.
 *
 * @param outside.pause lets others have their turn, since deciding again takes the processor
 */
export function replayRunner(
  service: () => ServiceContext,
  { pause }: { readonly pause: () => Promise<void> },
): ReplayRunner {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const work = async (): Promise<void> => {
    const context = service();
    const worker = newId(context, "job");
    while (isWanted) {
      isWanted = false;
      while (await workOnNext(context, { worker, pause }));
    }
  };
  const wake = (): void => {
    isWanted = true;
    running ??= work()
      .catch((error: unknown) => tell(service, error))
      .finally(() => (running = undefined));
  };
  return { wake, idle: async () => running };
}

/** What cannot be kept just now is begun again later; anything else is a fault of ours. */
function tell(service: () => ServiceContext, error: unknown): void {
  if (error instanceof StoreUnavailable) return;
  service().alarm("replaying failed", { fault: nameOf(error) });
}

type Work = { readonly worker: string; readonly pause: () => Promise<void> };

/** Whether there was anything to do. */
async function workOnNext(context: ServiceContext, work: Work): Promise<boolean> {
  const { store, now } = context;
  const { worker } = work;
  const job = await store.write((tx) =>
    claimJob(tx, { kinds: [REPLAY_KIND], worker, at: now(), silentSince: now() - SILENT_MS }),
  );
  if (!job) return false;
  try {
    await run(context, work, job);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    context.alarm("a replay failed", { job: job.id, fault: nameOf(error) });
    const hold = { id: job.id, worker, at: now() };
    await store.write((tx) => finishJob(tx, hold, { state: "failed", result: job.result }));
  }
  return true;
}

async function run({ store, now }: ServiceContext, { worker, pause }: Work, job: JobRow): Promise<void> {
  const payload = JSON.parse(job.payload) as ReplayPayload;
  const hold = (): JobHold => ({ id: job.id, worker, at: now() });
  let result = NO_RESULT;
  let counted = { done: 0, total: job.total ?? 0 };
  const report = (): Promise<boolean> =>
    store.write((tx) => reportJob(tx, hold(), { ...counted, result: JSON.stringify(result) }));
  for await (const { done, total, replayed } of replay({ store }, { ...payload, pause })) {
    result = withVerdict(result, replayed, payload);
    counted = { done, total };
    // Called off, or somebody else has taken it over.
    if (done % REPORT_EVERY === 0 && !(await report())) return;
  }
  if (!(await report())) return;
  await store.write((tx) => finishJob(tx, hold(), { state: "done", result: JSON.stringify(result) }));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "";
}
