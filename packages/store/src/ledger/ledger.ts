import type { LedgerEntry } from "@evenhand/domain";
import { type Insertable, type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import { LOCK_NUMBERS } from "../database/lock-numbers.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import { raiseLedgerRevisions } from "../people/people.ts";
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

/** Everything that stands in the ledger about some people, of each of them in order. */
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
  const accounts = await inBatches(persons, (batch) =>
    db.selectFrom("accounts").selectAll().where("person", "in", batch).orderBy("sequence").execute(),
  );
  const entries = await inBatches(persons, (batch) =>
    db.selectFrom("ledger_entries").selectAll().where("person", "in", batch).orderBy("id").execute(),
  );
  const bonuses = await inBatches(persons, (batch) =>
    db.selectFrom("bonuses").selectAll().where("person", "in", batch).orderBy("id").execute(),
  );
  const months = await inBatches(persons, (batch) =>
    db
      .selectFrom("ledger_months")
      .select(["person", "month", "cap_minor"])
      .where("person", "in", batch)
      .orderBy("month")
      .execute(),
  );
  const people = await inBatches(persons, (batch) =>
    db
      .selectFrom("people")
      .select(["person", "left_in", "ledger_revision"])
      .where("person", "in", batch)
      .execute(),
  );
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

/**
 * Keeps payroll from closing a month while this transaction plans (`shared`), or everybody from planning while it closes
 * one (`alone`). INVARIANT: whoever plans has called this before reading which months are closed, so that nothing is
 * planned in a month that closes at the same time. On SQLite one transaction at a time suffices.
 */
export async function lockPayroll(tx: Db, how: "shared" | "alone"): Promise<void> {
  if (surroundingsOf(tx).dialect === "sqlite") return;
  if (how === "alone") await sql`select pg_advisory_xact_lock(${LOCK_NUMBERS.payroll})`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(${LOCK_NUMBERS.payroll})`.execute(tx);
}

/**
 * Whose ledger the close of a payroll month may touch: everybody with an account that is not settled, and whoever has left
 * with this month as their last one, since its real bonus may be lower than the one they were settled with.
 */
export async function peopleToClose(db: Db, month: string): Promise<readonly string[]> {
  const found = await db
    .selectFrom("accounts as a")
    .innerJoin("people as p", "p.person", "a.person")
    .select("a.person")
    .where((eb) => eb.or([eb("a.state", "!=", "settled"), eb("p.left_in", "=", month)]))
    .distinct()
    .orderBy("a.person")
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
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("bonuses")
      .values([...batch])
      .execute();
    return [];
  });
}

export type PersonEntries = {
  readonly person: string;
  readonly entries: readonly LedgerEntry[];
  /** The most that each touched month may hold once the entries stand. */
  readonly months: readonly { readonly month: string; readonly capMinor: number }[];
};

/**
 * Adds lines to the ledgers of people, each of whom stands in the list once. The months' limits are raised before and set
 * after, so that on the way through the lines no month passes the higher of the two, and at the end none passes its own;
 * the database refuses what does.
 */
export async function appendEntries(
  tx: Db,
  ledgers: readonly PersonEntries[],
  { at, auditEventId }: { readonly at: number; readonly auditEventId: number },
): Promise<void> {
  const rows = ledgers.flatMap(({ person, entries }) =>
    entries.map((entry): Insertable<LedgerEntriesTable> => ({
      person,
      account: entry.account,
      kind: entry.kind,
      source: entry.from ?? null,
      month: entry.month ?? null,
      amount_minor: entry.amountMinor,
      paid_back_in: entry.paidBackIn ?? null,
      at,
      audit_event_id: auditEventId,
    })),
  );
  await setCaps(tx, ledgers, "raise");
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("ledger_entries")
      .values([...batch])
      .execute();
    return [];
  });
  await setCaps(tx, ledgers, "set");
  await raiseLedgerRevisions(
    tx,
    ledgers.map(({ person }) => person),
  );
}

/** Sets what months may hold, or only raises what is lower. */
async function setCaps(tx: Db, ledgers: readonly PersonEntries[], how: "raise" | "set"): Promise<void> {
  const rows = ledgers.flatMap(({ person, months }) =>
    months.map(({ month, capMinor }) => ({ person, month, taken_minor: 0, cap_minor: capMinor })),
  );
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("ledger_months")
      .values([...batch])
      .onConflict((conflict) =>
        conflict.columns(["person", "month"]).doUpdateSet((eb) => {
          const [before, wanted] = [eb.ref("ledger_months.cap_minor"), eb.ref("excluded.cap_minor")];
          const higher = eb.case().when(before, "<", wanted).then(wanted).else(before).end();
          return { cap_minor: how === "set" ? wanted : higher };
        }),
      )
      .execute();
    return [];
  });
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
