import type { Hash } from "./hash.ts";

/**
 * A full subtree: `level` 0 is the leaves, and the subtree at `level` and `position` covers the 2^level leaves from
 * position × 2^level on. Once full, its hash never changes.
 */
export type NodePlace = { readonly level: number; readonly position: number };

/** The hash of a full subtree, as it is stored. */
export type StoredNode = NodePlace & { readonly hash: Hash };

/** Reads stored hashes, all at once and in the order asked; `undefined` for each that is not there. */
export type NodeReader = (
  places: readonly NodePlace[],
) => readonly (Hash | undefined)[] | Promise<readonly (Hash | undefined)[]>;

/** The leaves from `from` up to, but not including, `to`. */
export type LeafRange = { readonly from: number; readonly to: number };

/**
 * The full subtrees that a range of leaves is made of, the largest and leftmost first; at most one for each level.
 * The range begins at 0, or at a multiple of a power of two that is no smaller than its length.
 *
 * `placesOf({ from: 0, to: 5 })` is level 2 position 0 and level 0 position 4.
 */
export function placesOf({ from, to }: LeafRange): readonly NodePlace[] {
  const places: NodePlace[] = [];
  let [start, rest] = [from, to - from];
  while (rest > 0) {
    const level = largestLevelWithin(rest);
    const size = 2 ** level;
    places.push({ level, position: start / size });
    start += size;
    rest -= size;
  }
  return places;
}

/** How many full subtrees of all levels a tree of this size has, its leaves included. */
export function placeCount(size: number): number {
  let count = 0;
  for (let width = size; width > 0; width = Math.floor(width / 2)) count += width;
  return count;
}

/**
 * The hashes at these places, read at once.
 *
 * @throws Error where one is missing: a log whose nodes are gone proves nothing
 */
export async function readNodes(read: NodeReader, places: readonly NodePlace[]): Promise<readonly Hash[]> {
  if (places.length === 0) return [];
  const found = await read(places);
  return places.map(({ level, position }, index) => {
    const hash = found[index];
    if (hash === undefined) throw new Error(`the log has no node at level ${level}, position ${position}`);
    return hash;
  });
}

function largestLevelWithin(size: number): number {
  let level = 0;
  for (let width = 2; width <= size; width *= 2) level += 1;
  return level;
}
