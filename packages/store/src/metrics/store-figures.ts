import type { Db } from "../database/store.ts";
import type { JobRow } from "../jobs/jobs.ts";
import { logSize } from "../log/log-storage.ts";

/** What an operator watches of a database: how much of it waits for something. */
export type StoreFigures = {
  /** How many leaves the log has. */
  readonly logSize: number;
  /** How many events have no place in the log yet, and since when the first of them waits, epoch milliseconds. */
  readonly pendingLeaves: number;
  readonly pendingSince: number | null;
  readonly runningImports: number;
  /** The jobs that have not ended, by kind and state. */
  readonly openJobs: readonly (Pick<JobRow, "kind" | "state"> & { readonly count: number })[];
};

/** The figures as they are now. Decisions, cases and events are not counted, so it takes no longer the more there are. */
export async function storeFigures(db: Db): Promise<StoreFigures> {
  const first = await firstPending(db);
  return {
    logSize: await logSize(db),
    pendingLeaves: first.count,
    pendingSince: first.at,
    runningImports: await runningImports(db),
    openJobs: await openJobs(db),
  };
}

async function firstPending(db: Db): Promise<{ readonly count: number; readonly at: number | null }> {
  const { count, first } = await db
    .selectFrom("pending_leaves")
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      // `min` of no row is null, whatever its type says.
      fn.min<number | null>("audit_event_id").as("first"),
    ])
    .executeTakeFirstOrThrow();
  if (first === null) return { count, at: null };
  const { at } = await db
    .selectFrom("audit_events")
    .select("at")
    .where("id", "=", first)
    .executeTakeFirstOrThrow();
  return { count, at };
}

async function runningImports(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("imports")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "running")
    .executeTakeFirstOrThrow();
  return count;
}

async function openJobs(db: Db): Promise<StoreFigures["openJobs"]> {
  return db
    .selectFrom("jobs")
    .select(({ fn }) => ["kind", "state", fn.countAll<number>().as("count")])
    .where("state", "in", ["queued", "running"])
    .groupBy(["kind", "state"])
    .orderBy("kind")
    .orderBy("state")
    .execute();
}
