import { type Db, objectsOfPerson, openingsHolding, openingsOfObjects } from "@evenhand/store";

/**
 * The commitments whose texts go with somebody: those of every case, decision and appeal that they are part of, and any
 * other that names their number, wherever it stands.
 */
export async function textsOf(
  db: Db,
  { person, staffId }: { readonly person: string; readonly staffId: string },
): Promise<readonly string[]> {
  const own = await openingsOfObjects(db, await objectsOfPerson(db, person));
  const naming = (await openingsHolding(db, staffId)).filter(({ value }) => names(value, staffId));
  return [...new Set([...own, ...naming].map(({ token }) => token))].toSorted();
}

/** Whether a text holds a number as a word of its own: `P1`, and not within `P10`. */
function names(text: string, staffId: string): boolean {
  for (let at = text.indexOf(staffId); at !== -1; at = text.indexOf(staffId, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + staffId.length] ?? " "];
    // Chinese is written without spaces, so that only letters and digits of the kind that numbers are made of go on a word.
    if (!/[A-Za-z0-9]/.test(before) && !/[A-Za-z0-9]/.test(after)) return true;
  }
  return false;
}
