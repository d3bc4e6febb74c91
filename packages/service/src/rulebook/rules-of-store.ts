import { type Store, rulesRevision } from "@evenhand/store";
import type { BookFile, BookFiles } from "./book-file.ts";
import { type OpenedFiles, type OpenedRules, openRulebook } from "./open-rulebook.ts";
import type { Rulebook } from "./rulebook.ts";
import { storedFiles } from "./stored-files.ts";

/** The rules of a database as they stood at one of their revisions. */
export type StoredRules = OpenedRules & { readonly revision: number };

/** Gives the rules as they stand; where a revision is named, not as they stood before it. */
export type RulesSource = (atLeast?: number) => Promise<StoredRules>;

/** For how long, in milliseconds, the rules are used without asking whether another process has published. */
const ASKED_EVERY = 250;

/**
 * The published rules of a database, those that another process publishes too. They are opened once; afterwards one
 * small question to the database tells whether they are still the same, and a publication compiles only what is new.
 * `elapsed`, the milliseconds of a clock that is never set back, spares that question for a quarter of a second at a
 * time; without it every call asks.
 *
 * @example
 * const rules = rulesOfStore(store, { elapsed: () => performance.now() });
 * (await rules()).rulebook.policies()[0]?.id // "after-sales-crisis"
 */
export function rulesOfStore(
  store: Store,
  { elapsed }: { readonly elapsed?: () => number } = {},
): RulesSource {
  let held: Held | undefined;
  let askedAt = -Infinity;
  let asking: Promise<StoredRules> | undefined;

  async function ask(): Promise<StoredRules> {
    const now = elapsed?.() ?? -Infinity;
    held = await asTheyStand(store, held);
    askedAt = now;
    return held.rules;
  }

  function askTogether(): Promise<StoredRules> {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return async (atLeast = 0) => {
    const isFresh = elapsed !== undefined && elapsed() - askedAt < ASKED_EVERY;
    if (held && isFresh && held.rules.revision >= atLeast) return held.rules;
    const rules = await askTogether();
    // Whoever was asking already may have begun before what is wanted was published; a further question comes after it.
    return rules.revision >= atLeast ? rules : askTogether();
  };
}

/**
 * The rulebook of a database, as `rulesOfStore` keeps it.
 *
 * @example const context = { …, rulebook: rulebookOfStore(store) }
 */
export function rulebookOfStore(
  store: Store,
  given: { readonly elapsed?: () => number } = {},
): (atLeast?: number) => Promise<Rulebook> {
  const rules = rulesOfStore(store, given);
  return async (atLeast) => (await rules(atLeast)).rulebook;
}

/** The rules with all they were opened from, so that what stays the same is neither read nor compiled again. */
type Held = { readonly rules: StoredRules; readonly files: BookFiles; readonly opened: OpenedFiles };

async function asTheyStand(store: Store, held: Held | undefined): Promise<Held> {
  const read = await store.read(async (db) => {
    const revision = await rulesRevision(db);
    if (held?.rules.revision === revision) return undefined;
    return { revision, files: await storedFiles(db, held?.files) };
  });
  // INVARIANT: nothing is left unread unless the same revision is held.
  if (!read) return held as Held;
  const opened: OpenedFiles = held && isSameGround(held.files, read.files) ? held.opened : new Map();
  return {
    rules: { ...openRulebook(read.files, opened), revision: read.revision },
    files: read.files,
    opened,
  };
}

function isSameGround(before: BookFiles, after: BookFiles): boolean {
  return isSame(before.calendars, after.calendars) && isSame(before.guards, after.guards);
}

function isSame(before: readonly BookFile[], after: readonly BookFile[]): boolean {
  return before.length === after.length && before.every((file, index) => file === after[index]);
}
