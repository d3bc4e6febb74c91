import type { Db } from "../database/store.ts";
import { signInTables } from "./sign-in-tables.ts";

/** Notes that a session is in use, so that it does not end for being idle. */
export async function touchSession(tx: Db, id: string, seenAt: number): Promise<void> {
  await signInTables(tx).updateTable("sessions").set({ seen_at: seenAt }).where("id", "=", id).execute();
}

/** Notes that a second factor was given in a session that was there before. */
export async function markSecondFactor(tx: Db, id: string): Promise<void> {
  await signInTables(tx).updateTable("sessions").set({ second_factor: 1 }).where("id", "=", id).execute();
}

export async function endSession(tx: Db, id: string): Promise<void> {
  await signInTables(tx).deleteFrom("sessions").where("id", "=", id).execute();
}

/** Signs an account out everywhere. */
export async function endSessionsOf(tx: Db, userId: string): Promise<void> {
  await signInTables(tx).deleteFrom("sessions").where("user_id", "=", userId).execute();
}

/** Removes the sessions that began or were last used before these moments, epoch milliseconds. Gives how many. */
export async function endSessionsBefore(
  tx: Db,
  { startedAt, seenAt }: { readonly startedAt: number; readonly seenAt: number },
): Promise<number> {
  const { numDeletedRows } = await signInTables(tx)
    .deleteFrom("sessions")
    .where((eb) => eb.or([eb("started_at", "<", startedAt), eb("seen_at", "<", seenAt)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
