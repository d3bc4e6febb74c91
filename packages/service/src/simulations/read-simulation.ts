import { canonicalJson, contentHash } from "@evenhand/domain";
import { type Db, type JobRow, draftSimulationOf, jobsOfKind } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RunProgress, progressOf, runOf } from "../jobs/runs.ts";
import { draftAtHand } from "../policies/draft-at-hand.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import {
  type CandidatePayload,
  SIMULATION,
  type SimulationKept,
  type SimulationPayload,
  isFull,
} from "./simulation-job.ts";

/** A simulation as a list shows it. */
export type SimulationSummary = RunProgress &
  SimulationPayload & {
    readonly id: string;
    readonly createdAt: string;
    /** Whether every past case of the policy is gone through. */
    readonly isFull: boolean;
    /** Whether it is over and did not come to its end, so that there are cases which are in no figure. */
    readonly isProvisional: boolean;
    /** Whether the draft says something else by now. */
    readonly isStale: boolean;
    /** Whether it is what the draft is handed in and reviewed with. */
    readonly isEvidence: boolean;
    /** The finding in words, so far; null before anything was found. */
    readonly headline: SimulationKept["simulation"]["headline"] | null;
  };

export type SimulationView = SimulationSummary & {
  readonly result: SimulationKept | null;
  /** SHA-256 of the canonical JSON of `result`; null where there is none. */
  readonly resultHash: string | null;
};

/** A simulation with what came of it so far, as canonical JSON: the same result is the same bytes. */
export async function readSimulation(
  { store }: Pick<ServiceContext, "store">,
  { id }: { readonly id: string },
): Promise<{ readonly body: string; readonly isOver: boolean } | RefusedAsk> {
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in row) return row;
    const summary = await summaryOf(db, row);
    const result = keptOf(row);
    const view: SimulationView = {
      ...summary,
      result,
      resultHash: result && contentHash(result),
    };
    return { body: canonicalJson(view), isOver: row.ended_at !== null };
  });
}

/** Older ones are still found under their ids. */
const MOST_LISTED = 50;

/** The newest simulations, those asked for last first. */
export async function listSimulations(
  { store }: Pick<ServiceContext, "store">,
  { policy }: { readonly policy?: string } = {},
): Promise<{ readonly simulations: readonly SimulationSummary[] }> {
  return store.read(async (db) => {
    const rows = await jobsOfKind(db, { kind: SIMULATION.kind, limit: MOST_LISTED });
    const simulations: SimulationSummary[] = [];
    for (const row of rows)
      if (policy === undefined || payloadOf(row).policy === policy)
        simulations.push(await summaryOf(db, row));
    return { simulations };
  });
}

/** INVARIANT: it was written where the job was put in line. */
export function payloadOf({ payload }: Pick<JobRow, "payload">): SimulationPayload {
  return JSON.parse(payload) as SimulationPayload;
}

/** INVARIANT: it was written by whoever worked on it. */
export function keptOf({ result }: Pick<JobRow, "result">): SimulationKept | null {
  return result === null ? null : (JSON.parse(result) as SimulationKept);
}

async function summaryOf(db: Db, row: JobRow): Promise<SimulationSummary> {
  const payload = payloadOf(row);
  const { candidate } = payload;
  const isDraft = "draft" in candidate;
  const evidence = isDraft
    ? await draftSimulationOf(db, { ...candidate, draftId: candidate.draft })
    : undefined;
  return {
    id: row.id,
    ...progressOf(row),
    ...payload,
    createdAt: new Date(row.created_at).toISOString(),
    isFull: isFull(payload),
    isProvisional: row.state === "cancelled" || row.state === "failed",
    isStale: isDraft && (await isEdited(db, candidate)),
    isEvidence: evidence?.job_id === row.id,
    headline: keptOf(row)?.simulation.headline ?? null,
  };
}

async function isEdited(
  db: Db,
  { draft: id, contentHash: hash }: Extract<CandidatePayload, { readonly draft: string }>,
): Promise<boolean> {
  const draft = await orRefused(() => draftAtHand(db, id));
  return "refusal" in draft || draft.contentHash !== hash;
}
