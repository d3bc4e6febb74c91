import { type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { LedgerMonthsTable } from "../database/tables.ts";

export type LedgerMonthRow = Selectable<LedgerMonthsTable>;

/** What each month of some people holds, and the most that it may, in the order of months. */
export async function ledgerMonthsOf(db: Db, persons: readonly string[]): Promise<readonly LedgerMonthRow[]> {
  return inBatches([...new Set(persons)], (batch) =>
    db.selectFrom("ledger_months").selectAll().where("person", "in", batch).orderBy("month").execute(),
  );
}

/** People of whom the ledger holds something, though there is nobody under the pseudonym; at most `limit`. */
export async function holdersWithoutPerson(
  db: Db,
  limit: number,
): Promise<readonly { readonly table: string; readonly person: string }[]> {
  const found: { readonly table: string; readonly person: string }[] = [];
  for (const table of ["accounts", "ledger_months", "ledger_entries", "bonuses", "appeals"]) {
    const { rows } = await sql<{ person: string }>`
      select distinct r.person from ${sql.table(table)} as r left join people as p on p.person = r.person
      where p.person is null order by r.person limit ${limit}`.execute(db);
    found.push(...rows.map(({ person }) => ({ table, person })));
  }
  return found;
}
