import { canonicalJson, contentHash } from "@evenhand/domain";
import { type CheckFilter, type Db, type JobRow, checkJobs } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RunProgress, isOver, progressOf, runOf } from "../jobs/runs.ts";
import { type IsEdited, editedSince } from "../policies/version-or-draft.ts";
import type { RefusedAsk } from "../refused.ts";
import { CHECK, type CertificateKept, type CheckKept, type CheckPayload } from "./check-job.ts";

/** How much a check found. */
export type CheckCounts = {
  /** Of probes; null while they are under way, or where none were asked for. */
  readonly findings: number | null;
  readonly proved: number;
  readonly refuted: number;
  readonly notDecided: number;
};

/** A check as a list shows it. */
export type CheckSummary = RunProgress &
  CheckPayload & {
    readonly id: string;
    readonly createdAt: string;
    /** Whether it is over and did not come to its end, so that something that was asked for was not looked at. */
    readonly isProvisional: boolean;
    /** Whether the draft says something else by now. */
    readonly isStale: boolean;
    readonly counts: CheckCounts;
    /** Of `proofs`, in their order; those that were not come to yet are left out. */
    readonly answers: readonly CertificateKept["answer"][];
  };

export type CheckView = CheckSummary & {
  readonly result: CheckKept | null;
  /** SHA-256 of the canonical JSON of `result`; null where there is none. */
  readonly resultHash: string | null;
};

/** A check with what came of it so far, as canonical JSON: the same result is the same bytes. */
export async function readCheck(
  { store }: Pick<ServiceContext, "store">,
  { id }: { readonly id: string },
): Promise<{ readonly body: string; readonly isOver: boolean } | RefusedAsk> {
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: CHECK });
    if ("refusal" in row) return row;
    return { body: canonicalJson(await viewOf(db, row)), isOver: isOver(row) };
  });
}

/** A check with everything that came of it so far. */
export async function viewOf(db: Db, row: JobRow): Promise<CheckView> {
  const result = checkKept(row);
  return { ...(await summaryOf(row, editedSince(db))), result, resultHash: result && contentHash(result) };
}

/** Older ones are still found under their ids. */
const MOST_LISTED = 50;

/** The newest checks, those asked for last first. */
export async function listChecks(
  { store }: Pick<ServiceContext, "store">,
  asked: Omit<CheckFilter, "limit">,
): Promise<{ readonly checks: readonly CheckSummary[] }> {
  return store.read(async (db) => {
    const checks: CheckSummary[] = [];
    const isEdited = editedSince(db);
    for (const row of await checkJobs(db, { ...asked, limit: MOST_LISTED }))
      checks.push(await summaryOf(row, isEdited));
    return { checks };
  });
}

/** INVARIANT: it was written where the job was put in line. */
function checkPayload({ payload }: Pick<JobRow, "payload">): CheckPayload {
  return JSON.parse(payload) as CheckPayload;
}

/** INVARIANT: it was written by whoever worked on it. */
function checkKept({ result }: Pick<JobRow, "result">): CheckKept | null {
  return result === null ? null : (JSON.parse(result) as CheckKept);
}

async function summaryOf(row: JobRow, isEdited: IsEdited): Promise<CheckSummary> {
  const payload = checkPayload(row);
  const kept = checkKept(row);
  return {
    id: row.id,
    ...progressOf(row),
    ...payload,
    createdAt: new Date(row.created_at).toISOString(),
    isProvisional: row.state === "cancelled" || row.state === "failed",
    isStale: await isEdited(payload.subject),
    counts: countsOf(kept),
    answers: kept?.proofs.map(({ answer }) => answer) ?? [],
  };
}

function countsOf(kept: CheckKept | null): CheckCounts {
  const answered = (answer: CheckKept["proofs"][number]["answer"]): number =>
    kept?.proofs.filter((proof) => proof.answer === answer).length ?? 0;
  return {
    findings: kept?.probes?.findings.length ?? null,
    proved: answered("proved"),
    refuted: answered("refuted"),
    notDecided: answered("not-decided"),
  };
}
