import { alikeKey, canonicalJson, pointer } from "@evenhand/domain";
import { opens } from "@evenhand/evidence";
import { type PersonLedger, ledgerProblems } from "@evenhand/ledger";
import {
  type AccountRow,
  type LedgerEntryRow,
  type LedgerMonthRow,
  type LedgerRows,
  type PersonRow,
  holdersWithoutPerson,
  ledgerMonthsOf,
  ledgerRows,
  otherPersons,
  pagesOf,
} from "@evenhand/store";
import { personLedger } from "../../ledger/ledgers.ts";
import type { Found } from "./found.ts";
import { LedgersTold, type PersonTold } from "./ledger-told.ts";
import { readEvent } from "./read-event.ts";
import { type StoreProblem, rowAltered, rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

/**
 * For so many people at a time the log is read once more and what it tells of them put together, so that what is held
 * does not grow with the number of people.
 */
const PEOPLE_AT_A_TIME = 5_000;
const MOST_TOLD = 20;

/**
 * Everybody: salt and number give the pseudonym; accounts, the limits of months and whether they left or were erased are
 * what the log tells; what months hold is what their entries come to; and the ledger keeps every rule of ledgers.
 */
export async function checkPeople(work: Verifying): Promise<void> {
  const { db, found } = work;
  for (const { table, person: key } of await holdersWithoutPerson(db, MOST_TOLD))
    found.add(rowMissing({ table: "people", key }), rowSuperfluous({ table, key }));
  for (const { table, key, column } of await otherPersons(db, MOST_TOLD))
    found.add(otherPerson(table, key, column));
  let batch: PersonRow[] = [];
  for await (const page of pagesOf(db, "people")) {
    batch.push(...page);
    if (batch.length < PEOPLE_AT_A_TIME) continue;
    await checkBatch(work, batch);
    batch = [];
    if (found.isFull) return;
  }
  if (batch.length > 0) await checkBatch(work, batch);
}

async function checkBatch(work: Verifying, people: readonly PersonRow[]): Promise<void> {
  const told = new LedgersTold(people.map(({ person }) => person));
  for await (const page of pagesOf(work.db, "audit_events")) {
    for (const row of page) {
      const event = readEvent(row);
      if (event) safely(work, { at: `/audit_events/${row.id}/body` }, () => told.take(event));
    }
    await work.step(0);
  }
  for (let from = 0; from < people.length; from += LEDGERS_AT_A_TIME) {
    const some = people.slice(from, from + LEDGERS_AT_A_TIME);
    await checkSome(work, some, told);
    await work.step(some.length);
  }
}

/** Whole ledgers are held at a time. */
const LEDGERS_AT_A_TIME = 200;

async function checkSome(work: Verifying, people: readonly PersonRow[], all: LedgersTold): Promise<void> {
  const { db, found } = work;
  const persons = people.map(({ person }) => person);
  const rows = await ledgerRows(db, persons);
  const months = Map.groupBy(await ledgerMonthsOf(db, persons), ({ person }) => person);
  const entries = Map.groupBy(rows.entries, ({ person }) => person);
  for (const row of people) {
    const { person } = row;
    const told = all.of(person);
    checkPerson(found, row, told);
    const accounts = rows.accounts.filter((account) => account.person === person);
    checkAccounts(found, accounts, { person, told });
    const own = entries.get(person) ?? [];
    checkMonths(found, months.get(person) ?? [], { person, told, entries: own });
    checkOrder(found, own);
    checkSoundness(work, rows, person);
  }
}

function checkPerson(found: Found, row: PersonRow, told: PersonTold): void {
  const { person, staff_id, salt, alike } = row;
  const name = { table: "people", key: person };
  // Of two numbers that were alike before they were compared, the later one stands without.
  if (alike !== null && (staff_id === null || alike !== alikeKey(staff_id)))
    found.add(
      rowAltered(name, "alike", { found: "that of another number", wanted: "that of the staff number" }),
    );
  if (staff_id !== null && salt !== null && !opens({ token: person, salt, value: staff_id }))
    found.add(doesNotOpen(person));
  const isErased = staff_id === null && salt === null;
  found.compare(name, row, {
    left_in: told.leftIn,
    erased_at: told.erasedAt,
    ledger_revision: told.changes,
  });
  if (isErased !== (told.erasedAt !== null))
    found.add(rowAltered(name, "staff_id", { found: isErased ? null : "somebody", wanted: told.erasedAt }));
}

type Whose = { readonly person: string; readonly told: PersonTold };

function checkAccounts(found: Found, rows: readonly AccountRow[], { person, told }: Whose): void {
  const there = new Map(rows.map((row) => [row.account, row]));
  let sequence = 0;
  for (const [account, { startsIn, currency, terms, state }] of told.accounts) {
    sequence += 1;
    const row = there.get(account);
    const name = { table: "accounts", key: `${account} ${person}` };
    there.delete(account);
    if (row)
      found.compare(
        name,
        { ...row, terms: normal(row.terms) },
        { starts_in: startsIn, currency, state, sequence, terms: canonicalJson(terms) },
      );
    else found.add(rowMissing(name));
  }
  for (const account of there.keys())
    found.add(rowSuperfluous({ table: "accounts", key: `${account} ${person}` }));
}

/** The canonical form of a text that was written by `JSON.stringify`, in whatever order its names stand. */
function normal(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? canonicalJson(value) : text;
  } catch {
    return text;
  }
}

function checkMonths(
  found: Found,
  rows: readonly LedgerMonthRow[],
  { person, told, entries }: Whose & { readonly entries: readonly LedgerEntryRow[] },
): void {
  const there = new Map(rows.map((row) => [row.month, row]));
  const taken = takenIn(entries);
  for (const [month, capMinor] of told.months) {
    const row = there.get(month);
    const name = { table: "ledger_months", key: `${person} ${month}` };
    there.delete(month);
    if (row) found.compare(name, row, { cap_minor: capMinor, taken_minor: taken.get(month) ?? 0 });
    else found.add(rowMissing(name));
  }
  for (const month of there.keys())
    found.add(rowSuperfluous({ table: "ledger_months", key: `${person} ${month}` }));
}

/** What the entries of each month come to: planned, less what was taken back out of the plan or of what was deducted. */
function takenIn(entries: readonly LedgerEntryRow[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { kind, source, month, amount_minor } of entries) {
    if (month === null) continue;
    const isBack = (kind === "carried" || kind === "reversed") && source !== "outstanding";
    const sign = kind === "scheduled" ? 1 : isBack ? -1 : 0;
    taken.set(month, (taken.get(month) ?? 0) + sign * amount_minor);
  }
  return taken;
}

/** INVARIANT: whoever changes a ledger holds its person's row, so that its entries and their events follow one order. */
function checkOrder(found: Found, entries: readonly LedgerEntryRow[]): void {
  let latest = 0;
  for (const { id, audit_event_id } of entries) {
    if (audit_event_id < latest)
      found.add(
        rowAltered({ table: "ledger_entries", key: String(id) }, "id", {
          found: id,
          wanted: `after event ${latest}`,
        }),
      );
    latest = Math.max(latest, audit_event_id);
  }
}

function checkSoundness(work: Verifying, rows: LedgerRows, person: string): void {
  safely(work, { at: pointer("people", person) }, () => {
    const ledger: PersonLedger = personLedger(rows, person);
    for (const { rule, at, message } of ledgerProblems(ledger))
      work.found.add({ code: "ledger-unsound", at: pointer("people", person, rule, at), message });
  });
}

/** What was altered may be of any form, so that reading it may fail; that is told, and the rest goes on. */
function safely({ found }: Verifying, { at }: { readonly at: string }, work: () => void): void {
  try {
    work();
  } catch {
    found.add({ code: "ledger-unsound", at, message: UNREADABLE });
  }
}

const UNREADABLE = { en: "a ledger cannot be read", zh: "账目无法读取" };

function doesNotOpen(person: string): StoreProblem {
  return {
    code: "opening-altered",
    at: pointer("people", person),
    message: {
      en: "salt and staff number do not give the pseudonym under which they stand",
      zh: "盐值和工号与其化名不符",
    },
  };
}

function otherPerson(table: string, key: string, column: string): StoreProblem {
  return {
    code: "other-person",
    at: pointer(table, key, column),
    message: {
      en: `\`${column}\` in \`${table}\` is not the person of the account beside it`,
      zh: `\`${table}\`表中的\`${column}\`与同行账户所属人员不符`,
    },
  };
}
