import type { Store, StorePlace } from "@evenhand/store";
import { sql } from "kysely";
import { intruderIn } from "./tamper-database.ts";

/** Runs a statement as somebody would who has the database itself, past every trigger and reference. */
export async function pastTheService(
  { store, place }: { readonly store: Store; readonly place: StorePlace },
  statement: string,
): Promise<void> {
  if ("file" in place) {
    const intruder = intruderIn(place);
    intruder.run(statement);
    intruder.close();
    return;
  }
  await store.write(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
}
