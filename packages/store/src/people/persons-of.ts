import { alikeKey } from "@evenhand/domain";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import { Conflict } from "../failures/conflict.ts";
import { uniqueName } from "../failures/constraint-names.ts";

/** The pseudonym of a new person, and the salt that opens it. */
export type NewPerson = { readonly person: string; readonly salt: string };

/**
 * The pseudonyms of staff numbers, made for those who have none. Where another transaction makes the same person at the
 * same time, this one waits for it and gives the pseudonym that stands in the end; what `make` gave is then dropped.
 *
 * @throws Conflict as `people_alike_unique` where a number is new that people would take for a known one
 *
 * @example (await personsOf(tx, ["E1001"], make)).get("E1001") // "person-5c1f…"
 */
export async function personsOf(
  tx: Db,
  staffIds: readonly string[],
  make: (staffId: string) => NewPerson,
): Promise<Map<string, string>> {
  // In one order everywhere, so that two transactions that make several people cannot wait for each other.
  const asked = [...new Set(staffIds)].toSorted();
  const found = await knownPersons(tx, asked);
  const missing = asked.filter((staffId) => !found.has(staffId));
  if (missing.length === 0) return found;
  await inBatches(missing, (batch) => insertPersons(tx, batch, make));
  const made = await knownPersons(tx, missing);
  if (made.size < missing.length) throw new Conflict(uniqueName("people", ["alike"]));
  return new Map([...found, ...made]);
}

async function insertPersons(
  tx: Db,
  staffIds: readonly string[],
  make: (staffId: string) => NewPerson,
): Promise<readonly never[]> {
  const created_at = surroundingsOf(tx).now();
  const rows = staffIds.map((staff_id) => {
    const { person, salt } = make(staff_id);
    const alike = alikeKey(staff_id);
    return { person, staff_id, salt, alike, left_in: null, erased_at: null, ledger_revision: 0, created_at };
  });
  await tx
    .insertInto("people")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return [];
}

/** The pseudonyms of those staff numbers that have one. */
export async function knownPersons(db: Db, staffIds: readonly string[]): Promise<Map<string, string>> {
  // PostgreSQL cannot even be asked for a text with a NUL in it.
  const asked = [...new Set(staffIds)].filter((staffId) => !staffId.includes("\u0000"));
  const rows = await inBatches(asked, (batch) =>
    db.selectFrom("people").select(["staff_id", "person"]).where("staff_id", "in", batch).execute(),
  );
  return new Map(rows.flatMap(({ staff_id, person }) => (staff_id === null ? [] : [[staff_id, person]])));
}

/** Of staff numbers that nobody has, those that people would take for somebody's: that one's number by the given one. */
export async function alikePersons(db: Db, staffIds: readonly string[]): Promise<Map<string, string>> {
  const known = await knownPersons(db, staffIds);
  const strange = [...new Set(staffIds)].filter((staffId) => !known.has(staffId));
  const rows = await inBatches([...new Set(strange.map(alikeKey))], (batch) =>
    db.selectFrom("people").select(["staff_id", "alike"]).where("alike", "in", batch).execute(),
  );
  const owners = new Map(rows.map(({ staff_id, alike }) => [alike, staff_id]));
  return new Map(
    strange.flatMap((staffId) => {
      const owner = owners.get(alikeKey(staffId)) ?? null;
      // The person themselves, where they were made a moment ago.
      return owner === null || owner === staffId ? [] : [[staffId, owner] as const];
    }),
  );
}

/** The staff numbers behind pseudonyms; whoever was erased is not among them. */
export async function staffIdsOf(db: Db, persons: readonly string[]): Promise<Map<string, string>> {
  const rows = await inBatches([...new Set(persons)], (batch) =>
    db.selectFrom("people").select(["staff_id", "person"]).where("person", "in", batch).execute(),
  );
  return new Map(rows.flatMap(({ staff_id, person }) => (staff_id === null ? [] : [[person, staff_id]])));
}

/** What opens pseudonyms: token, salt and staff number; whoever was erased is not among them. */
export async function personOpenings(
  db: Db,
  persons: readonly string[],
): Promise<readonly { readonly token: string; readonly salt: string; readonly value: string }[]> {
  const rows = await inBatches([...new Set(persons)], (batch) =>
    db.selectFrom("people").select(["person", "salt", "staff_id"]).where("person", "in", batch).execute(),
  );
  return rows.flatMap(({ person, salt, staff_id }) =>
    salt === null || staff_id === null ? [] : [{ token: person, salt, value: staff_id }],
  );
}
