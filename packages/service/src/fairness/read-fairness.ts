import { type LocalizedText, canonicalJson, contentHash } from "@evenhand/domain";
import { type JobProgressRow, type JobRow, listedJobs } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RunProgress, isOver, progressOf, runOf } from "../jobs/runs.ts";
import { type IsEdited, editedSince } from "../policies/version-or-draft.ts";
import type { RefusedAsk } from "../refused.ts";
import {
  FAIRNESS,
  type FairnessAsked,
  type FairnessKept,
  type FairnessPayload,
  TIMES_WITH_DRAFT,
} from "./fairness-job.ts";

/** A fairness review as a list shows it. */
export type FairnessSummary = RunProgress &
  FairnessAsked & {
    readonly id: string;
    readonly createdAt: string;
    /** How many decisions were there to go through, each counted once; `total` has each twice where a draft is named. */
    readonly decisions: number;
    /** Whether the draft says something else by now. */
    readonly isStale: boolean;
    /** The finding in words; null before it is done, and where it was called off or failed. */
    readonly headline: FairnessKept["review"]["headline"] | null;
  };

export type FairnessView = FairnessSummary & {
  /** Null until it is done: of one that was called off no figures are kept. */
  readonly result: FairnessKept | null;
  /** SHA-256 of the canonical JSON of `result`; null where there is none. */
  readonly resultHash: string | null;
};

/** A fairness review with what came of it. */
export async function viewOfFairness(
  { store }: Pick<ServiceContext, "store">,
  { id }: { readonly id: string },
): Promise<FairnessView | RefusedAsk> {
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: FAIRNESS });
    if ("refusal" in row) return row;
    const result = fairnessKept(row);
    const headline = result?.review.headline ?? null;
    const summary = await summaryOf(row, { isEdited: editedSince(db), headline });
    return { ...summary, result, resultHash: result && contentHash(result) };
  });
}

/** The same as canonical JSON: the same result is the same bytes. */
export async function readFairness(
  context: Pick<ServiceContext, "store">,
  asked: { readonly id: string },
): Promise<{ readonly body: string; readonly isOver: boolean } | RefusedAsk> {
  const view = await viewOfFairness(context, asked);
  return "refusal" in view ? view : { body: canonicalJson(view), isOver: isOver(view) };
}

/** Older ones are still found under their ids. */
const MOST_LISTED = 50;

/** The newest fairness reviews, those asked for last first. */
export async function listFairness(
  { store }: Pick<ServiceContext, "store">,
  { policy }: { readonly policy?: string } = {},
): Promise<{ readonly reviews: readonly FairnessSummary[] }> {
  return store.read(async (db) => {
    const rows = await listedJobs(db, {
      kind: FAIRNESS.kind,
      told: ["review", "headline"],
      limit: MOST_LISTED,
      ...(policy === undefined ? {} : { policyId: policy }),
    });
    const reviews: FairnessSummary[] = [];
    const isEdited = editedSince(db);
    for (const row of rows) {
      // INVARIANT: it was written by whoever worked on it.
      const headline = row.told === null ? null : (JSON.parse(row.told) as LocalizedText);
      reviews.push(await summaryOf(row, { isEdited, headline }));
    }
    return { reviews };
  });
}

/** INVARIANT: it was written where the job was put in line. */
export function fairnessPayload({ payload }: Pick<JobRow, "payload">): FairnessPayload {
  return JSON.parse(payload) as FairnessPayload;
}

/** INVARIANT: it was written by whoever worked on it. */
export function fairnessKept({ result }: Pick<JobRow, "result">): FairnessKept | null {
  return result === null ? null : (JSON.parse(result) as FairnessKept | null);
}

async function summaryOf(
  row: JobProgressRow & Pick<JobRow, "payload">,
  { isEdited, headline }: { readonly isEdited: IsEdited } & Pick<FairnessSummary, "headline">,
): Promise<FairnessSummary> {
  const { through: _through, ...asked } = fairnessPayload(row);
  const progress = progressOf(row);
  const times = asked.draft === null ? 1 : TIMES_WITH_DRAFT;
  return {
    id: row.id,
    ...progress,
    ...asked,
    createdAt: new Date(row.created_at).toISOString(),
    decisions: progress.total / times,
    isStale: asked.draft !== null && (await isEdited(asked.draft)),
    headline,
  };
}
