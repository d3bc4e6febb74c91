import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { type Hash, isHash } from "../merkle/hash.ts";
import { isCount } from "../merkle/inclusion.ts";
import { type EvidenceProblem, problem } from "../problems.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { readNote, signNote, signatureState } from "./note.ts";
import type { CheckpointSigner } from "./signer.ts";
import { readVerifierKey } from "./verifier-key.ts";

/** What a log commits itself to: that its first `size` leaves have this root. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
};

/**
 * The signed note of a checkpoint, in the form of C2SP tlog-checkpoint: origin, size and base64 root on a line each, an
 * empty line, and one signature line.
 *
 * INVARIANT: a log signs nothing that contradicts an earlier checkpoint; whoever calls this sees to that.
 *
 * @throws RangeError where the size is no whole number from 0 or the root no hash
 */
export function signCheckpoint(
  signer: CheckpointSigner,
  { size, root }: { readonly size: number; readonly root: Hash },
): string {
  if (!isCount(size) || !isHash(root))
    throw new RangeError("a checkpoint needs the size of a log and its root");
  return signNote(`${signer.origin}\n${size}\n${toBase64(hexToBytes(root))}\n`, signer);
}

/**
 * What a note says, signed or not; `undefined` where it is no checkpoint. Lines after the root are part of what is
 * signed and otherwise ignored.
 */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const text = readNote(note)?.text;
  const [origin = "", size = "", base64 = "", ...more] = text?.slice(0, -1).split("\n") ?? [];
  const root = fromBase64(base64);
  if (origin === "" || !/^(?:0|[1-9]\d*)$/.test(size) || root?.length !== 32) return undefined;
  if (!isCount(Number(size)) || more.includes("")) return undefined;
  return { origin, size: Number(size), root: bytesToHex(root) };
}

/** Where in a document the note and the key stand, for problems about them. */
export type CheckpointPlaces = { readonly note: string; readonly key: string };

/**
 * What a note says, once the signature of its log has been verified; or what does not hold: `bad-key`,
 * `bad-checkpoint`, `other-log`, `not-signed`, `bad-signature`. The name of the key must be the origin.
 *
 * @param vkey the verifier key, as `verifierKeyOf` writes it
 */
export function verifyCheckpoint(
  note: string,
  vkey: string,
  at: CheckpointPlaces = { note: "", key: "" },
): { readonly checkpoint: Checkpoint } | { readonly problems: readonly [EvidenceProblem] } {
  const key = readVerifierKey(vkey);
  if (!key) return { problems: [problem({ ...BAD_KEY, at: at.key })] };
  const read = readNote(note);
  const checkpoint = readCheckpoint(note);
  if (!read || !checkpoint) return { problems: [problem({ ...BAD_CHECKPOINT, at: at.note })] };
  if (checkpoint.origin !== key.name) return { problems: [problem({ ...OTHER_LOG, at: at.note })] };
  const state = signatureState(read, key);
  return state === "good" ? { checkpoint } : { problems: [problem({ ...UNSIGNED[state], at: at.note })] };
}

const BAD_KEY = {
  code: "bad-key",
  en: "this is no verifier key",
  zh: "这不是有效的核验公钥",
  help: {
    en: "write it as the log gave it: `name+key id+base64`",
    zh: "请按日志给出的“名称+编号+base64”形式填写",
  },
} as const;

const BAD_CHECKPOINT = {
  code: "bad-checkpoint",
  en: "the checkpoint is not a signed note of origin, size and root",
  zh: "检查点不是由来源、规模和根组成的签名文本",
} as const;

const OTHER_LOG = {
  code: "other-log",
  en: "the checkpoint is of another log",
  zh: "检查点属于另一日志",
} as const;

const UNSIGNED = {
  unsigned: {
    code: "not-signed",
    en: "the checkpoint bears no signature of this key",
    zh: "检查点没有该密钥的签名",
  },
  bad: {
    code: "bad-signature",
    en: "the signature does not belong to this checkpoint and key",
    zh: "签名与检查点和公钥不符",
  },
} as const;
