import { type Hash, isHash, nodeHash } from "./hash.ts";
import type { LeafRange, NodeReader } from "./node-place.ts";
import { rangeHashes, splitOf } from "./range-hashes.ts";

/**
 * The hashes that lead from a leaf to the root of the tree of `size` leaves, the leaf's neighbour first (RFC 9162,
 * 2.1.3.1). One read of at most two nodes for each level.
 *
 * @throws RangeError where the tree has no leaf at `position`
 * @throws Error where a stored node is missing
 */
export async function inclusionProof(
  read: NodeReader,
  { position, size }: { readonly position: number; readonly size: number },
): Promise<readonly Hash[]> {
  if (!isCount(position) || !isCount(size) || position >= size)
    throw new RangeError(`a log of ${size} leaves has none at position ${position}`);
  return rangeHashes(read, siblingsOf(position, size));
}

function siblingsOf(position: number, size: number): readonly LeafRange[] {
  const siblings: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    siblings.push(position < middle ? { from: middle, to } : { from, to: middle });
    if (position < middle) to = middle;
    else from = middle;
  }
  return siblings.toReversed();
}

export type InclusionClaim = {
  readonly leaf: Hash;
  readonly position: number;
  readonly size: number;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/**
 * Whether the proof shows that the tree with this size and root has this leaf at this position (RFC 9162, 2.1.3.2).
 * False for positions and sizes that are not whole or not exact, and for what is no hash.
 */
export function isIncluded({ leaf, position, size, proof, root }: InclusionClaim): boolean {
  if (!isCount(position) || !isCount(size) || position >= size) return false;
  if (!isHash(leaf) || !proof.every(isHash)) return false;
  let [at, last, hash] = [position, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      // On the right edge of a tree that is not full, levels without a sibling are passed over.
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}

/** A number of leaves or a place among them: whole, from 0, and exact. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
