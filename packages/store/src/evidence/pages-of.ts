import { type Selectable, sql } from "kysely";
import type { Db } from "../database/store.ts";
import type { Tables } from "../database/tables.ts";

/** By what the rows of each table that can be read through are told apart, in the order in which pages go on. */
const KEYS = {
  accounts: ["person", "account"],
  appeals: ["id"],
  audit_events: ["id"],
  calendars: ["hash"],
  cases: ["id"],
  decisions: ["sequence"],
  draft_comments: ["sequence"],
  guards: ["hash"],
  openings: ["token", "object_id"],
  people: ["person"],
  reviews: ["id"],
  submissions: ["sequence"],
  versions: ["policy_id", "version"],
} as const satisfies { readonly [Table in keyof Tables]?: readonly (keyof Tables[Table])[] };

export type PagedTable = keyof typeof KEYS;

/** Rows held at a time, whatever the table. */
const PAGE = 500;

/**
 * A whole table a page at a time, in the order of its key; never more than one page is held.
 *
 * @example for await (const versions of pagesOf(db, "versions")) …
 */
export async function* pagesOf<Table extends PagedTable>(
  db: Db,
  table: Table,
): AsyncGenerator<readonly Selectable<Tables[Table]>[]> {
  const keys: readonly string[] = KEYS[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let last: Readonly<Record<string, unknown>> | undefined;
  for (;;) {
    const values = last;
    const after = values ? sql`where (${columns}) > (${sql.join(keys.map((key) => values[key]))})` : sql``;
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} ${after} order by ${columns} limit ${PAGE}`.execute(db);
    // The query asks for every column of this table and of no other.
    if (rows.length > 0) yield rows as readonly Selectable<Tables[Table]>[];
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

/** How many rows a table has. */
export async function countRows(db: Db, table: keyof Tables): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
}
