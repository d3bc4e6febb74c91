import { pointer } from "@evenhand/domain";
import { FORMAT_1, HASHES, OBJECT, TEXT, TEXTS } from "../json/forms.ts";
import { readCanonical } from "../json/read-canonical.ts";
import { isObject, type Shape, shapeProblems } from "../json/shape.ts";
import type { EvidenceProblem } from "../problems.ts";
import type { LogBundle, SavedCheckpoint } from "./log-bundle.ts";

/** A document that was read, or what is wrong with its form. */
export type Read<Value> = { readonly value: Value } | { readonly problems: readonly EvidenceProblem[] };

/** Any document with a checkpoint and its key, whatever else it has. */
export function readSigned(given: string | Uint8Array, at: string): Read<Omit<SavedCheckpoint, "format">> {
  const read = readCanonical(given, at);
  if ("problems" in read) return read;
  const known = isObject(read.value)
    ? Object.fromEntries(Object.entries(read.value).filter(([name]) => Object.hasOwn(SIGNED, name)))
    : read.value;
  const problems = shapeProblems(known, SIGNED, at);
  // INVARIANT: what has no problems of shape has both fields.
  return problems.length > 0 ? { problems } : { value: known as Omit<SavedCheckpoint, "format"> };
}

/** A bundle; nothing is verified yet. */
export function readBundle(given: string | Uint8Array, at: string): Read<LogBundle> {
  const read = readCanonical(given, at);
  if ("problems" in read) return read;
  const problems = shapeProblems(read.value, BUNDLE, at);
  if (problems.length > 0) return { problems };
  // INVARIANT: what has no problems of shape is a bundle.
  const bundle = read.value as LogBundle;
  const inLeaves = bundle.leaves ? shapeProblems(bundle.leaves, LEAVES, `${at}${pointer("leaves")}`) : [];
  return inLeaves.length > 0 ? { problems: inLeaves } : { value: bundle };
}

const SIGNED: Shape = { checkpoint: TEXT, vkey: TEXT };

const BUNDLE: Shape = {
  format: FORMAT_1,
  checkpoint: TEXT,
  vkey: TEXT,
  proof: HASHES,
  "leaves?": OBJECT,
};

const LEAVES: Shape = {
  peaks: HASHES,
  bodies: TEXTS,
};
