/** Something of a list with where it stands in it, counted from 0. */
export type Standing<Item> = { readonly item: Item; readonly index: number };

/** Two lists held against each other by id. */
export type Matched<Item> = {
  readonly added: readonly Standing<Item>[];
  readonly removed: readonly Standing<Item>[];
  /** In both, in the order of the later list. `moved`: it stands elsewhere among those that are in both. */
  readonly kept: readonly { readonly before: Standing<Item>; readonly after: Standing<Item>; readonly moved: boolean }[];
};

/**
 * Matches the items of two lists by id. As few of them as possible are said to have moved: those outside the longest
 * run that kept its order, so that an item drawn to the front is one move and not one for each that it passed.
 *
 * @example
 * matchById(["a", "b", "c"], ["c", "a", "b"], (id) => id).kept.filter(({ moved }) => moved).map(({ after }) => after.item) // ["c"]
 */
export function matchById<Item>(before: readonly Item[], after: readonly Item[], idOf: (item: Item) => string): Matched<Item> {
  const places = new Map(before.map((item, index) => [idOf(item), { item, index }]));
  const later = new Set(after.map(idOf));
  const pairs = after.flatMap((item, index) => {
    const earlier = places.get(idOf(item));
    return earlier ? [{ before: earlier, after: { item, index } }] : [];
  });
  const unmoved = longestRun(pairs.map((pair) => pair.before.index));
  return {
    added: after.flatMap((item, index) => (places.has(idOf(item)) ? [] : [{ item, index }])),
    removed: before.flatMap((item, index) => (later.has(idOf(item)) ? [] : [{ item, index }])),
    kept: pairs.map((pair) => ({ ...pair, moved: !unmoved.has(pair.before.index) })),
  };
}

/**
 * The members of a longest ascending subsequence. Of several, one is chosen by the order alone, so that the same two
 * documents always give the same moves.
 */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  // `ends[length]` is the place of the smallest value that closes a run of `length + 1`.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, value] of values.entries()) {
    const length = ends.findIndex((end) => (values[end] ?? 0) >= value);
    const at = length === -1 ? ends.length : length;
    previous.push(at === 0 ? undefined : ends[at - 1]);
    ends[at] = place;
  }
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) run.add(values[place] ?? -1);
  return run;
}
