import {
  EMPTY_ROOT,
  type Hash,
  type NodeReader,
  appendLeaves,
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  placeCount,
} from "@evenhand/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The titles print it; `SEED=… npm test` draws others. */
const SEED = Number(process.env["SEED"] ?? 20_261_122);
const LARGEST = 130;
const LEAVES: readonly Hash[] = Array.from({ length: LARGEST + 1 }, (_, index) => leafHash(`leaf ${index}`));

/** The root as RFC 6962 defines it, by recursion, with nothing stored. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only, ...others] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (others.length === 0) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const ROOTS = Array.from({ length: LARGEST + 1 }, (_, size) => naiveRoot(LEAVES.slice(0, size)));

type Stored = { readonly read: NodeReader; readonly nodes: Map<string, Hash>; readonly asked: number[] };

function storage(): Stored {
  const nodes = new Map<string, Hash>();
  const asked: number[] = [];
  const read: NodeReader = (places) => {
    asked.push(places.length);
    return places.map(({ level, position }) => nodes.get(`${level}/${position}`));
  };
  return { read, nodes, asked };
}

/** Grows a tree by batches of these sizes; gives the root after each of them. */
async function grown(batches: readonly number[]): Promise<Stored & { readonly roots: readonly Hash[] }> {
  const stored = storage();
  const roots: Hash[] = [];
  let size = 0;
  for (const batch of batches) {
    const { root, nodes, ...rest } = await appendLeaves(stored.read, size, LEAVES.slice(size, size + batch));
    for (const { level, position, hash } of nodes) stored.nodes.set(`${level}/${position}`, hash);
    size = rest.size;
    roots.push(root);
  }
  return { ...stored, roots };
}

const ONE_BY_ONE = await grown(Array.from({ length: LARGEST }, () => 1));

describe("a tree that grows", () => {
  it(`has the root of RFC 6962 at every size to ${LARGEST}`, () => {
    expect([EMPTY_ROOT, ...ONE_BY_ONE.roots]).toEqual(ROOTS);
    expect(ONE_BY_ONE.nodes.size).toBe(placeCount(LARGEST));
  });

  it(`is the same however many leaves come at once (seed ${SEED})`, async () => {
    const batches = fc.array(fc.nat({ max: 20 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(batches, async (sizes) => {
        let size = 0;
        const within = sizes.filter((batch) => (size += batch) <= LARGEST);
        const tree = await grown(within);
        const total = within.reduce((sum, batch) => sum + batch, 0);
        expect(tree.roots.at(-1) ?? EMPTY_ROOT).toBe(ROOTS[total]);
        expect(tree.nodes.size).toBe(placeCount(total));
        for (const [place, hash] of tree.nodes) expect(ONE_BY_ONE.nodes.get(place)).toBe(hash);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("does not go on over a node that is gone", async () => {
    const { read, nodes } = await grown([4]);
    nodes.delete("2/0");
    await expect(appendLeaves(read, 4, LEAVES.slice(4, 5))).rejects.toThrow(
      "the log has no node at level 2, position 0",
    );
  });
});

describe("an inclusion proof", () => {
  it(`holds of every leaf of every size to ${LARGEST}, and of no other place or size`, async () => {
    for (let size = 1; size <= LARGEST; size += 1) {
      for (let position = 0; position < size; position += 1) {
        const proof = await inclusionProof(ONE_BY_ONE.read, { position, size });
        const claim = { leaf: LEAVES[position] ?? "", position, size, proof, root: ROOTS[size] ?? "" };
        expect(isIncluded(claim)).toBe(true);
        expect(isIncluded({ ...claim, position: (position + 1) % size })).toBe(size === 1);
        expect(isIncluded({ ...claim, leaf: LEAVES[position + 1] ?? "" })).toBe(false);
      }
    }
  });

  it("needs one read, of at most two nodes for each level", async () => {
    ONE_BY_ONE.asked.length = 0;
    for (let position = 0; position < LARGEST; position += 1)
      await inclusionProof(ONE_BY_ONE.read, { position, size: LARGEST });
    expect(ONE_BY_ONE.asked).toHaveLength(LARGEST);
    expect(Math.max(...ONE_BY_ONE.asked)).toBeLessThanOrEqual(2 * 8);
  });

  it("is not given for a leaf that is not there", async () => {
    await expect(inclusionProof(ONE_BY_ONE.read, { position: 5, size: 5 })).rejects.toThrow(RangeError);
  });

  it("with a hash more, less or of another form does not hold", async () => {
    const proof = await inclusionProof(ONE_BY_ONE.read, { position: 9, size: 100 });
    const claim = { leaf: LEAVES[9] ?? "", position: 9, size: 100, proof, root: ROOTS[100] ?? "" };
    const others = [
      [...proof, EMPTY_ROOT],
      proof.slice(1),
      proof.slice(0, -1),
      proof.map((hash) => hash.toUpperCase()),
    ];
    expect(others.map((other) => isIncluded({ ...claim, proof: other }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(isIncluded(claim)).toBe(true);
  });
});

describe("a consistency proof", () => {
  it(`holds between any two sizes to ${LARGEST}, and with no other root`, async () => {
    for (let newSize = 1; newSize <= LARGEST; newSize += 1) {
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = await consistencyProof(ONE_BY_ONE.read, { oldSize, newSize });
        const [oldRoot = "", newRoot = ""] = [ROOTS[oldSize], ROOTS[newSize]];
        const claim = { oldSize, newSize, oldRoot, newRoot, proof };
        expect(isConsistent(claim)).toBe(true);
        expect(isConsistent({ ...claim, oldRoot: leafHash(oldRoot) })).toBe(false);
        expect(isConsistent({ ...claim, newRoot: leafHash(newRoot) })).toBe(false);
      }
    }
  });

  it("needs one read, of at most two nodes for each level", async () => {
    ONE_BY_ONE.asked.length = 0;
    for (let oldSize = 1; oldSize < LARGEST; oldSize += 1)
      await consistencyProof(ONE_BY_ONE.read, { oldSize, newSize: LARGEST });
    expect(ONE_BY_ONE.asked).toHaveLength(LARGEST - 1);
    expect(Math.max(...ONE_BY_ONE.asked)).toBeLessThanOrEqual(2 * 8);
  });

  it("does not hold between trees of which one does not begin with the other", async () => {
    const other = [leafHash("another"), ...LEAVES.slice(1, 50)];
    const proof = await consistencyProof(ONE_BY_ONE.read, { oldSize: 50, newSize: 100 });
    const claim = { oldSize: 50, newSize: 100, newRoot: ROOTS[100] ?? "", proof };
    expect(isConsistent({ ...claim, oldRoot: naiveRoot(other) })).toBe(false);
    expect(isConsistent({ ...claim, oldRoot: ROOTS[50] ?? "" })).toBe(true);
  });

  it("is not given from a longer log to a shorter one", async () => {
    await expect(consistencyProof(ONE_BY_ONE.read, { oldSize: 6, newSize: 5 })).rejects.toThrow(RangeError);
  });
});

describe("sizes beyond 32 bits", () => {
  it("are proved as any other", async () => {
    const size = 2 ** 49 + 1;
    const asked: string[] = [];
    const read: NodeReader = (places) =>
      places.map(({ level, position }) => {
        asked.push(`${level}/${position}`);
        return leafHash(`${level}/${position}`);
      });
    const proof = await inclusionProof(read, { position: size - 1, size });
    expect(asked).toEqual(["49/0"]);
    const [left = ""] = proof;
    const leaf = leafHash("last");
    expect(isIncluded({ leaf, position: size - 1, size, proof, root: nodeHash(left, leaf) })).toBe(true);
    const consistency = await consistencyProof(read, { oldSize: 2 ** 49, newSize: size });
    const newRoot = nodeHash(left, consistency[0] ?? "");
    expect(
      isConsistent({ oldSize: 2 ** 49, newSize: size, oldRoot: left, newRoot, proof: consistency }),
    ).toBe(true);
  });
});
