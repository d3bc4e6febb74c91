import { verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import { isConsistent } from "../merkle/consistency.ts";
import type { Hash } from "../merkle/hash.ts";
import { readBundle } from "./read-bundle.ts";

/** Where to look for a leaf that is not what was signed. */
export type AlteredAsk = {
  readonly vkey: string;
  /** The first `from` leaves are known to be as signed, the first `to` not to be. */
  readonly from: number;
  readonly to: number;
  /** The root that the leaves as they are now give over the first so many. */
  readonly rootAt: (size: number) => Hash;
  /** Asks the log for a bundle without leaves since a size. */
  readonly ask: (since: number) => Promise<string | Uint8Array>;
};

/**
 * The place of the first leaf that is not what was signed. A consistency proof says, under a signature, which root the log
 * had over any number of leaves; halving the leaves leads to the first that does not agree, in some dozen questions for
 * thousands. Undefined where an answer is no bundle, or is not signed under the key.
 */
export async function firstAltered({ vkey, from, to, rootAt, ask }: AlteredAsk): Promise<number | undefined> {
  let [good, bad] = [from, to];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const holds = isAsSigned(await ask(middle), { size: middle, root: rootAt(middle), vkey });
    if (holds === undefined) return undefined;
    if (holds) good = middle;
    else bad = middle;
  }
  return good;
}

function isAsSigned(
  bundle: string | Uint8Array,
  { size, root, vkey }: { readonly size: number; readonly root: Hash; readonly vkey: string },
): boolean | undefined {
  const read = readBundle(bundle, "");
  if ("problems" in read) return undefined;
  const verified = verifyCheckpoint(read.value.checkpoint, vkey);
  if ("problems" in verified) return undefined;
  const { size: newSize, root: newRoot } = verified.checkpoint;
  return isConsistent({ oldSize: size, newSize, oldRoot: root, newRoot, proof: read.value.proof });
}
