import { type LocalizedText, canonicalJson, contentHash } from "@evenhand/domain";
import { type Db, type JobProgressRow, type JobRow, draftSimulationOf, listedJobs } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RunProgress, isOver, progressOf, runOf } from "../jobs/runs.ts";
import { type IsEdited, editedSince } from "../policies/version-or-draft.ts";
import type { RefusedAsk } from "../refused.ts";
import { commandOf } from "./command-of.ts";
import { SIMULATION, type SimulationKept, type SimulationPayload, isFull } from "./simulation-job.ts";

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
  /** The command line that gives `result` once more. */
  readonly command: string;
};

/** A simulation with what came of it so far, as canonical JSON: the same result is the same bytes. */
export async function readSimulation(
  { store }: Pick<ServiceContext, "store">,
  { id }: { readonly id: string },
): Promise<{ readonly body: string; readonly isOver: boolean } | RefusedAsk> {
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in row) return row;
    return { body: canonicalJson(await viewOfSimulation(db, row)), isOver: isOver(row) };
  });
}

export async function viewOfSimulation(db: Db, row: JobRow): Promise<SimulationView> {
  const result = keptOf(row);
  const headline = result?.simulation.headline ?? null;
  const summary = await summaryOf(db, row, { isEdited: editedSince(db), headline });
  return { ...summary, result, resultHash: result && contentHash(result), command: commandOf(summary) };
}

/** Older ones are still found under their ids. */
const MOST_LISTED = 50;

/** The newest simulations, those asked for last first. */
export async function listSimulations(
  { store }: Pick<ServiceContext, "store">,
  { policy }: { readonly policy?: string } = {},
): Promise<{ readonly simulations: readonly SimulationSummary[] }> {
  return store.read(async (db) => {
    const rows = await listedJobs(db, {
      kind: SIMULATION.kind,
      told: ["simulation", "headline"],
      limit: MOST_LISTED,
      ...(policy === undefined ? {} : { policyId: policy }),
    });
    const simulations: SimulationSummary[] = [];
    const isEdited = editedSince(db);
    for (const row of rows) {
      // INVARIANT: it was written by whoever worked on it.
      const headline = row.told === null ? null : (JSON.parse(row.told) as LocalizedText);
      simulations.push(await summaryOf(db, row, { isEdited, headline }));
    }
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

async function summaryOf(
  db: Db,
  row: JobProgressRow & Pick<JobRow, "payload">,
  { isEdited, headline }: { readonly isEdited: IsEdited } & Pick<SimulationSummary, "headline">,
): Promise<SimulationSummary> {
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
    isStale: await isEdited(candidate),
    isEvidence: evidence?.job_id === row.id,
    headline,
  };
}
