import { EMPTY_ROOT, type Hash, nodeHash } from "./hash.ts";
import { type NodePlace, type NodeReader, type StoredNode, placesOf, readNodes } from "./node-place.ts";

/** What a tree needs in order to grow: its size and the hashes of the full subtrees it is made of, the largest first. */
export type Frontier = { readonly size: number; readonly peaks: readonly StoredNode[] };

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** The frontier of a stored tree, in one read of at most one node for each level. Throws where a node is missing. */
export async function readFrontier(read: NodeReader, size: number): Promise<Frontier> {
  const places = placesOf({ from: 0, to: size });
  return frontierOf(places, await readNodes(read, places));
}

/** A frontier of hashes that somebody else states; `undefined` where a tree of this size has another number of peaks. */
export function frontierFrom(size: number, hashes: readonly Hash[]): Frontier | undefined {
  const places = placesOf({ from: 0, to: size });
  return places.length === hashes.length ? frontierOf(places, hashes) : undefined;
}

function frontierOf(places: readonly NodePlace[], hashes: readonly Hash[]): Frontier {
  const peaks = places.map((place, index) => ({ ...place, hash: hashes[index] ?? "" }));
  return { size: peaks.reduce((sum, { level }) => sum + 2 ** level, 0), peaks };
}

/** The tree with one leaf more, and the subtrees that this leaf makes full, the leaf itself first. */
export function grow(
  { size, peaks }: Frontier,
  leaf: Hash,
): { readonly frontier: Frontier; readonly nodes: readonly StoredNode[] } {
  const kept = [...peaks];
  let node: StoredNode = { level: 0, position: size, hash: leaf };
  const nodes = [node];
  for (let last = kept.at(-1); last?.level === node.level; last = kept.at(-1)) {
    kept.pop();
    node = {
      level: node.level + 1,
      position: Math.floor(node.position / 2),
      hash: nodeHash(last.hash, node.hash),
    };
    nodes.push(node);
  }
  return { frontier: { size: size + 1, peaks: [...kept, node] }, nodes };
}

/** The root of the tree (RFC 6962, 2.1). */
export function rootOf({ peaks }: Frontier): Hash {
  return foldPeaks(peaks.map(({ hash }) => hash));
}

/** The root over full subtrees that stand side by side, the largest first; that of the empty tree where there are none. */
export function foldPeaks(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return hashes.slice(0, -1).reduceRight((root, peak) => nodeHash(peak, root), last);
}
