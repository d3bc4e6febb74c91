import type { Db } from "../database/store.ts";
import { lockedRows } from "../database/locked-rows.ts";
import { signInTables } from "./sign-in-tables.ts";

type UsedCode = { readonly code: string; readonly at: number };

type Code = { readonly userId: string; readonly code: string };

/**
 * Notes that a code of a second factor is being used, and says whether it is for the first time; those before
 * `forgottenBefore`, which are right no more, are forgotten. Moments are epoch milliseconds. Of several who come with one
 * code at once, one is first.
 */
export async function claimCode(
  tx: Db,
  { userId, code, at, forgottenBefore }: Code & { readonly at: number; readonly forgottenBefore: number },
): Promise<boolean> {
  const found = await usedCodes(tx, userId);
  // Nothing is set up, so that no code is right.
  if (!found) return true;
  const kept = found.used.filter((used) => used.at >= forgottenBefore);
  if (kept.some((used) => used.code === code)) return false;
  await keepUsed(tx, found.id, [...kept, { code, at }]);
  return true;
}

/** Takes back that a code was used, since it was not right. */
export async function releaseCode(tx: Db, { userId, code }: Code): Promise<void> {
  const found = await usedCodes(tx, userId);
  if (!found) return;
  const others = found.used.filter((used) => used.code !== code);
  await keepUsed(tx, found.id, others);
}

async function usedCodes(
  tx: Db,
  userId: string,
): Promise<{ readonly id: string; readonly used: readonly UsedCode[] } | undefined> {
  const found = await lockedRows(
    tx,
    signInTables(tx).selectFrom("second_factors").select(["id", "used_codes"]).where("user_id", "=", userId),
  ).executeTakeFirst();
  return found && { id: found.id, used: JSON.parse(found.used_codes ?? "[]") as readonly UsedCode[] };
}

async function keepUsed(tx: Db, id: string, used: readonly UsedCode[]): Promise<void> {
  await signInTables(tx)
    .updateTable("second_factors")
    .set({ used_codes: JSON.stringify(used) })
    .where("id", "=", id)
    .execute();
}
