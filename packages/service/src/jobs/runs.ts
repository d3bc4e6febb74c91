import { type LocalizedText, quote } from "@evenhand/domain";
import { type Db, type JobProgressRow, type JobRow, cancelJob, jobProgress, jobRow } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** What the jobs of one kind are called in the table of jobs, and by people. */
export type RunName = { readonly kind: string; readonly label: LocalizedText };

type RunAsk = { readonly id: string; readonly name: RunName };

/** A job of a kind, with what it was asked for and what came of it. */
export async function runOf(db: Db, { id, name }: RunAsk): Promise<JobRow | RefusedAsk> {
  const row = await jobRow(db, id);
  return row?.kind === name.kind ? row : refusedAsk(noRun({ id, name }));
}

export function isOver({ state }: Pick<JobRow, "state">): boolean {
  return state !== "queued" && state !== "running";
}

/** Calls a run off; what it found so far stays. */
export async function cancelRun(
  { store, now }: Pick<ServiceContext, "store" | "now">,
  { id, name }: RunAsk,
): Promise<{ readonly id: string } | RefusedAsk> {
  return store.write(async (tx) => {
    const row = await jobProgress(tx, id);
    if (row?.kind !== name.kind) return refusedAsk(noRun({ id, name }));
    return (await cancelJob(tx, { id, at: now() })) ? { id } : refusedAsk(ended(name));
  });
}

/** How far a run is, as counted by whoever works on it. */
export type RunProgress = {
  readonly state: JobRow["state"];
  /** How many were worked through, those that were passed over included. */
  readonly done: number;
  readonly skipped: number;
  /** As counted when it was asked for. */
  readonly total: number;
  /** How many a second, since whoever works on it took it; null while nothing is known of that. */
  readonly perSecond: number | null;
};

export async function readProgress(
  { store }: Pick<ServiceContext, "store">,
  { id, name }: RunAsk,
): Promise<RunProgress | RefusedAsk> {
  const row = await store.read((db) => jobProgress(db, id));
  return row?.kind === name.kind ? progressOf(row) : refusedAsk(noRun({ id, name }));
}

export function progressOf(row: JobProgressRow): RunProgress {
  const { state, done, skipped, total } = row;
  return { state, done, skipped, total: total ?? 0, perSecond: perSecond(row) };
}

/** To a tenth: a rate that nobody can measure more exactly is not told more exactly. */
function perSecond({ done, claimed_at, taken_at, taken_done }: JobProgressRow): number | null {
  if (claimed_at === null || taken_at === null || taken_done === null) return null;
  const [count, ms] = [done - taken_done, claimed_at - taken_at];
  return count > 0 && ms > 0 ? Math.round((count * 10_000) / ms) / 10 : null;
}

function noRun({ id, name: { label } }: RunAsk): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no ${label.en} ${quote(id)}`, zh: `没有编号为${quote(id)}的${label.zh}` },
  };
}

function ended({ label }: RunName): SentProblem {
  return {
    code: "wrong-state",
    at: "",
    message: { en: `the ${label.en} has ended already`, zh: `该${label.zh}已经结束` },
  };
}
