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
  /** The most that the month may take of the person in all, as it was last written down; null where nothing ever stood in it. */
  readonly cap_minor: number | null;
  /** 1 where payroll corrected the person's bonus of the month after `through`. */
  readonly restated: number;
};

/**
 * Every account that a payroll month takes from or gives back to, in order of person and account; of whoever has left,
 * in their last month and in any other with a line of theirs, every account of which something will not be recovered.
 * With `through`, the number of an audit event, the ledger as it stood right after that event.
 */
export async function payrollLines(
  db: Db,
  { month, through }: { readonly month: string; readonly through?: number },
): Promise<readonly PayrollLine[]> {
  const upTo = through === undefined ? sql`` : sql`and e.audit_event_id <= ${through}`;
  const persons = sql`select person from people where left_in = ${month}
    union select person from ledger_entries where month = ${month} or paid_back_in = ${month}`;
  const touching = sql`select person, account from ledger_entries where month = ${month}
    union select person, account from ledger_entries where paid_back_in = ${month}
    union select person, account from ledger_entries where kind = 'settled' and person in (${persons})`;
  const moves = sql`(lines.planned_minor <> 0 or lines.taken_minor <> 0 or lines.given_back_minor <> 0)`;
  const restated =
    through === undefined
      ? sql`0`
      : sql`(case when exists (select 1 from bonuses b where b.person = told.person and b.month = ${month}
          and b.source = 'payroll' and b.audit_event_id > ${through}) then 1 else 0 end)`;
  const { rows } = await sql<PayrollLine>`
    select told.person, told.account, told.currency, told.planned_minor, told.taken_minor, told.given_back_minor,
      told.owed_minor, told.planned_so_far_minor, told.settled, m.cap_minor, ${restated} as restated
    from (
      select lines.*, case when ${moves} then 1 else 0 end as moves,
        max(case when ${moves} then 1 else 0 end) over (partition by lines.person) as person_moves
      from (
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
    ) as told
    join people p on p.person = told.person
    left join ledger_months m on m.person = told.person and m.month = ${month}
    where told.moves = 1
      or (told.settled = 1 and told.owed_minor <> 0 and (told.person_moves = 1 or p.left_in = ${month}))
    order by told.person, told.account`.execute(db);
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
