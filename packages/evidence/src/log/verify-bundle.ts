import { verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import { type Frontier, frontierFrom, grow, rootOf } from "../merkle/frontier.ts";
import { type Hash, leafHash } from "../merkle/hash.ts";
import { type EvidenceProblem, type Verification, problem } from "../problems.ts";
import type { LogBundle, SavedCheckpoint } from "./log-bundle.ts";
import { readBundle, readSigned } from "./read-bundle.ts";
import { verifyConsistency } from "./verify-consistency.ts";

/**
 * Verifies, without asking anybody, that a log only grew since a checkpoint that was kept. Pointers into the bundle are
 * `/bundle/…`, those into what was kept `/since/…`.
 *
 * @param since any document with a checkpoint and its key: a saved checkpoint, an earlier bundle, a receipt
 * @param expected the key that the log is known by; without it the one that was kept counts
 */
export function verifyBundle(
  bundle: string | Uint8Array,
  since: string | Uint8Array,
  expected: { readonly vkey?: string } = {},
): Verification {
  const [older, newer] = [readSigned(since, "/since"), readBundle(bundle, "/bundle")];
  const unread = [
    ...("problems" in older ? older.problems : []),
    ...("problems" in newer ? newer.problems : []),
  ];
  if ("problems" in older || "problems" in newer) return { problems: unread };
  const vkey = expected.vkey ?? older.value.vkey;
  const otherKeys = [
    ...(older.value.vkey === vkey ? [] : ["/since/vkey"]),
    ...(newer.value.vkey === vkey ? [] : ["/bundle/vkey"]),
  ].map((at) => problem({ ...OTHER_KEY, at }));
  const [before, now] = [checked(older.value, "/since"), checked(newer.value, "/bundle")];
  if ("problems" in before || "problems" in now) {
    const unsigned = [before, now].flatMap((each) => ("problems" in each ? each.problems : []));
    return { problems: [...otherKeys, ...unsigned] };
  }
  const { problems } = verifyConsistency(before.checkpoint, now.checkpoint, newer.value.proof);
  const moved = problems.map((each) => ({ ...each, at: "/bundle/checkpoint" }));
  const leaves = moved.length > 0 ? [] : leavesProblems(newer.value, before.checkpoint, now.checkpoint);
  return { problems: [...otherKeys, ...moved, ...leaves] };
}

type Sized = { readonly size: number; readonly root: Hash };

/** From the peaks at the earlier checkpoint, the leaves must lead to the root of the later one. */
function leavesProblems({ leaves }: LogBundle, before: Sized, now: Sized): readonly EvidenceProblem[] {
  if (!leaves) return [];
  const start = frontierFrom(before.size, leaves.peaks);
  if (!start || rootOf(start) !== before.root)
    return [problem({ ...LEAVES_DIFFER, at: "/bundle/leaves/peaks" })];
  const end = leaves.bodies.reduce<Frontier>((tree, body) => grow(tree, leafHash(body)).frontier, start);
  const holds = end.size === now.size && rootOf(end) === now.root;
  return holds ? [] : [problem({ ...LEAVES_DIFFER, at: "/bundle/leaves/bodies" })];
}

function checked({ checkpoint, vkey }: Omit<SavedCheckpoint, "format">, at: string) {
  return verifyCheckpoint(checkpoint, vkey, { note: `${at}/checkpoint`, key: `${at}/vkey` });
}

/** Of a document that is signed by another key than it should be. */
export const OTHER_KEY = {
  code: "other-key",
  en: "this is another key than the one given or kept",
  zh: "与给定的或此前保存的公钥不同",
} as const;

const LEAVES_DIFFER = {
  code: "leaves-differ",
  en: "these are not the entries that were signed",
  zh: "这些记录与已签名的日志不符",
} as const;
