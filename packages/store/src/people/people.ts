import type { Selectable } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import { lockedRows } from "../database/locked-rows.ts";
import type { Db } from "../database/store.ts";
import type { PeopleTable } from "../database/tables.ts";
import { TryAgain } from "../failures/try-again.ts";

export type PersonRow = Selectable<PeopleTable>;

/**
 * Takes the rows of people until the transaction ends and gives them, in order of pseudonym.
 *
 * INVARIANT: whoever plans with a ledger has taken the row of its person before reading anything else of it, so that two
 * plans are never made of the same state. Everybody takes them in this order, so that nobody waits in a circle.
 */
export async function lockPersons(tx: Db, persons: readonly string[]): Promise<readonly PersonRow[]> {
  return inBatches([...new Set(persons)].toSorted(), (batch) =>
    lockedRows(
      tx,
      tx.selectFrom("people").selectAll().where("person", "in", batch).orderBy("person"),
    ).execute(),
  );
}

/**
 * The same of people whom something names that is about to be kept, each pseudonym by the staff number that it was found
 * for, and of whoever else `besides` holds. Whoever was erased before is named by the pseudonym itself.
 *
 * INVARIANT: nothing new is kept of somebody who was erased meanwhile. Where one was, the whole transaction starts anew
 * and finds the number without a pseudonym; and whoever erases one of these people waits until this is kept, and erases it
 * as well.
 */
export async function lockNamed(
  tx: Db,
  named: ReadonlyMap<string, string>,
  besides: readonly string[] = [],
): Promise<void> {
  const rows = await lockPersons(tx, [...named.values(), ...besides]);
  const erased = new Set(rows.filter(({ erased_at }) => erased_at !== null).map(({ person }) => person));
  const isErased = [...named].some(([staffId, person]) => staffId !== person && erased.has(person));
  if (isErased) throw new TryAgain("busy", new Error("somebody was erased meanwhile"));
}

/** Notes that the ledgers of these people were changed, so that what was read before is known to be old. */
export async function raiseLedgerRevisions(tx: Db, persons: readonly string[]): Promise<void> {
  await inBatches([...new Set(persons)].toSorted(), async (batch) => {
    await tx
      .updateTable("people")
      .set(({ eb }) => ({ ledger_revision: eb("ledger_revision", "+", 1) }))
      .where("person", "in", batch)
      .execute();
    return [];
  });
}

/** Notes the last payroll month of somebody who leaves, or with `null` that they are here again. */
export async function setLeftIn(tx: Db, person: string, month: string | null): Promise<void> {
  await tx.updateTable("people").set({ left_in: month }).where("person", "=", person).execute();
}

/** Empties what opens a pseudonym; from then on nobody can tell or show for whom it stands. */
export async function erasePerson(tx: Db, person: string, at: number): Promise<void> {
  await tx
    .updateTable("people")
    .set({ staff_id: null, salt: null, alike: null, erased_at: at })
    .where("person", "=", person)
    .where("erased_at", "is", null)
    .execute();
}
