/** Chance that comes out alike for one seed: what was made up once can be made up again. */
export type Chance = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** Whether something of this likelihood happens. */
  readonly isHit: (likelihood: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  /** One of a list, each as likely as its weight says. */
  readonly oneOf: <Item>(items: readonly { readonly item: Item; readonly weight: number }[]) => Item;
  /** Normally distributed with mean 0 and deviation 1. */
  readonly normal: () => number;
};

/** The generator “mulberry32”: 32 bits of state are plenty for some thousands of cases. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    isHit: (likelihood) => next() < likelihood,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    oneOf: (items) => drawn(items, next()),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

function drawn<Item>(items: readonly { readonly item: Item; readonly weight: number }[], at: number): Item {
  const whole = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = at * whole;
  for (const { item, weight } of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (!last) throw new Error("nothing to choose from");
  return last.item;
}
