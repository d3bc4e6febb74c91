import { EMPTY_ROOT, type Hash, isHash, nodeHash } from "./hash.ts";
import { isCount } from "./inclusion.ts";
import type { LeafRange, NodeReader } from "./node-place.ts";
import { rangeHashes, splitOf } from "./range-hashes.ts";

/**
 * The hashes that show that a tree of `newSize` leaves begins with the one of `oldSize` leaves (RFC 9162, 2.1.4.1); none
 * where the older is empty or they are of one size. One read of at most two nodes for each level.
 *
 * @throws RangeError where the newer tree is the smaller one
 * @throws Error where a stored node is missing
 */
export async function consistencyProof(
  read: NodeReader,
  { oldSize, newSize }: { readonly oldSize: number; readonly newSize: number },
): Promise<readonly Hash[]> {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize)
    throw new RangeError(`a log of ${newSize} leaves does not go on from one of ${oldSize}`);
  return oldSize === 0 ? [] : rangeHashes(read, rangesBetween(oldSize, newSize));
}

function rangesBetween(oldSize: number, newSize: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0, newSize];
  while (to !== oldSize) {
    const middle = from + splitOf(to - from);
    ranges.push(oldSize <= middle ? { from: middle, to } : { from, to: middle });
    if (oldSize <= middle) to = middle;
    else from = middle;
  }
  // Where the older tree is itself a subtree of the newer one, whoever verifies has its root already.
  if (from > 0) ranges.push({ from, to });
  return ranges.toReversed();
}

export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Hash;
  readonly newRoot: Hash;
  readonly proof: readonly Hash[];
};

/**
 * Whether the proof shows that the newer tree only added leaves to the older one (RFC 9162, 2.1.4.2). Trees of one size
 * must be the same tree, without a proof; of an empty older one nothing can be proved, so that is false.
 */
export function isConsistent({ oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false;
  if (oldSize === newSize)
    return proof.length === 0 && oldRoot === newRoot && (oldSize > 0 || oldRoot === EMPTY_ROOT);
  if (oldSize === 0 || proof.length === 0) return false;
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined || !path.every(isHash)) return false;
  let [at, last] = [oldSize - 1, newSize - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [older, newer] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      newer = nodeHash(newer, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && older === oldRoot && newer === newRoot;
}

function isPowerOfTwo(size: number): boolean {
  return size === 1 || splitOf(size) * 2 === size;
}
