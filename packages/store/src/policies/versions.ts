import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { VersionsTable } from "../database/tables.ts";

export type VersionRow = Selectable<VersionsTable>;

/** A version without its document, which may be large. */
export type VersionListing = Omit<VersionRow, "document">;

const LISTED = [
  "policy_id",
  "version",
  "hash",
  "effective_from",
  "draft_id",
  "published_at",
  "published_by",
] as const;

export async function insertVersion(tx: Db, row: Insertable<VersionsTable>): Promise<void> {
  await tx.insertInto("versions").values(row).execute();
}

/** Published versions, of one policy or of all, in the order of policies and then of numbers. */
export async function listVersions(db: Db, policyId?: string): Promise<readonly VersionListing[]> {
  let query = db.selectFrom("versions").select(LISTED);
  if (policyId !== undefined) query = query.where("policy_id", "=", policyId);
  return query.orderBy("policy_id").orderBy("version").execute();
}

/** One version with the text of its document; of a policy the newest one where no number is given. */
export async function versionRow(
  db: Db,
  { policyId, version }: { readonly policyId: string; readonly version?: number },
): Promise<VersionRow | undefined> {
  let query = db.selectFrom("versions").selectAll().where("policy_id", "=", policyId);
  if (version !== undefined) query = query.where("version", "=", version);
  return query.orderBy("version", "desc").limit(1).executeTakeFirst();
}

/** The version that a recorded decision names. */
export async function versionByHash(db: Db, hash: string): Promise<VersionRow | undefined> {
  return db.selectFrom("versions").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** Whether anything was ever published. */
export async function hasVersions(db: Db): Promise<boolean> {
  return (await db.selectFrom("versions").select("hash").limit(1).executeTakeFirst()) !== undefined;
}
