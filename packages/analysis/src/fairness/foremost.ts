/** How many of a list are wanted, and in which order. Of two different items one comes first. */
export type Foremost<Item> = {
  readonly most: number;
  readonly order: (one: Item, other: Item) => number;
};

/** Adds one to a list of which only the first are wanted; what can be none of them goes now and then. */
export function addTo<Item>(items: Item[], item: Item, { most, order }: Foremost<Item>): void {
  items.push(item);
  if (items.length > 2 * most) items.sort(order).splice(most);
}

/** The first of a list that was filled by `addTo`; the same in whatever order it was filled. */
export function foremostOf<Item>(items: readonly Item[], { most, order }: Foremost<Item>): readonly Item[] {
  return items.toSorted(order).slice(0, most);
}
