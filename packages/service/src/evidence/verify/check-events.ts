import {
  type CaseRow,
  type DecisionRow,
  type RowsOfEvents,
  casesById,
  decisionsById,
  pagesOf,
  rowsOfEvents,
  strayRows,
} from "@evenhand/store";
import { type CaseTold, casesToldBy, checkCaseTold } from "./case-told.ts";
import { checkDecision } from "./check-decision.ts";
import { type LoggedEvent, readEvent } from "./read-event.ts";
import { type StoreProblem, rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

/** Rows that stray are told by their table and key. */
const MOST_STRAYS = 20;

/**
 * Everything that came with an audit event against what the event tells: decisions with their parties and findings, ledger
 * entries and bonuses in their order, payroll months, cases. Nothing may be missing, and nothing more may be there. Gives
 * how many cases came by imports.
 */
export async function checkEvents(work: Verifying): Promise<{ readonly imported: number }> {
  const { db, found } = work;
  for (const { table, key } of await strayRows(db, MOST_STRAYS)) found.add(rowSuperfluous({ table, key }));
  let imported = 0;
  for await (const page of pagesOf(db, "audit_events")) {
    const events = page.flatMap((row) => readEvent(row) ?? []);
    const told = events.flatMap((event) => casesToldBy(event));
    imported += told.filter(({ importId }) => importId !== undefined).length;
    await checkPage(work, { events, told });
    await work.step(page.length);
    if (found.isFull) break;
  }
  return { imported };
}

type Page = { readonly events: readonly LoggedEvent[]; readonly told: readonly CaseTold[] };

async function checkPage(work: Verifying, { events, told }: Page): Promise<void> {
  const { db, found } = work;
  const rows = await rowsOfEvents(
    db,
    events.map(({ id }) => id),
  );
  const superseded = await decisionsById(
    db,
    rows.decisions.flatMap(({ supersedes }) => supersedes ?? []),
  );
  const byEvent = grouped(rows);
  for (const event of events) {
    const own = byEvent(event.id);
    await safely(work, event, () => checkEvent(work, event, { ...own, superseded }));
  }
  const cases = new Map<string, CaseRow>();
  for (const row of await casesById(
    db,
    told.map(({ id }) => id),
  ))
    cases.set(row.id, row);
  for (const one of told) {
    const row = cases.get(one.id);
    if (row) checkCaseTold(found, one, row);
    else found.add(rowMissing({ table: "cases", key: one.id }));
  }
}

/** An event may hold anything once its body was altered, which the log tells; going on must not break on it. */
async function safely(work: Verifying, { id }: LoggedEvent, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch {
    work.found.add(unreadable(id));
  }
}

type OwnRows = Omit<RowsOfEvents, "parties" | "findings"> &
  Pick<RowsOfEvents, "parties" | "findings"> & { readonly superseded: readonly DecisionRow[] };

async function checkEvent(work: Verifying, event: LoggedEvent, own: OwnRows): Promise<void> {
  const { found } = work;
  inOrder(work, event, { table: "ledger_entries", rows: own.entries, wanted: entriesOf(event) });
  inOrder(work, event, { table: "bonuses", rows: own.bonuses, wanted: bonusesOf(event) });
  const [decision, ...others] = own.decisions;
  if (event.action === "decision.recorded") {
    if (decision) await checkDecision(work, { ...own, event, decision });
    else found.add(rowMissing({ table: "decisions", key: event.object.id }));
  } else if (decision) found.add(rowSuperfluous({ table: "decisions", key: decision.id }));
  for (const { id } of others) found.add(rowSuperfluous({ table: "decisions", key: id }));
  checkPayroll(work, event, own);
}

function checkPayroll({ found }: Verifying, event: LoggedEvent, { payrollMonths }: OwnRows): void {
  const [row, ...others] = payrollMonths;
  const key = event.object.id;
  const isClose = event.action === "payroll.closed";
  if (isClose && !row) found.add(rowMissing({ table: "payroll_months", key }));
  if (isClose && row)
    found.compare({ table: "payroll_months", key }, row, {
      month: key,
      closed_at: event.at,
      closed_by: event.actor,
      people: event.after["people"],
      deducted_minor: event.after["deductedMinor"],
    });
  for (const { month } of isClose ? others : payrollMonths)
    found.add(rowSuperfluous({ table: "payroll_months", key: month }));
}

type InOrder = {
  readonly table: "ledger_entries" | "bonuses";
  readonly rows: readonly { readonly id: number }[];
  readonly wanted: readonly Readonly<Record<string, unknown>>[];
};

function inOrder({ found }: Verifying, { id }: LoggedEvent, { table, rows, wanted }: InOrder): void {
  for (const [place, expected] of wanted.entries()) {
    const row = rows[place];
    const name = { table, key: row ? String(row.id) : `event ${id}, ${place + 1}` };
    if (row) found.compare(name, row, expected);
    else found.add(rowMissing(name));
  }
  for (const row of rows.slice(wanted.length)) found.add(rowSuperfluous({ table, key: String(row.id) }));
}

function entriesOf({ entries, at }: LoggedEvent): InOrder["wanted"] {
  return entries.map((entry) => ({
    person: entry.person,
    account: entry.account,
    kind: entry.kind,
    source: entry.from ?? null,
    month: entry.month ?? null,
    amount_minor: entry.amountMinor,
    paid_back_in: entry.paidBackIn ?? null,
    at,
  }));
}

function bonusesOf({ ledger, at }: LoggedEvent): InOrder["wanted"] {
  return ledger.flatMap(({ person, bonuses = [] }) =>
    bonuses.map(({ month, bonusMinor, source }) => ({ person, month, bonus_minor: bonusMinor, source, at })),
  );
}

function grouped(rows: RowsOfEvents): (event: number) => RowsOfEvents {
  const decisions = Map.groupBy(rows.decisions, (row) => row.audit_event_id);
  const parties = Map.groupBy(rows.parties, (row) => row.decision_id);
  const findings = Map.groupBy(rows.findings, (row) => row.decision_id);
  const entries = Map.groupBy(rows.entries, (row) => row.audit_event_id);
  const bonuses = Map.groupBy(rows.bonuses, (row) => row.audit_event_id);
  const payrollMonths = Map.groupBy(rows.payrollMonths, (row) => row.audit_event_id);
  return (event) => {
    const own = decisions.get(event) ?? [];
    return {
      decisions: own,
      parties: own.flatMap(({ id }) => parties.get(id) ?? []),
      findings: own.flatMap(({ id }) => findings.get(id) ?? []),
      entries: entries.get(event) ?? [],
      bonuses: bonuses.get(event) ?? [],
      payrollMonths: payrollMonths.get(event) ?? [],
    };
  };
}

function unreadable(id: number): StoreProblem {
  return {
    code: "row-altered",
    at: `/audit_events/${id}/body`,
    message: {
      en: `audit event ${id} does not tell what its action says`,
      zh: `审计记录${id}的内容与其动作不符`,
    },
  };
}
