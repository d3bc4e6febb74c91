/** Numbers between 0 and 1 from a seed (mulberry32): the same seed, the same numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The bytes with one bit turned round, one byte replaced, taken out or put in; never the same bytes. */
export function tampered(
  bytes: Uint8Array,
  random: () => number,
): { readonly bytes: Uint8Array; readonly how: string } {
  const at = Math.floor(random() * bytes.length);
  const byte = bytes[at] ?? 0;
  const other = (byte + 1 + Math.floor(random() * 255)) % 256;
  const kinds = [
    { how: "bit", put: [byte ^ (1 << Math.floor(random() * 8))] },
    { how: "byte", put: [other] },
    { how: "out", put: [] },
    // Put before a byte that it differs from, so that the text is another.
    { how: "in", put: [other, byte] },
  ];
  const { how, put } = kinds[Math.floor(random() * kinds.length)] ?? { how: "byte", put: [other] };
  return {
    how: `${how} at ${at}`,
    bytes: Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + 1)]),
  };
}
