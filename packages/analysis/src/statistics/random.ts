/** Random numbers that come out alike for one seed. */
export type Random = {
  /** At least 0, below 1, in steps of 2⁻³². */
  readonly next: () => number;
  /** A whole number from 0 to `bound` − 1, each exactly as likely as the others; `bound` from 1 to 2³². */
  readonly below: (bound: number) => number;
};

/**
 * The generator xoshiro128** (Blackman and Vigna, “Scrambled linear pseudorandom number generators”, ACM Transactions on
 * Mathematical Software 47, 2021), its state spread out of the seed by SplitMix32, so that neighbouring seeds have
 * nothing to do with each other. Any whole number is a seed; of large ones the lowest 32 bits count.
 *
 * @example randomFrom(1).below(6) // the same from 0 to 5 every time
 */
export function randomFrom(seed: number): Random {
  const spread = splitMix32(seed);
  const bits = xoshiro128([spread(), spread(), spread(), spread()]);
  return {
    next: () => bits() / 2 ** 32,
    below: (bound) => {
      // Draws beyond the largest multiple of the bound are taken again: a remainder would favour the small numbers.
      const fair = 2 ** 32 - (2 ** 32 % bound);
      let drawn = bits();
      while (drawn >= fair) drawn = bits();
      return drawn % bound;
    },
  };
}

/** The bare generator, from four words that are not all zero; gives whole numbers below 2³². */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
