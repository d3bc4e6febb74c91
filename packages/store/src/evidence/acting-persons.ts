import { sql } from "kysely";
import type { Db } from "../database/store.ts";
import { SIGN_IN_NAMES } from "../users/sign-in-tables.ts";

/** A row that names another person for an account than the account is of, or nobody. */
export type OtherPerson = { readonly table: string; readonly key: string; readonly column: string };

/** Columns that name who acted by their pseudonym, beside the account. */
const ACTORS = [
  { table: "draft_revisions", key: "draft_id", account: "editor", column: "editor_person" },
  { table: "submissions", key: "id", account: "submitted_by", column: "submitted_by_person" },
  { table: "reviews", key: "submission_id", account: "reviewer", column: "reviewer_person" },
  { table: "draft_comments", key: "id", account: "author", column: "author_person" },
  { table: "decisions", key: "id", account: "recorded_by", column: "recorded_by_person" },
] as const;

const USERS = SIGN_IN_NAMES.user.modelName;

/**
 * Rows whose pseudonym stands for nobody, or for somebody else than the account beside it is of, at most `limit` of each
 * table. Of accounts that are not there, and of people who were erased, no more can be said.
 */
export async function otherPersons(db: Db, limit: number): Promise<readonly OtherPerson[]> {
  const tables = await db.introspection.getTables();
  const hasUsers = tables.some(({ name }) => name === USERS);
  const found: OtherPerson[] = [];
  for (const { table, key, account, column } of ACTORS) {
    const person = sql.ref(`r.${column}`);
    const users = hasUsers
      ? sql`left join ${sql.table(USERS)} as u on r.${sql.ref(account)} = 'user:' || u.id`
      : sql``;
    const isOther = hasUsers ? sql`or (u.person_id <> '' and p.staff_id <> u.person_id)` : sql``;
    const { rows } = await sql<{ key: string }>`
      select r.${sql.ref(key)} as key from ${sql.table(table)} as r
      left join people as p on p.person = ${person} ${users}
      where ${person} is not null and (p.person is null ${isOther})
      order by r.${sql.ref(key)} limit ${limit}`.execute(db);
    found.push(...rows.map((row) => ({ table, key: row.key, column })));
  }
  return found;
}
