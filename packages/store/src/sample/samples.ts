import { type Expression, type SqlBool, expressionBuilder } from "kysely";
import type { AuditEventRow } from "../audit/audit-events.ts";
import type { Db } from "../database/store.ts";
import type { Tables } from "../database/tables.ts";
import type { ImportRow } from "../imports/imports.ts";

/**
 * The events that load a sample company and remove it again; their object is the sample policy. Rows of a record are
 * never taken away, so that the events themselves say what is sample and what of it is removed.
 */
export const SAMPLE = { kind: "sample", loaded: "sample.loaded", removed: "sample.removed" } as const;

/** Who publishes the versions of a sample policy, as tables name it. */
export const SAMPLE_PUBLISHER = "system:sample";

/** The event that loaded the sample company which stands now; undefined where there is none. */
export async function standingSample(db: Db): Promise<AuditEventRow | undefined> {
  const newest = await db
    .selectFrom("audit_events")
    .selectAll()
    .where("object_kind", "=", SAMPLE.kind)
    .where("action", "in", [SAMPLE.loaded, SAMPLE.removed])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest?.action === SAMPLE.loaded ? newest : undefined;
}

/** Whether a policy is a sample, removed or not. */
export async function isSamplePolicy(db: Db, policyId: string): Promise<boolean> {
  return hasEvent(db, policyId, SAMPLE.loaded);
}

/** Whether a policy is a sample that was removed. */
export async function isRemovedSample(db: Db, policyId: string): Promise<boolean> {
  return hasEvent(db, policyId, SAMPLE.removed);
}

async function hasEvent(db: Db, policyId: string, action: string): Promise<boolean> {
  const found = await db
    .selectFrom("audit_events")
    .select("id")
    .where("object_kind", "=", SAMPLE.kind)
    .where("object_id", "=", policyId)
    .where("action", "=", action)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The condition that a policy is no sample that was removed, for what is listed. */
export function notRemovedSample(policyId: Expression<string>): Expression<SqlBool> {
  const eb = expressionBuilder<Tables>();
  return eb.not(
    eb.exists(
      eb
        .selectFrom("audit_events as removal")
        .select("removal.id")
        .where("removal.object_kind", "=", SAMPLE.kind)
        .where("removal.action", "=", SAMPLE.removed)
        .where("removal.object_id", "=", policyId),
    ),
  );
}

/** Whether any version or draft is of a policy, or any case. */
export async function isPolicyIdTaken(db: Db, policyId: string): Promise<boolean> {
  for (const table of ["versions", "drafts", "cases"] as const) {
    const found = await db
      .selectFrom(table)
      .select("policy_id")
      .where("policy_id", "=", policyId)
      .limit(1)
      .executeTakeFirst();
    if (found) return true;
  }
  return false;
}

/** The newest import of a file under a policy that was no trial. */
export async function importOfFile(
  db: Db,
  { policyId, fileHash }: { readonly policyId: string; readonly fileHash: string },
): Promise<ImportRow | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("policy_id", "=", policyId)
    .where("file_hash", "=", fileHash)
    .where("is_dry_run", "=", 0)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Ends the imports under a policy that run: whoever reads one keeps nothing more. Gives those that it ended. */
export async function stopImports(tx: Db, policyId: string): Promise<readonly ImportRow[]> {
  return tx
    .updateTable("imports")
    .set({ state: "failed" })
    .where("policy_id", "=", policyId)
    .where("state", "=", "running")
    .returningAll()
    .execute();
}
