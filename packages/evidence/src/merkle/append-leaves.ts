import { type Frontier, grow, readFrontier, rootOf } from "./frontier.ts";
import type { Hash } from "./hash.ts";
import type { NodeReader, StoredNode } from "./node-place.ts";

export type Grown = {
  /** Leaves of the grown tree. */
  readonly size: number;
  readonly root: Hash;
  /** Every full subtree that is new, the leaves included: what has to be stored. */
  readonly nodes: readonly StoredNode[];
};

/**
 * Appends leaf hashes to a stored tree of `size` leaves. Reads at most one node for each level, whatever the number of
 * leaves, and gives about two new nodes for each leaf.
 *
 * @throws Error where a node of the stored tree is missing
 *
 * @example
 * await appendLeaves(() => [], 0, [leafHash("a"), leafHash("b")])
 * // { size: 2, root: nodeHash(leafHash("a"), leafHash("b")), nodes: [both leaves and the root] }
 */
export async function appendLeaves(read: NodeReader, size: number, leaves: readonly Hash[]): Promise<Grown> {
  let frontier: Frontier = await readFrontier(read, size);
  const nodes: StoredNode[] = [];
  for (const leaf of leaves) {
    const grown = grow(frontier, leaf);
    frontier = grown.frontier;
    nodes.push(...grown.nodes);
  }
  return { size: frontier.size, root: rootOf(frontier), nodes };
}
