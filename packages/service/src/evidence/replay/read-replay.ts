import { type Actor, type Verdict, canonicalJson } from "@evenhand/domain";
import { type JobRow, decisionsById, jobsOfKind } from "@evenhand/store";
import type { ServiceContext } from "../../context.ts";
import { noDecision } from "../../decisions/problems.ts";
import { isOver, runOf } from "../../jobs/runs.ts";
import { openFor, opennessFor } from "../../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../../refused.ts";
import { NO_RESULT, REPLAY, type ReplayCounts, type ReplayResult } from "./replay-job.ts";
import { replay } from "./replay.ts";
import type { ReplayedDecision } from "./replayed.ts";

/** A replay as it is told. */
export type ReplayView = {
  readonly id: string;
  readonly state: JobRow["state"];
  /** Decisions, as counted when it began. */
  readonly done: number;
  readonly total: number;
  readonly counts: ReplayCounts;
  readonly createdAt: string;
  /** A page of what is kept of it: of single decisions that were named all, else those that are not identical. */
  readonly verdicts: readonly ReplayedDecision[];
  /** Where the next page begins; null on the last one there is so far. */
  readonly next: string | null;
};

export type ReplayPage = { readonly cursor?: number; readonly limit?: number; readonly verdict?: Verdict };

const PAGE = 50;

/** How far a replay is and what came of it, as JSON text. */
export async function readReplay(
  { store }: ServiceContext,
  { actor, id, ...page }: ReplayPage & { readonly actor: Actor; readonly id: string },
): Promise<{ readonly body: string; readonly isOver: boolean } | RefusedAsk> {
  return store.read(async (db) => {
    const job = await runOf(db, { id, name: REPLAY });
    if ("refusal" in job) return job;
    const view = canonicalJson(viewOf(job, page));
    return {
      body: await openFor(db, view, opennessFor(actor)),
      isOver: isOver(job),
    };
  });
}

function viewOf(job: JobRow, { cursor = 0, limit = PAGE, verdict }: ReplayPage): ReplayView {
  const { counts, verdicts } = job.result === null ? NO_RESULT : (JSON.parse(job.result) as ReplayResult);
  const wanted = verdicts.filter((one) => verdict === undefined || one.verdict === verdict);
  return {
    id: job.id,
    state: job.state,
    done: job.done,
    total: job.total ?? 0,
    counts,
    createdAt: new Date(job.created_at).toISOString(),
    verdicts: wanted.slice(cursor, cursor + limit),
    next: cursor + limit < wanted.length ? String(cursor + limit) : null,
  };
}

/** A replay as a list of replays shows it: without the verdicts on single decisions. */
export type ReplaySummary = Omit<ReplayView, "verdicts" | "next">;

/** Replays are few; older ones are still found under their ids. */
const MOST_LISTED = 20;

/** The newest replays, those asked for last first. */
export async function listReplays({
  store,
}: Pick<ServiceContext, "store">): Promise<{ readonly replays: readonly ReplaySummary[] }> {
  const jobs = await store.read((db) => jobsOfKind(db, { kind: REPLAY.kind, limit: MOST_LISTED }));
  return {
    replays: jobs.map((job) => {
      const { verdicts: _verdicts, next: _next, ...summary } = viewOf(job, { limit: 0 });
      return summary;
    }),
  };
}

/** Replays one decision at once, as JSON text. */
export async function replayOne(
  context: ServiceContext,
  { actor, decision }: { readonly actor: Actor; readonly decision: string },
): Promise<{ readonly body: string } | RefusedAsk> {
  const known = await context.store.read((db) => decisionsById(db, [decision]));
  if (known.length === 0) return refusedAsk(noDecision(decision));
  for await (const { replayed } of replay(context, { ids: [decision] })) {
    const text = canonicalJson(replayed);
    return { body: await context.store.read((db) => openFor(db, text, opennessFor(actor))) };
  }
  throw new Error(`decision ${decision} was not replayed`);
}
