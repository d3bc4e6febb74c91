/**
 * Segments of one axis by their indexes, as the bits of a number: a table of hundreds of rows cuts an axis into as many
 * segments, and its rows are compared pair by pair.
 */
export type SegmentSet = bigint;

export const NO_SEGMENTS: SegmentSet = 0n;

/** @example setOf([0, 2]) // 5n */
export function setOf(indexes: Iterable<number>): SegmentSet {
  let set = NO_SEGMENTS;
  for (const index of indexes) set |= 1n << BigInt(index);
  return set;
}

/** @example firstSegments(3) // 7n: the segments 0, 1 and 2 */
export function firstSegments(count: number): SegmentSet {
  return (1n << BigInt(count)) - 1n;
}

export function hasSegment(set: SegmentSet, index: number): boolean {
  return ((set >> BigInt(index)) & 1n) === 1n;
}

export function isSubset(inner: SegmentSet, outer: SegmentSet): boolean {
  return (inner & outer) === inner;
}

/**
 * The indexes in ascending order.
 *
 * @example membersOf(5n) // [0, 2]
 */
export function membersOf(set: SegmentSet): readonly number[] {
  const bits = set.toString(2);
  const members: number[] = [];
  for (let place = bits.length - 1; place >= 0; place -= 1) {
    if (bits[place] === "1") members.push(bits.length - 1 - place);
  }
  return members;
}
