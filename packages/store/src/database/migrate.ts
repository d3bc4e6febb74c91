import { type Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from "kysely/migration";
import { StoreTooNew } from "../failures/store-too-new.ts";
import { StoreTooOld } from "../failures/store-too-old.ts";
import { LOCK_NUMBERS } from "./lock-numbers.ts";
import { record } from "./migrations/0001-record.ts";
import { alike } from "./migrations/0002-alike.ts";
import { visits } from "./migrations/0003-visits.ts";
import { draftComments } from "./migrations/0004-draft-comments.ts";
import { jobCheckpoints } from "./migrations/0005-job-checkpoints.ts";
import { simulations } from "./migrations/0006-simulations.ts";
import { fairness } from "./migrations/0007-fairness.ts";
import { checks } from "./migrations/0008-checks.ts";
import type { Db } from "./store.ts";
import { surroundingsOf } from "./surroundings.ts";
import type { Tables } from "./tables.ts";

/** In order of their names; one that was published is never changed, and there is no way back. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-record": record,
  "0002-alike": alike,
  "0003-visits": visits,
  "0004-draft-comments": draftComments,
  "0005-job-checkpoints": jobCheckpoints,
  "0006-simulations": simulations,
  "0007-fairness": fairness,
  "0008-checks": checks,
};

/**
 * Makes the tables that are missing, all in one transaction, so that a program that stops on the way leaves the database
 * as it was. Of several processes that start at once, one does it and the others find it done.
 *
 * @throws StoreTooNew where the database holds a migration that this program does not know
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await waitForOthers(tx);
    await refuseNewer(tx);
    const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined)
      throw error instanceof Error ? error : new Error("no migration", { cause: error });
  });
}

/**
 * Refuses a database whose tables are not those of this program, and changes nothing.
 *
 * @throws StoreTooNew, or StoreTooOld also where there are no tables of ours at all
 */
export async function requireMigrated(db: Kysely<Tables>): Promise<void> {
  await refuseNewer(db);
  const made = new Set(await migrationsMade(db));
  const isMissing = Object.keys(MIGRATIONS).some((name) => !made.has(name));
  if (isMissing) throw new StoreTooOld({ isOurs: made.size > 0 });
}

/** On SQLite the transaction alone keeps the others out. */
async function waitForOthers(tx: Db): Promise<void> {
  if (surroundingsOf(tx).dialect === "postgres")
    await sql`select pg_advisory_xact_lock(${LOCK_NUMBERS.migration})`.execute(tx);
}

async function refuseNewer(db: Db): Promise<void> {
  const unknown = (await migrationsMade(db)).find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown !== undefined) throw new StoreTooNew(unknown);
}

async function migrationsMade(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}
