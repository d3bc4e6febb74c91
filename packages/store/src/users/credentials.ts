import type { Db } from "../database/store.ts";
import { signInTables } from "./sign-in-tables.ts";

/** How the sign-in library calls a password among the ways to sign in. */
const PASSWORD = "credential";

/** Gives an account a password, in place of any that it has. `hash` is what the sign-in library makes of it. */
export async function setPassword(
  tx: Db,
  {
    id,
    userId,
    hash,
    at,
  }: { readonly id: string; readonly userId: string; readonly hash: string; readonly at: number },
): Promise<void> {
  const moment = new Date(at).toISOString();
  const tables = signInTables(tx);
  const changed = await tables
    .updateTable("credentials")
    .set({ password: hash, updated_at: moment })
    .where("user_id", "=", userId)
    .where("provider_id", "=", PASSWORD)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await tables
    .insertInto("credentials")
    .values({
      id,
      account_id: userId,
      provider_id: PASSWORD,
      user_id: userId,
      password: hash,
      created_at: moment,
      updated_at: moment,
    })
    .execute();
}

/** Takes the second factor off an account, whose owner has lost it. */
export async function removeSecondFactor(tx: Db, userId: string): Promise<void> {
  const tables = signInTables(tx);
  await tables.deleteFrom("second_factors").where("user_id", "=", userId).execute();
  await tables.updateTable("users").set({ two_factor_enabled: 0 }).where("id", "=", userId).execute();
}
