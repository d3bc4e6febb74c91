/** A set of rules is a row of words, rule 0 being the lowest bit of the first. */
export const WORD_BITS = 32;

/** All bits of a word. */
export const EVERY_RULE = -1;

/** How many words hold so many bits. */
export function wordsFor(bits: number): number {
  return Math.ceil(bits / WORD_BITS);
}

export function setBit(words: Int32Array, bit: number): void {
  const word = Math.floor(bit / WORD_BITS);
  words[word] = (words[word] as number) | (1 << (bit % WORD_BITS));
}

export function clearBit(words: Int32Array, bit: number): void {
  const word = Math.floor(bit / WORD_BITS);
  words[word] = (words[word] as number) & ~(1 << (bit % WORD_BITS));
}
