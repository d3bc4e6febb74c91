import { pointer } from "@evenhand/domain";
import { isToken } from "../commitment/token.ts";
import { FORMAT_1, HASHES, LIST, TEXT } from "../json/forms.ts";
import { readCanonical } from "../json/read-canonical.ts";
import { type Shape, shapeProblems } from "../json/shape.ts";
import { isHash } from "../merkle/hash.ts";
import { isCount } from "../merkle/inclusion.ts";
import type { EvidenceProblem } from "../problems.ts";
import type { Receipt } from "./receipt.ts";

export type ReceiptReading =
  | { readonly receipt: Receipt; readonly isCanonical: boolean }
  | { readonly problems: readonly EvidenceProblem[] };

/** A receipt in the form that it was handed over in, with or without a newline at its end; nothing is verified yet. */
export function readReceipt(given: string | Uint8Array): ReceiptReading {
  const read = readCanonical(withoutNewline(given));
  if ("problems" in read) return read;
  const problems = receiptProblems(read.value);
  // INVARIANT: what has no problems of shape is a receipt.
  return problems.length > 0
    ? { problems }
    : { receipt: read.value as Receipt, isCanonical: read.isCanonical };
}

function receiptProblems(value: unknown): readonly EvidenceProblem[] {
  const problems = shapeProblems(value, RECEIPT, "");
  if (problems.length > 0) return problems;
  return (value as { readonly openings: readonly unknown[] }).openings.flatMap((opening, index) =>
    shapeProblems(opening, OPENING, pointer("openings", index)),
  );
}

function withoutNewline(given: string | Uint8Array): string | Uint8Array {
  if (typeof given === "string") return given.endsWith("\n") ? given.slice(0, -1) : given;
  return given.at(-1) === 0x0a ? given.subarray(0, -1) : given;
}

const RECEIPT: Shape = {
  format: FORMAT_1,
  auditEvent: TEXT,
  position: { holds: isCount, en: "it must be a whole number from 0", zh: "应为不小于0的整数" },
  proof: HASHES,
  checkpoint: TEXT,
  vkey: TEXT,
  openings: LIST,
};

const OPENING: Shape = {
  token: {
    holds: (value) => typeof value === "string" && isToken(value),
    en: "it must be `person-` or `text-` and 64 lower-case hexadecimal digits",
    zh: "应为`person-`或`text-`加64位小写十六进制数字",
  },
  salt: {
    holds: isHash,
    en: "it must be 64 lower-case hexadecimal digits",
    zh: "应为64位小写十六进制数字",
  },
  value: TEXT,
};
