/** Draws that a seed repeats, so that two runs of a benchmark measure the same work. */
export type Random = {
  /** From 0 up to, but never, 1. */
  readonly fraction: () => number;
  /** A whole number from 0 up to, but never, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Value>(from: readonly Value[]) => Value;
};

export function randomFrom(seed: number): Random {
  const fraction = mulberry32(seed);
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    chance: (probability) => fraction() < probability,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}

/** Mulberry32: 32 bits of state, even enough for drawing test cases. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
