import type { LedgerEntry } from "@evenhand/domain";
import { type Insertable, type Selectable, sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import type {
  AccountState,
  AccountsTable,
  BonusesTable,
  LedgerEntriesTable,
  PayrollMonthsTable,
} from "../database/tables.ts";

export type AccountRow = Selectable<AccountsTable>;
export type LedgerEntryRow = Selectable<LedgerEntriesTable>;
export type BonusRow = Selectable<BonusesTable>;
export type PayrollMonthRow = Selectable<PayrollMonthsTable>;

/** Everything that stands in the ledger about some people, in order. */
export type LedgerRows = {
  readonly accounts: readonly AccountRow[];
  readonly entries: readonly LedgerEntryRow[];
  readonly bonuses: readonly BonusRow[];
  readonly months: readonly { readonly person: string; readonly month: string; readonly cap_minor: number }[];
  readonly people: readonly {
    readonly person: string;
    readonly left_in: string | null;
    readonly ledger_revision: number;
  }[];
  readonly closedThrough: string | null;
};

export async function ledgerRows(db: Db, persons: readonly string[]): Promise<LedgerRows> {
  const closed = await closedThrough(db);
  if (persons.length === 0)
    return { accounts: [], entries: [], bonuses: [], months: [], people: [], closedThrough: closed };
  const accounts = await db
    .selectFrom("accounts")
    .selectAll()
    .where("person", "in", persons)
    .orderBy("sequence")
    .execute();
  const entries = await db
    .selectFrom("ledger_entries")
    .selectAll()
    .where("person", "in", persons)
    .orderBy("id")
    .execute();
  const bonuses = await db
    .selectFrom("bonuses")
    .selectAll()
    .where("person", "in", persons)
    .orderBy("id")
    .execute();
  const months = await db
    .selectFrom("ledger_months")
    .select(["person", "month", "cap_minor"])
    .where("person", "in", persons)
    .orderBy("month")
    .execute();
  const people = await db
    .selectFrom("people")
    .select(["person", "left_in", "ledger_revision"])
    .where("person", "in", persons)
    .execute();
  return { accounts, entries, bonuses, months, people, closedThrough: closed };
}

/** The last payroll month that is closed; null before the first. */
export async function closedThrough(db: Db): Promise<string | null> {
  const found = await db
    .selectFrom("payroll_months")
    .select(({ fn }) => fn.max("month").as("month"))
    .executeTakeFirst();
  return found?.month ?? null;
}

export async function payrollMonths(db: Db): Promise<readonly PayrollMonthRow[]> {
  return db.selectFrom("payroll_months").selectAll().orderBy("month").execute();
}

export async function insertPayrollMonth(tx: Db, row: Insertable<PayrollMonthsTable>): Promise<void> {
  await tx.insertInto("payroll_months").values(row).execute();
}

/** Any number that nobody else uses on the same database. */
const PAYROLL_LOCK = 4_711_003;

/**
 * Keeps payroll from closing a month while this transaction plans (`shared`), or everybody from planning while it closes
 * one (`alone`). INVARIANT: whoever plans has called this before reading which months are closed, so that nothing is
 * planned in a month that closes at the same time. On SQLite one transaction at a time suffices.
 */
export async function lockPayroll(tx: Db, how: "shared" | "alone"): Promise<void> {
  if (surroundingsOf(tx).dialect === "sqlite") return;
  if (how === "alone") await sql`select pg_advisory_xact_lock(${PAYROLL_LOCK})`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(${PAYROLL_LOCK})`.execute(tx);
}

/** Everybody with an account that is not settled. */
export async function peopleWhoOwe(db: Db): Promise<readonly string[]> {
  const found = await db
    .selectFrom("accounts")
    .select("person")
    .where("state", "!=", "settled")
    .distinct()
    .orderBy("person")
    .execute();
  return found.map(({ person }) => person);
}

/** Whose accounts of a decision, or of what it superseded, there are. */
export async function accountHolders(db: Db, account: string): Promise<readonly string[]> {
  const found = await db
    .selectFrom("accounts")
    .select("person")
    .where("account", "=", account)
    .orderBy("person")
    .execute();
  return found.map(({ person }) => person);
}

export async function insertAccount(tx: Db, row: Insertable<AccountsTable>): Promise<void> {
  await tx.insertInto("accounts").values(row).execute();
}

export async function changeAccount(
  tx: Db,
  { account, person }: { readonly account: string; readonly person: string },
  change: { readonly state?: AccountState; readonly terms?: string },
): Promise<void> {
  await tx
    .updateTable("accounts")
    .set(change)
    .where("account", "=", account)
    .where("person", "=", person)
    .execute();
}

export async function insertBonuses(tx: Db, rows: readonly Insertable<BonusesTable>[]): Promise<void> {
  for (const batch of batches(rows)) await tx.insertInto("bonuses").values(batch).execute();
}

export type PersonEntries = {
  readonly person: string;
  readonly entries: readonly LedgerEntry[];
  /** The most that each touched month may hold once the entries stand. */
  readonly months: readonly { readonly month: string; readonly capMinor: number }[];
};

/**
 * Adds lines to somebody's ledger. The months' limits are raised before and set after, so that on the way through the
 * lines no month passes the higher of the two, and at the end none passes its own; the database refuses what does.
 */
export async function appendEntries(
  tx: Db,
  { person, entries, months }: PersonEntries,
  { at, auditEventId }: { readonly at: number; readonly auditEventId: number },
): Promise<void> {
  for (const { month, capMinor } of months) {
    await tx
      .insertInto("ledger_months")
      .values({ person, month, taken_minor: 0, cap_minor: capMinor })
      .onConflict((conflict) =>
        conflict.columns(["person", "month"]).doUpdateSet((eb) => ({
          cap_minor: eb
            .case()
            .when(eb.ref("ledger_months.cap_minor"), "<", capMinor)
            .then(capMinor)
            .else(eb.ref("ledger_months.cap_minor"))
            .end(),
        })),
      )
      .execute();
  }
  const rows = entries.map((entry): Insertable<LedgerEntriesTable> => ({
    person,
    account: entry.account,
    kind: entry.kind,
    source: entry.from ?? null,
    month: entry.month ?? null,
    amount_minor: entry.amountMinor,
    paid_back_in: entry.paidBackIn ?? null,
    at,
    audit_event_id: auditEventId,
  }));
  for (const batch of batches(rows)) await tx.insertInto("ledger_entries").values(batch).execute();
  for (const { month, capMinor } of months)
    await tx
      .updateTable("ledger_months")
      .set({ cap_minor: capMinor })
      .where("person", "=", person)
      .where("month", "=", month)
      .execute();
  await tx
    .updateTable("people")
    .set(({ eb }) => ({ ledger_revision: eb("ledger_revision", "+", 1) }))
    .where("person", "=", person)
    .execute();
}

/** A statement takes only so many values at once. */
function batches<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const size = 100;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** One stored line as the ledger knows it. */
export function entryOf(row: LedgerEntryRow): LedgerEntry {
  return {
    account: row.account,
    kind: row.kind as LedgerEntry["kind"],
    amountMinor: row.amount_minor,
    ...(row.month === null ? {} : { month: row.month }),
    ...(row.source === null ? {} : { from: row.source as NonNullable<LedgerEntry["from"]> }),
    ...(row.paid_back_in === null ? {} : { paidBackIn: row.paid_back_in }),
  };
}

/** All lines that touch a payroll month: taken or planned in it, or paid back in it. */
export async function entriesOfMonth(db: Db, month: string): Promise<readonly LedgerEntryRow[]> {
  return db
    .selectFrom("ledger_entries")
    .selectAll()
    .where((eb) => eb.or([eb("month", "=", month), eb("paid_back_in", "=", month)]))
    .orderBy("id")
    .execute();
}
