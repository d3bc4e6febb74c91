import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "./base64.ts";
import type { CheckpointSigner } from "./signer.ts";
import { type VerifierKey, isKeyName, readVerifierKey, verifierKeyOf } from "./verifier-key.ts";

/** One signature line. Who signed is told by name and key id together. */
export type NoteSignature = { readonly name: string; readonly id: string; readonly signature: Uint8Array };

/** A signed note (C2SP signed-note) taken apart; nothing is verified yet. */
export type Note = {
  /** What is signed, with the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** More than a log and its witnesses need; every one of a known key costs a verification. */
const MOST_SIGNATURES = 64;

/** The text as a note with one signature. The text ends with a newline. */
export function signNote(text: string, signer: CheckpointSigner): string {
  const key = readVerifierKey(verifierKeyOf(signer));
  if (!key) throw new RangeError("the signer's name or key is none");
  const signature = concatBytes(hexToBytes(key.id), signer.sign(utf8ToBytes(text)));
  return `${text}\n— ${signer.origin} ${toBase64(signature)}\n`;
}

/** The parts of a note, or `undefined` where the text is none. */
export function readNote(note: string): Note | undefined {
  const end = note.lastIndexOf("\n\n");
  // Of control characters only the newline may stand in a note.
  if (end < 0 || !note.endsWith("\n") || !note.isWellFormed() || /[^\P{Cc}\n]/u.test(note)) return undefined;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map(readSignature).filter((signature) => signature !== undefined);
  if (signatures.length !== lines.length || lines.length > MOST_SIGNATURES) return undefined;
  return { text: note.slice(0, end + 1), signatures };
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name = "", base64 = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, id: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/**
 * What the key says of a note: `unsigned` where no line is of this key, `bad` where one of its lines does not verify.
 * Lines of other keys, such as witnesses, are passed over.
 */
export function signatureState({ text, signatures }: Note, key: VerifierKey): "good" | "unsigned" | "bad" {
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (own.length === 0) return "unsigned";
  const message = utf8ToBytes(text);
  return own.every(({ signature }) => verifies(signature, message, key.publicKey)) ? "good" : "bad";
}

function verifies(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    // The strict rules of RFC 8032: two verifiers must never disagree about one signature.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // A key or signature that is no point of the curve.
    return false;
  }
}
