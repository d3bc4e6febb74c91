import { EMPTY_ROOT, isConsistent, isIncluded, leafHash } from "@evenhand/evidence";
import { describe, expect, it } from "vitest";
import { carriedVerifier } from "./carried-verifier.ts";
import { CONSISTENCY_VECTORS, INCLUSION_VECTORS, hexOf } from "./vectors.ts";

const carried = await carriedVerifier();

const VERIFIERS = [
  ["the package", { isIncluded, isConsistent }],
  [
    "the file that auditors carry",
    {
      isIncluded: carried.isIncluded,
      isConsistent: ({ oldSize, newSize, oldRoot, newRoot, proof }) =>
        carried.isConsistent({ size: oldSize, root: oldRoot }, { size: newSize, root: newRoot }, proof),
    },
  ],
] as const satisfies readonly [
  string,
  { isIncluded: typeof isIncluded; isConsistent: typeof isConsistent },
][];

describe.each(VERIFIERS)("the vectors of transparency-dev/merkle, verified by %s", (_name, verifier) => {
  it.each(INCLUSION_VECTORS.map((vector) => [vector.name, vector] as const))("%s", (_vector, vector) => {
    const accepted = verifier.isIncluded({
      leaf: hexOf(vector.leafHash),
      position: vector.leafIdx,
      size: vector.treeSize,
      proof: (vector.proof ?? []).map(hexOf),
      root: hexOf(vector.root),
    });
    expect(accepted).toBe(!vector.wantErr);
  });

  it.each(CONSISTENCY_VECTORS.map((vector) => [vector.name, vector] as const))("%s", (_vector, vector) => {
    const accepted = verifier.isConsistent({
      oldSize: vector.size1,
      newSize: vector.size2,
      oldRoot: hexOf(vector.root1),
      newRoot: hexOf(vector.root2),
      proof: (vector.proof ?? []).map(hexOf),
    });
    expect(accepted).toBe(!vector.wantErr);
  });
});

describe("the vectors", () => {
  it("are 196, and some of each kind hold", () => {
    expect([INCLUSION_VECTORS.length, CONSISTENCY_VECTORS.length]).toEqual([98, 98]);
    expect(INCLUSION_VECTORS.filter(({ wantErr }) => !wantErr)).toHaveLength(6);
    expect(CONSISTENCY_VECTORS.filter(({ wantErr }) => !wantErr)).toHaveLength(6);
  });
});

describe("hashes", () => {
  it("of a leaf and of nothing are those of RFC 6962", () => {
    expect(leafHash("L123456")).toBe("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    expect(leafHash(new TextEncoder().encode("L123456"))).toBe(leafHash("L123456"));
    expect(EMPTY_ROOT).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});
