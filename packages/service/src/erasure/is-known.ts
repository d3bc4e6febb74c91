import { type Db, hasAccounts, knownPersons } from "@evenhand/store";

/** Whether anything here names somebody by this staff number: a case, or an account to sign in with. */
export async function isKnown(db: Db, staffId: string): Promise<boolean> {
  return (await knownPersons(db, [staffId])).has(staffId) || (await hasAccounts(db, staffId));
}
