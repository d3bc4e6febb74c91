import type { Db } from "../database/store.ts";
import { signInTables } from "./sign-in-tables.ts";

/** An account that somebody signs in with. `personId` is the staff number of whoever it is of. */
export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly personId: string;
  /** As they were written; whoever reads them checks that they are roles. */
  readonly roles: readonly string[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly disabledAt: number | null;
  /** When a session last began; null where none ever did. Epoch milliseconds. */
  readonly lastSignedInAt: number | null;
  /** Whether a second factor is set up. */
  readonly hasSecondFactor: boolean;
  /** Whether there is a password or an account at the identity provider to sign in with. */
  readonly canSignIn: boolean;
};

/** Makes an account without a password. The address counts as verified: an administrator vouches for it. */
export async function insertUser(
  tx: Db,
  user: {
    readonly id: string;
    readonly name: string;
    /** In lower case, as it is looked for. */
    readonly email: string;
    readonly personId: string;
    readonly roles: readonly string[];
    readonly at: number;
  },
): Promise<void> {
  const at = new Date(user.at).toISOString();
  await signInTables(tx)
    .insertInto("users")
    .values({
      id: user.id,
      name: user.name,
      email: user.email,
      // Either database takes 1 for true.
      email_verified: 1,
      two_factor_enabled: 0,
      created_at: at,
      updated_at: at,
      person_id: user.personId,
      roles: JSON.stringify(user.roles),
      disabled_at: null,
    })
    .execute();
}

export async function userById(db: Db, id: string): Promise<UserRow | undefined> {
  return (await usersWhere(db, { id }))[0];
}

/** The accounts with these ids, by id; those that there are. */
export async function usersById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, UserRow>> {
  if (ids.length === 0) return new Map();
  const rows = await usersWhere(db, { ids: [...new Set(ids)] });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The account with an address, which is looked for in lower case. */
export async function userByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  return (await usersWhere(db, { email }))[0];
}

/** Every account of one person, oldest first. */
export async function usersOfPerson(db: Db, personId: string): Promise<readonly UserRow[]> {
  return usersWhere(db, { person_id: personId });
}

/** Every account, oldest first. */
export async function listUsers(db: Db): Promise<readonly UserRow[]> {
  return usersWhere(db, {});
}

export async function changeUser(
  tx: Db,
  id: string,
  change: {
    readonly at: number;
    readonly name?: string;
    readonly roles?: readonly string[];
    readonly disabledAt?: number | null;
  },
): Promise<void> {
  const { at, name, roles, disabledAt } = change;
  await signInTables(tx)
    .updateTable("users")
    .set({
      updated_at: new Date(at).toISOString(),
      ...(name === undefined ? {} : { name }),
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
    })
    .where("id", "=", id)
    .execute();
}

/** Notes that somebody signed in. */
export async function noteSignIn(tx: Db, id: string, at: number): Promise<void> {
  await signInTables(tx).updateTable("users").set({ last_signed_in_at: at }).where("id", "=", id).execute();
}

/** Whether the person of an account was erased; it stays shut for good. */
export function isErasedUser({ personId }: Pick<UserRow, "personId">): boolean {
  return personId === ERASED;
}

/** Stands where a staff number stood; nobody has it for one. */
const ERASED = "";

/**
 * Takes everything that names a person off their accounts and shuts them for good. The rows stay, since the audit trail
 * names accounts by their ids.
 */
export async function eraseUsersOf(tx: Db, personId: string, at: number): Promise<readonly string[]> {
  const ids = (await usersOfPerson(tx, personId)).map(({ id }) => id);
  const tables = signInTables(tx);
  for (const id of ids) {
    await tables.deleteFrom("sessions").where("user_id", "=", id).execute();
    await tables.deleteFrom("credentials").where("user_id", "=", id).execute();
    await tables.deleteFrom("second_factors").where("user_id", "=", id).execute();
    await tables
      .updateTable("users")
      .set({
        name: "",
        email: `${id}@erased.invalid`,
        person_id: ERASED,
        roles: "[]",
        disabled_at: at,
        last_signed_in_at: null,
        two_factor_enabled: 0,
      })
      .where("id", "=", id)
      .execute();
  }
  return ids;
}

type Where = {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly email?: string;
  readonly person_id?: string;
};

async function usersWhere(db: Db, where: Where): Promise<readonly UserRow[]> {
  let query = signInTables(db)
    .selectFrom("users")
    .select(["id", "name", "email", "person_id", "roles", "created_at", "disabled_at", "two_factor_enabled"])
    .select("last_signed_in_at")
    .select((row) =>
      row
        .selectFrom("credentials")
        .select((way) => way.fn.countAll<number>().as("ways"))
        .whereRef("credentials.user_id", "=", "users.id")
        .as("ways"),
    );
  if (where.id !== undefined) query = query.where("id", "=", where.id);
  if (where.ids !== undefined) query = query.where("id", "in", where.ids);
  if (where.email !== undefined) query = query.where("email", "=", where.email);
  if (where.person_id !== undefined) query = query.where("person_id", "=", where.person_id);
  const rows = await query.orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    personId: row.person_id,
    roles: JSON.parse(row.roles) as readonly string[],
    createdAt: new Date(row.created_at).getTime(),
    disabledAt: row.disabled_at,
    lastSignedInAt: row.last_signed_in_at,
    hasSecondFactor: Boolean(row.two_factor_enabled),
    canSignIn: Number(row.ways) > 0,
  }));
}
