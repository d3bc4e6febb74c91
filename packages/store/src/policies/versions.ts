import { type Insertable, type Selectable, sql } from "kysely";
import { LOCK_NUMBERS } from "../database/lock-numbers.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import type { VersionsTable } from "../database/tables.ts";
import { SAMPLE_PUBLISHER } from "../sample/samples.ts";

export type VersionRow = Selectable<VersionsTable>;

/** A version without its document, which may be large, and whether it was withdrawn before its day. */
export type VersionListing = Omit<VersionRow, "document"> & {
  /** Epoch milliseconds; null of a version that stands. */
  readonly withdrawn_at: number | null;
  /** The account that withdrew it. */
  readonly withdrawn_by: string | null;
};

/**
 * The event that withdraws a version; its object is the version. Rows of versions are never changed, so that the event
 * itself is what says that a version was withdrawn.
 *
 * INVARIANT: of one version there is at most one, since whoever withdraws raises the revision of the rules first.
 */
export const WITHDRAWN = "policy.withdrawn";

/**
 * Keeps withdrawals and recordings apart until the transaction ends: whoever records takes it `shared` before they look
 * whether the version still stands, and whoever withdraws takes it `alone` before they look whether a decision rests on
 * it. On SQLite only one writes anyway.
 *
 * INVARIANT: no decision rests on a version that was withdrawn.
 */
export async function lockWithdrawals(tx: Db, how: "shared" | "alone"): Promise<void> {
  if (surroundingsOf(tx).dialect === "sqlite") return;
  if (how === "alone") await sql`select pg_advisory_xact_lock(${LOCK_NUMBERS.withdrawals})`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(${LOCK_NUMBERS.withdrawals})`.execute(tx);
}

/** A version as audit events name it: `complaint-fines@3`. */
export function versionName({
  policy_id,
  version,
}: Pick<VersionRow, "policy_id" | "version">): `${string}@${number}` {
  return `${policy_id}@${version}`;
}

/** The same in SQL, of a row of `versions`. */
const NAME = sql<string>`versions.policy_id || '@' || versions.version`;

export async function insertVersion(tx: Db, row: Insertable<VersionsTable>): Promise<void> {
  await tx.insertInto("versions").values(row).execute();
}

/** Published versions, withdrawn ones too, of one policy or of all, in the order of policies and then of numbers. */
export async function listVersions(db: Db, policyId?: string): Promise<readonly VersionListing[]> {
  let query = listings(db);
  if (policyId !== undefined) query = query.where("versions.policy_id", "=", policyId);
  return query.orderBy("versions.policy_id").orderBy("versions.version").execute();
}

/** One version without its document. */
export async function versionListing(
  db: Db,
  { policyId, version }: { readonly policyId: string; readonly version: number },
): Promise<VersionListing | undefined> {
  return listings(db)
    .where("versions.policy_id", "=", policyId)
    .where("versions.version", "=", version)
    .executeTakeFirst();
}

function listings(db: Db) {
  return withWithdrawals(db).select([
    "versions.policy_id",
    "versions.version",
    "versions.hash",
    "versions.effective_from",
    "versions.draft_id",
    "versions.published_at",
    "versions.published_by",
    "withdrawal.at as withdrawn_at",
    "withdrawal.actor as withdrawn_by",
  ]);
}

/** Every version, beside it the event that withdrew it where there is one. */
function withWithdrawals(db: Db) {
  return db
    .selectFrom("versions")
    .leftJoin("audit_events as withdrawal", (join) =>
      join
        .on("withdrawal.object_kind", "=", "policy-version")
        .on("withdrawal.action", "=", WITHDRAWN)
        .on("withdrawal.object_id", "=", NAME),
    );
}

/** One version with the text of its document; where no number is given the newest of the policy that was not withdrawn. */
export async function versionRow(
  db: Db,
  { policyId, version }: { readonly policyId: string; readonly version?: number },
): Promise<VersionRow | undefined> {
  const query = withWithdrawals(db).selectAll("versions").where("versions.policy_id", "=", policyId);
  if (version !== undefined) return query.where("versions.version", "=", version).executeTakeFirst();
  return query
    .where("withdrawal.id", "is", null)
    .orderBy("versions.version", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The version that a recorded decision names. */
export async function versionByHash(db: Db, hash: string): Promise<VersionRow | undefined> {
  return db.selectFrom("versions").selectAll().where("hash", "=", hash).executeTakeFirst();
}

/** Whether anything was ever published, samples aside. */
export async function hasVersions(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom("versions")
    .select("hash")
    .where("published_by", "<>", SAMPLE_PUBLISHER)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a decision was ever recorded under a version. Looks through all of its policy where none was. */
export async function isDecidedUnder(
  db: Db,
  { policy_id, version }: Pick<VersionRow, "policy_id" | "version">,
): Promise<boolean> {
  const found = await db
    .selectFrom("decisions")
    .select("id")
    .where("policy_id", "=", policy_id)
    .where("policy_version", "=", version)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
