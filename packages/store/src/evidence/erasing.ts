import { type RawBuilder, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import { SIGN_IN_NAMES } from "../users/sign-in-tables.ts";
import { eraseUsersOf, usersOfPerson } from "../users/users.ts";

/**
 * Everything that a person is part of and that texts are kept for: cases that name them, decisions on those cases or in
 * whose accounts they are, appeals they filed, and they themselves. Reads every case once.
 */
export async function objectsOfPerson(db: Db, person: string): Promise<readonly string[]> {
  const cases = await db
    .selectFrom("cases")
    .select("id")
    .where(holds(db, sql.ref("content"), person))
    .execute();
  const decided = await inBatches(
    cases.map(({ id }) => id),
    (batch) => db.selectFrom("decisions").select("id").where("case_id", "in", batch).execute(),
  );
  const parties = await db
    .selectFrom("decision_parties")
    .select("decision_id as id")
    .where("person", "=", person)
    .distinct()
    .execute();
  const charged = await db
    .selectFrom("accounts as a")
    .innerJoin("decisions as d", "d.root_id", "a.account")
    .select("d.id")
    .where("a.person", "=", person)
    .execute();
  const appeals = await db.selectFrom("appeals").select("id").where("person", "=", person).execute();
  const all = [...cases, ...decided, ...parties, ...charged, ...appeals];
  return [...new Set([...all.map(({ id }) => id), person])];
}

/** A commitment with what is behind it. */
export type OpenedToken = { readonly token: string; readonly value: string };

/** What is kept for some objects. */
export async function openingsOfObjects(
  db: Db,
  objectIds: readonly string[],
): Promise<readonly OpenedToken[]> {
  return inBatches([...new Set(objectIds)], (batch) =>
    db.selectFrom("openings").select(["token", "value"]).where("object_id", "in", batch).execute(),
  );
}

/** What is kept, for whatever object, and holds a text. Reads every text once. */
export async function openingsHolding(db: Db, text: string): Promise<readonly OpenedToken[]> {
  return db
    .selectFrom("openings")
    .select(["token", "value"])
    .where(holds(db, sql.ref("value"), text))
    .execute();
}

/** Takes what is behind commitments, for whichever objects it is kept. */
export async function deleteOpeningsBehind(tx: Db, tokens: readonly string[]): Promise<void> {
  await inBatches([...new Set(tokens)], async (batch) => {
    await tx.deleteFrom("openings").where("token", "in", batch).execute();
    return [];
  });
}

/** How many appeals of a person nobody has decided yet. */
export async function countOpenAppeals(db: Db, person: string): Promise<number> {
  const { count } = await db
    .selectFrom("appeals")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("person", "=", person)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether somebody has an account to sign in with. Before the first start there are no accounts at all. */
export async function hasAccounts(db: Db, staffId: string): Promise<boolean> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === SIGN_IN_NAMES.user.modelName)) return false;
  return (await usersOfPerson(db, staffId)).length > 0;
}

/**
 * Takes everything that names a person off their accounts, shuts these for good, and takes what the sign-in library keeps
 * for them on the side; gives the ids of the accounts.
 */
export async function eraseAccountsOf(
  tx: Db,
  { staffId, at }: { readonly staffId: string; readonly at: number },
): Promise<readonly string[]> {
  if (!(await hasAccounts(tx, staffId))) return [];
  const users = await usersOfPerson(tx, staffId);
  const ids = await eraseUsersOf(tx, staffId, at);
  const verifications = SIGN_IN_NAMES.verification.modelName;
  for (const text of users.flatMap(({ id, email }) => [id, email]))
    await sql`delete from ${sql.table(verifications)}
      where ${holds(tx, sql.ref("identifier"), text)} or ${holds(tx, sql.ref("value"), text)}`.execute(tx);
  return ids;
}

/** Takes names of imported files that name somebody. */
export async function blankFileNames(tx: Db, text: string): Promise<void> {
  await tx
    .updateTable("imports")
    .set({ file_name: "" })
    .where(holds(tx, sql.ref("file_name"), text))
    .execute();
}

/** Whether a column holds a text anywhere, letter by letter. */
function holds(db: Db, column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const position = sql.raw(surroundingsOf(db).dialect === "sqlite" ? "instr" : "strpos");
  return sql<boolean>`${position}(${column}, ${text}) > 0`;
}
