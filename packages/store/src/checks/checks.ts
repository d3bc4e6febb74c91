import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { CheckCertificatesTable, ChecksTable } from "../database/tables.ts";
import type { JobRow } from "../jobs/jobs.ts";

/** Notes which content a check is of. */
export async function insertCheck(tx: Db, row: Insertable<ChecksTable>): Promise<void> {
  await tx.insertInto("checks").values(row).execute();
}

/** Which checks; what is left out is not asked for. */
export type CheckFilter = {
  readonly policyId?: string;
  readonly draftId?: string;
  /** Of a draft, that of its content; of a published version, the hash of it. */
  readonly contentHash?: string;
  readonly limit: number;
};

/** The jobs of checks, those asked for last first. */
export async function checkJobs(
  db: Db,
  { policyId, draftId, contentHash, limit }: CheckFilter,
): Promise<readonly JobRow[]> {
  let found = db.selectFrom("checks").innerJoin("jobs", "jobs.id", "checks.job_id").selectAll("jobs");
  if (policyId !== undefined) found = found.where("checks.policy_id", "=", policyId);
  if (draftId !== undefined) found = found.where("checks.draft_id", "=", draftId);
  if (contentHash !== undefined) found = found.where("checks.content_hash", "=", contentHash);
  return found.orderBy("checks.sequence", "desc").limit(limit).execute();
}

export type CheckCertificateRow = Selectable<CheckCertificatesTable>;

export async function insertCertificate(tx: Db, row: CheckCertificateRow): Promise<void> {
  await tx.insertInto("check_certificates").values(row).execute();
}

/** The certificate at a place among the proofs of a check, from 1. */
export async function certificateAt(
  db: Db,
  { job, position }: { readonly job: string; readonly position: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("check_certificates")
    .select("certificate")
    .where("job_id", "=", job)
    .where("position", "=", position)
    .executeTakeFirst();
  return row?.certificate;
}
