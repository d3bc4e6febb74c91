import { sql } from "kysely";
import type { Db } from "../database/store.ts";
import { SIGN_IN_NAMES } from "../users/sign-in-tables.ts";

/** A row that names another person for an account than the account is of. */
export type OtherPerson = { readonly table: string; readonly key: string; readonly column: string };

/** Columns that name who acted by their staff number, beside the account. */
const ACTORS = [
  { table: "draft_revisions", key: "draft_id", account: "editor", column: "editor_person" },
  { table: "submissions", key: "id", account: "submitted_by", column: "submitted_by_person" },
  { table: "reviews", key: "submission_id", account: "reviewer", column: "reviewer_person" },
  { table: "decisions", key: "id", account: "recorded_by", column: "recorded_by_person" },
] as const;

const USERS = SIGN_IN_NAMES.user.modelName;

/**
 * Rows whose staff number is not that of the account beside it, at most `limit` of each table. Of accounts that are not
 * there, and of people who were erased, nothing can be said.
 */
export async function otherPersons(db: Db, limit: number): Promise<readonly OtherPerson[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === USERS)) return [];
  const found: OtherPerson[] = [];
  for (const { table, key, account, column } of ACTORS) {
    const { rows } = await sql<{ key: string }>`
      select r.${sql.ref(key)} as key from ${sql.table(table)} as r
      join ${sql.table(USERS)} as u on r.${sql.ref(account)} = 'user:' || u.id
      where u.person_id <> '' and r.${sql.ref(column)} <> u.person_id
      order by r.${sql.ref(key)} limit ${limit}`.execute(db);
    found.push(...rows.map((row) => ({ table, key: row.key, column })));
  }
  return found;
}

/** Puts a pseudonym in the place of a staff number wherever it stands beside an account. */
export async function erasePersonOfActors(
  tx: Db,
  { staffId, person }: { readonly staffId: string; readonly person: string },
): Promise<void> {
  for (const { table, column } of ACTORS)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${person} where ${sql.ref(column)} = ${staffId}`.execute(tx);
}
