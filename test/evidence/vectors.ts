import { readFileSync } from "node:fs";

export type InclusionVector = {
  readonly name: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
};

export type ConsistencyVector = {
  readonly name: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
};

export const INCLUSION_VECTORS = read("inclusion") as readonly InclusionVector[];
export const CONSISTENCY_VECTORS = read("consistency") as readonly ConsistencyVector[];

function read(kind: string): unknown {
  return JSON.parse(readFileSync(new URL(`vectors/${kind}.json`, import.meta.url), "utf8"));
}

/** The hash of a vector as the package writes hashes. Some vectors hold something of another length on purpose. */
export function hexOf(base64: string): string {
  return Buffer.from(base64, "base64").toString("hex");
}
