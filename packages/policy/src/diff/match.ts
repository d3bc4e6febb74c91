/** Something of a list or group with its id and its place, counted from 0. */
export type Standing<Item> = { readonly id: string; readonly item: Item; readonly index: number };

/** In both documents. `moved`: it stands elsewhere among those that are in both. */
export type Kept<Item> = {
  readonly id: string;
  readonly before: Standing<Item>;
  readonly after: Standing<Item>;
  readonly moved: boolean;
};

/** Two lists or groups held against each other by id. */
export type Matched<Item> = {
  readonly added: readonly Standing<Item>[];
  readonly removed: readonly Standing<Item>[];
  /** In the order of the later list. */
  readonly kept: readonly Kept<Item>[];
};

/**
 * Matches the items of two lists by id. As few of them as possible are said to have moved: those outside the longest
 * run that kept its order, so that an item drawn to the front is one move and not one for each that it passed.
 *
 * @example
 * matchById(["a", "b", "c"], ["c", "a", "b"], (id) => id).kept.filter(({ moved }) => moved).map(({ id }) => id) // ["c"]
 */
export function matchById<Item>(
  before: readonly Item[],
  after: readonly Item[],
  idOf: (item: Item) => string,
): Matched<Item> {
  const stand = (item: Item, index: number): Standing<Item> => ({ id: idOf(item), item, index });
  const matched = match(before.map(stand), after.map(stand));
  const places = matched.kept.map((pair) => pair.before.index);
  const ranks = places.map((place) => places.filter((other) => other < place).length);
  const unmoved = longestRun(ranks);
  return {
    ...matched,
    kept: matched.kept.map((pair, index) => ({ ...pair, moved: !unmoved.has(ranks[index] ?? -1) })),
  };
}

/** Matches the members of two groups of fields by key. The order of keys means nothing, so none of them ever moves. */
export function matchByKey<Item>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
): Matched<Item> {
  const stand = ([id, item]: readonly [string, Item], index: number): Standing<Item> => ({ id, item, index });
  return match(Object.entries(before).map(stand), Object.entries(after).map(stand));
}

function match<Item>(before: readonly Standing<Item>[], after: readonly Standing<Item>[]): Matched<Item> {
  const earlier = new Map(before.map((standing) => [standing.id, standing]));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    kept: after.flatMap((standing): readonly Kept<Item>[] => {
      const pair = earlier.get(standing.id);
      return pair ? [{ id: standing.id, before: pair, after: standing, moved: false }] : [];
    }),
  };
}

/**
 * The members of a longest ascending subsequence; of several, the one with the most members that kept their place, so
 * that in a list turned round it is the ends that moved and not the middle.
 */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const perMember = values.length + 1;
  const runs: { readonly weight: number; readonly previous: number | undefined }[] = [];
  for (const [place, value] of values.entries()) {
    const own = perMember + (value === place ? 1 : 0);
    const previous = heaviest(
      [...runs.keys()].filter((earlier) => (values[earlier] ?? 0) < value),
      runs,
    );
    runs.push({ weight: own + (runs[previous ?? -1]?.weight ?? 0), previous });
  }
  const run = new Set<number>();
  for (let place = heaviest(runs.keys(), runs); place !== undefined; place = runs[place]?.previous)
    run.add(values[place] ?? -1);
  return run;
}

function heaviest(
  places: Iterable<number>,
  runs: readonly { readonly weight: number }[],
): number | undefined {
  let best: number | undefined;
  for (const place of places)
    if (best === undefined || (runs[place]?.weight ?? 0) > (runs[best]?.weight ?? 0)) best = place;
  return best;
}
