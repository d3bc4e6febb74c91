import { canonicalJson, pointer } from "@evenhand/domain";
import type { Difference } from "./replay.ts";

/** Enough to see what happened; a decision that differs in one figure differs in every sentence about it. */
export const MOST_DIFFERENCES = 20;

/**
 * Where two values of JSON differ, place by place in the order of the recorded one, at most 20. Lists are compared by
 * their places.
 *
 * @example
 * differencesBetween({ a: 1, b: [2] }, { a: 1, b: [3] }, ["x"]) // [{ at: "/x/b/0", recorded: 2, now: 3 }]
 */
export function differencesBetween(
  recorded: unknown,
  now: unknown,
  place: readonly (string | number)[] = [],
): readonly Difference[] {
  const found: Difference[] = [];
  collect({ recorded, now, place }, found);
  return found;
}

type Pair = {
  readonly recorded: unknown;
  readonly now: unknown;
  readonly place: readonly (string | number)[];
};

function collect({ recorded, now, place }: Pair, found: Difference[]): void {
  if (found.length >= MOST_DIFFERENCES || recorded === now) return;
  const [was, is] = [partsOf(recorded), partsOf(now)];
  if (!was || !is || was.isList !== is.isList) {
    found.push({ at: pointer(...place), recorded: recorded ?? null, now: now ?? null });
    return;
  }
  for (const name of new Set([...was.parts.keys(), ...is.parts.keys()])) {
    collect({ recorded: was.parts.get(name), now: is.parts.get(name), place: [...place, name] }, found);
  }
}

type Parts = { readonly isList: boolean; readonly parts: ReadonlyMap<string | number, unknown> };

/** The members of an object or the items of a list; `undefined` of anything else. */
function partsOf(value: unknown): Parts | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return { isList: true, parts: new Map(value.entries()) };
  return { isList: false, parts: new Map(Object.entries(value)) };
}

/** What only one of two lists holds, whatever their order: `undefined` where they hold the same. */
export function listDifference(
  recorded: readonly unknown[],
  now: readonly unknown[],
): { readonly recorded: readonly unknown[]; readonly now: readonly unknown[] } | undefined {
  const rest = now.map((item) => ({ item, text: canonicalJson(item) }));
  const gone = recorded.filter((item) => {
    const at = rest.findIndex(({ text }) => text === canonicalJson(item));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const added = rest.map(({ item }) => item);
  return gone.length + added.length === 0 ? undefined : { recorded: gone, now: added };
}
