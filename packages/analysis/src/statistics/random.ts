/** Random numbers that come out alike for one seed. */
export type Random = {
  /** At least 0, below 1, in steps of 2⁻³². */
  readonly next: () => number;
  /** A whole number from 0 to `bound` − 1, each exactly as likely as the others; `bound` from 1 to 2²¹. */
  readonly below: (bound: number) => number;
};

/**
 * The generator xoshiro128** (Blackman and Vigna, “Scrambled linear pseudorandom number generators”, ACM Transactions on
 * Mathematical Software 47, 2021), its state spread out of the seed by SplitMix32, so that neighbouring seeds have
 * nothing to do with each other. Any whole number is a seed; of large ones the lowest 32 bits count. Numbers below a bound by
 * D. Lemire, “Fast random integer generation in an interval”, ACM Transactions on Modeling and Computer Simulation 29 (2019),
 * whose product of draw and bound a double holds exactly up to 2²¹.
 *
 * @example randomFrom(1).below(6) // the same from 0 to 5 every time
 */
export function randomFrom(seed: number): Random {
  const spread = splitMix32(seed);
  const bits = xoshiro128([spread(), spread(), spread(), spread()]);
  return {
    next: () => bits() / 2 ** 32,
    below: (bound) => {
      for (;;) {
        const product = bits() * bound;
        const whole = Math.floor(product / 2 ** 32);
        const rest = product - whole * 2 ** 32;
        // Of the 2³² draws, 2³² mod bound are one too many for some numbers; these are taken again.
        if (rest >= bound || rest >= 2 ** 32 % bound) return whole;
      }
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
