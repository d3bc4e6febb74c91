import {
  type Db,
  calendarByHash,
  calendarsInUse,
  guardByHash,
  guardsInUse,
  listVersions,
  versionByHash,
} from "@evenhand/store";
import type { BookFile, BookFiles } from "./book-file.ts";

/**
 * The rules in use as a folder would hold them: every version that was not withdrawn, and of each calendar and guard the
 * one taken in last. A file that stands in `known` is given as the same object and not read again.
 */
export async function storedFiles(db: Db, known: BookFiles = NONE): Promise<BookFiles> {
  const files = new Map(Object.values(known).flatMap((some) => some.map((file) => [nameOf(file), file])));
  const read = async (place: Place, document: () => Promise<Stored>): Promise<BookFile> =>
    files.get(nameOf(place)) ?? { ...place, text: (await document())?.document ?? "" };
  return {
    calendars: await oneByOne(await calendarsInUse(db), ({ name, hash }) =>
      read({ path: `calendars/${name}.json`, hash }, () => calendarByHash(db, hash)),
    ),
    guards: await oneByOne(await guardsInUse(db), ({ name, hash }) =>
      read({ path: `guards/${name}.json`, hash }, () => guardByHash(db, hash)),
    ),
    policies: await oneByOne(
      (await listVersions(db)).filter(({ withdrawn_at }) => withdrawn_at === null),
      ({ policy_id, version, hash }) =>
        read({ path: `${policy_id}/v${version}.json`, hash }, () => versionByHash(db, hash)),
    ),
  };
}

const NONE: BookFiles = { policies: [], guards: [], calendars: [] };

type Place = Required<Pick<BookFile, "path" | "hash">>;
type Stored = { readonly document: string } | undefined;

function nameOf({ path, hash = "" }: Pick<BookFile, "path" | "hash">): string {
  return `${path} ${hash}`;
}

async function oneByOne<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
