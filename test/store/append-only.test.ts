import type { Db, Store, Tables } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases, onPostgres, type OpenDatabase } from "../support/databases.ts";
import { conflictOf } from "./conflict-of.ts";
import { insertOneOfEach } from "./one-of-each.ts";

type Rule = "append-only" | "kept" | "unchanged" | "free";

/** Every table of ours, and what may become of its rows. */
const RULES: Readonly<Record<keyof Tables, Rule>> = {
  meta: "free",
  settings: "free",
  calendars: "append-only",
  guards: "append-only",
  versions: "append-only",
  drafts: "kept",
  draft_revisions: "append-only",
  submissions: "append-only",
  reviews: "append-only",
  draft_comments: "append-only",
  people: "kept",
  cases: "append-only",
  decisions: "append-only",
  decision_parties: "append-only",
  findings: "append-only",
  accounts: "kept",
  ledger_entries: "append-only",
  ledger_months: "kept",
  bonuses: "append-only",
  payroll_months: "append-only",
  appeals: "kept",
  openings: "unchanged",
  idempotency_keys: "append-only",
  audit_events: "append-only",
  pending_leaves: "unchanged",
  log_leaves: "append-only",
  log_nodes: "append-only",
  checkpoints: "append-only",
  api_keys: "kept",
  invitations: "free",
  imports: "free",
  import_findings: "unchanged",
  jobs: "free",
  job_checkpoints: "free",
  simulation_cases: "unchanged",
  simulation_changes: "unchanged",
  simulation_change_keys: "unchanged",
  draft_simulations: "append-only",
  fairness_cases: "unchanged",
  fairness_case_keys: "unchanged",
  checks: "append-only",
  check_certificates: "append-only",
  draft_visits: "free",
};

const TABLES = Object.keys(RULES) as (keyof Tables)[];

const tablesThat = (...rules: readonly Rule[]) => TABLES.filter((table) => rules.includes(RULES[table]));

/** What each of these tables is expected to refuse under. */
const refusals = (tables: readonly (keyof Tables)[]) =>
  Object.fromEntries(tables.map((table) => [table, `${table}_${RULES[table].replace("-", "_")}`]));

onBothDatabases("rows that stand", (open, dialect) => {
  it("has a rule for every table, and a row in every table to try it on", async () => {
    const store = await filledStore(open);
    const tables = await store.read((db) => db.introspection.getTables());
    expect(tables.map(({ name }) => name).toSorted()).toEqual(TABLES.toSorted());
    for (const table of TABLES) expect(await store.read((db) => countRows(db, table))).toBeGreaterThan(0);
  });

  it("refuses to change a row of every table that allows no change", async () => {
    const tables = tablesThat("append-only", "unchanged");
    expect(await tryOnEach(await filledStore(open), tables, setToItself)).toEqual(refusals(tables));
  });

  it("refuses to delete a row of every table that allows no deletion", async () => {
    const tables = tablesThat("append-only", "kept");
    expect(await tryOnEach(await filledStore(open), tables, deleteAll)).toEqual(refusals(tables));
  });

  it("changes and deletes rows of tables that allow it", async () => {
    const store = await filledStore(open);
    await store.write(async (tx) => {
      for (const table of tablesThat("free", "kept")) await setToItself(tx, table);
      for (const table of tablesThat("free", "unchanged")) await deleteAll(tx, table);
    });
    for (const table of tablesThat("free", "unchanged"))
      expect(await store.read((db) => countRows(db, table))).toBe(0);
  });

  it("refuses to put another row in the place of one", async () => {
    const store = await filledStore(open);
    const replacing = store.write((tx) =>
      dialect === "sqlite"
        ? sql`insert or replace into log_nodes (level, position, hash) values (0, 0, 'other')`.execute(tx)
        : sql`insert into log_nodes (level, position, hash) values (0, 0, 'other')
              on conflict (level, position) do update set hash = 'other'`.execute(tx),
    );
    expect(await conflictOf(replacing)).toBe("log_nodes_append_only");
  });
});

onPostgres("a table that allows no deletion", (open) => {
  it("is not emptied at once either", async () => {
    const tables = tablesThat("append-only", "kept");
    const refused = await tryOnEach(await filledStore(open), tables, (tx, table) =>
      sql`truncate ${sql.table(table)} cascade`.execute(tx),
    );
    // A table that others refer to is emptied together with them, and which of them refuses first is not said.
    const names = Object.values(refusals(tables));
    for (const table of tables) expect(names).toContain(refused[table]);
  });
});

async function filledStore(open: OpenDatabase): Promise<Store> {
  const { store } = await open();
  await store.write(insertOneOfEach);
  return store;
}

/** What each table refuses a change under; none of them may lose what is in it. */
async function tryOnEach(
  store: Store,
  tables: readonly string[],
  change: (tx: Db, table: string) => Promise<unknown>,
): Promise<Readonly<Record<string, string>>> {
  const refused: Record<string, string> = {};
  for (const table of tables) refused[table] = await conflictOf(store.write((tx) => change(tx, table)));
  for (const table of tables) expect(await store.read((db) => countRows(db, table))).toBeGreaterThan(0);
  return refused;
}

async function countRows(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** The gentlest change there is. */
async function setToItself(tx: Db, table: string): Promise<void> {
  const tables = await tx.introspection.getTables();
  const column = tables.find(({ name }) => name === table)?.columns.at(-1)?.name;
  if (column === undefined) throw new Error(`no table ${table}`);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(tx);
}

async function deleteAll(tx: Db, table: string): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(tx);
}
