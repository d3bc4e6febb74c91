import { foldPeaks } from "./frontier.ts";
import type { Hash } from "./hash.ts";
import { type LeafRange, type NodeReader, placesOf, readNodes } from "./node-place.ts";

/** The roots over several ranges of leaves, from stored nodes in a single read. Throws where a node is missing. */
export async function rangeHashes(read: NodeReader, ranges: readonly LeafRange[]): Promise<readonly Hash[]> {
  const places = ranges.map(placesOf);
  const hashes = await readNodes(read, places.flat());
  let at = 0;
  return places.map(({ length }) => {
    at += length;
    return foldPeaks(hashes.slice(at - length, at));
  });
}

/** The largest power of two below `count`, where RFC 6962 splits a tree of `count` leaves; `count` is at least 2. */
export function splitOf(count: number): number {
  let left = 1;
  while (left * 2 < count) left *= 2;
  return left;
}
