import { type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type {
  FindingsTable,
  LedgerEntriesTable,
  PayrollMonthsTable,
  VersionsTable,
} from "../database/tables.ts";
import type { CaseRow } from "../cases/cases.ts";
import type { DecisionPartyRow, DecisionRow } from "../decisions/decisions.ts";
import type { BonusRow } from "../ledger/ledger.ts";

export type FindingRow = Selectable<FindingsTable>;

/** The rows that came with audit events, each list in the order in which its rows were kept. */
export type RowsOfEvents = {
  readonly decisions: readonly DecisionRow[];
  readonly parties: readonly DecisionPartyRow[];
  readonly findings: readonly FindingRow[];
  readonly entries: readonly Selectable<LedgerEntriesTable>[];
  readonly bonuses: readonly BonusRow[];
  readonly payrollMonths: readonly Selectable<PayrollMonthsTable>[];
};

export async function rowsOfEvents(db: Db, events: readonly number[]): Promise<RowsOfEvents> {
  const decisions = await inBatches(events, (batch) =>
    db.selectFrom("decisions").selectAll().where("audit_event_id", "in", batch).execute(),
  );
  const ids = decisions.map(({ id }) => id);
  return {
    decisions,
    parties: await inBatches(ids, (batch) =>
      db
        .selectFrom("decision_parties")
        .selectAll()
        .where("decision_id", "in", batch)
        .orderBy("decision_id")
        .orderBy("position")
        .execute(),
    ),
    findings: await inBatches(ids, (batch) =>
      db.selectFrom("findings").selectAll().where("decision_id", "in", batch).execute(),
    ),
    entries: await inBatches(events, (batch) =>
      db
        .selectFrom("ledger_entries")
        .selectAll()
        .where("audit_event_id", "in", batch)
        .orderBy("id")
        .execute(),
    ),
    bonuses: await inBatches(events, (batch) =>
      db.selectFrom("bonuses").selectAll().where("audit_event_id", "in", batch).orderBy("id").execute(),
    ),
    payrollMonths: await inBatches(events, (batch) =>
      db.selectFrom("payroll_months").selectAll().where("audit_event_id", "in", batch).execute(),
    ),
  };
}

/** Decisions by their ids, in no order; those that are not there are left out. */
export async function decisionsById(db: Db, ids: readonly string[]): Promise<readonly DecisionRow[]> {
  return inBatches([...new Set(ids)], (batch) =>
    db.selectFrom("decisions").selectAll().where("id", "in", batch).execute(),
  );
}

/** Cases by their ids, in no order; those that are not there are left out. */
export async function casesById(db: Db, ids: readonly string[]): Promise<readonly CaseRow[]> {
  return inBatches([...new Set(ids)], (batch) =>
    db.selectFrom("cases").selectAll().where("id", "in", batch).execute(),
  );
}

/** Which of these cases were decided. */
export async function decidedCases(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inBatches([...new Set(ids)], (batch) =>
    db.selectFrom("decisions").select("case_id").where("case_id", "in", batch).distinct().execute(),
  );
  return new Set(rows.map(({ case_id }) => case_id));
}

/** Decisions that answer appeals, by appeal. */
export async function decisionsOnAppeals(
  db: Db,
  appeals: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches([...new Set(appeals)], (batch) =>
    db.selectFrom("decisions").select(["id", "appeal_id"]).where("appeal_id", "in", batch).execute(),
  );
  return new Map(rows.flatMap(({ id, appeal_id }) => (appeal_id === null ? [] : [[appeal_id, id]])));
}

/** The texts of a policy's versions, the newest first, at most `limit`. */
export async function newestVersions(
  db: Db,
  { policyId, limit }: { readonly policyId: string; readonly limit: number },
): Promise<readonly Selectable<VersionsTable>[]> {
  return db
    .selectFrom("versions")
    .selectAll()
    .where("policy_id", "=", policyId)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
}

/** Tables whose rows belong to an event or to a decision, and by which column. */
const BELONGING = [
  { table: "decisions", column: "audit_event_id", to: "audit_events" },
  { table: "ledger_entries", column: "audit_event_id", to: "audit_events" },
  { table: "bonuses", column: "audit_event_id", to: "audit_events" },
  { table: "payroll_months", column: "audit_event_id", to: "audit_events" },
  { table: "decision_parties", column: "decision_id", to: "decisions" },
  { table: "findings", column: "decision_id", to: "decisions" },
] as const;

/** A row whose event or decision is not there: it was put in, or the other taken out, past the service. */
export type StrayRow = { readonly table: string; readonly key: string };

/** Rows that belong to no event, or to no decision, at most `limit` of each table, by what they should belong to. */
export async function strayRows(db: Db, limit: number): Promise<readonly StrayRow[]> {
  const strays: StrayRow[] = [];
  for (const { table, column, to } of BELONGING) {
    const { rows } = await sql<{ key: string | number }>`
      select distinct r.${sql.ref(column)} as key from ${sql.table(table)} as r
      left join ${sql.table(to)} as o on o.id = r.${sql.ref(column)}
      where o.id is null order by key limit ${limit}`.execute(db);
    strays.push(...rows.map(({ key }) => ({ table, key: String(key) })));
  }
  return strays;
}

/** How many cases name an import that they came with. */
export async function countImportedCases(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("cases")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("import_id", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
