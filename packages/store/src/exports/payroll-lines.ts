import { sql } from "kysely";
import type { Db } from "../database/store.ts";

/** What a payroll month does with one account; amounts in minor units. */
export type PayrollLine = {
  readonly person: string;
  /** The decision with which the account began. */
  readonly account: string;
  readonly currency: string;
  /** Still to be taken in the month. */
  readonly planned_minor: number;
  /** Taken in the month, whether or not it was given back later. */
  readonly taken_minor: number;
  /** Given back with the pay of the month. */
  readonly given_back_minor: number;
  /** Neither taken nor let off: outstanding, and planned in whichever month. */
  readonly owed_minor: number;
  /** The part of it that is planned in this month or an earlier one. */
  readonly planned_so_far_minor: number;
  /** 1 where the person has left and what is owed will not be recovered. */
  readonly settled: number;
  /** The most that the month may take of the person in all, by what is known now; null where nothing ever stood in it. */
  readonly cap_minor: number | null;
};

/**
 * Every account that a payroll month takes from or gives back to, in order of person and account. With `through`, the
 * number of an audit event, the ledger as it stood right after that event.
 */
export async function payrollLines(
  db: Db,
  { month, through }: { readonly month: string; readonly through?: number },
): Promise<readonly PayrollLine[]> {
  const upTo = through === undefined ? sql`` : sql`and e.audit_event_id <= ${through}`;
  const touching = sql`select person, account from ledger_entries where month = ${month}
    union select person, account from ledger_entries where paid_back_in = ${month}`;
  const { rows } = await sql<PayrollLine>`
    select lines.*, m.cap_minor from (
      select e.person, e.account, a.currency,
        sum(case when e.month = ${month} then ${PLANNED} else 0 end) as planned_minor,
        sum(case when e.month = ${month} and e.kind = 'deducted' then e.amount_minor else 0 end) as taken_minor,
        sum(case when e.paid_back_in = ${month} then e.amount_minor else 0 end) as given_back_minor,
        sum(${OWED}) as owed_minor,
        sum(case when e.month <= ${month} then ${PLANNED} else 0 end) as planned_so_far_minor,
        max(case when e.kind = 'settled' then 1 else 0 end) as settled
      from ledger_entries e join accounts a on a.account = e.account and a.person = e.person
      where (e.person, e.account) in (${touching}) ${upTo}
      group by e.person, e.account, a.currency
    ) as lines
    left join ledger_months m on m.person = lines.person and m.month = ${month}
    where lines.planned_minor <> 0 or lines.taken_minor <> 0 or lines.given_back_minor <> 0
    order by lines.person, lines.account`.execute(db);
  return rows;
}

/** What an entry adds to the plan of its month, or takes out of it. */
const PLANNED = sql`(case
  when e.kind = 'scheduled' then e.amount_minor
  when e.kind = 'deducted' or e.source = 'scheduled' then -e.amount_minor
  else 0 end)`;

/** What an entry adds to what is outstanding and planned together, or takes out of it. */
const OWED = sql`(case
  when e.kind = 'assessed' or (e.kind = 'carried' and e.source = 'deducted') then e.amount_minor
  when e.kind in ('deducted', 'waived') or (e.kind = 'reversed' and e.source <> 'deducted') then -e.amount_minor
  else 0 end)`;

/** The event of the payroll that closed a month, or the first later one; `undefined` where none was closed. */
export async function closingEvent(db: Db, month: string): Promise<number | undefined> {
  const found = await db
    .selectFrom("payroll_months")
    .select("audit_event_id")
    .where("month", ">=", month)
    .orderBy("month")
    .limit(1)
    .executeTakeFirst();
  return found?.audit_event_id;
}
