import { pointer } from "@evenhand/domain";
import { verifyCheckpoint } from "../checkpoint/checkpoint.ts";
import { opens } from "../commitment/token.ts";
import { readCanonical } from "../json/read-canonical.ts";
import { leafHash } from "../merkle/hash.ts";
import { isIncluded } from "../merkle/inclusion.ts";
import { type EvidenceProblem, type Verification, problem } from "../problems.ts";
import { readReceipt } from "./read-receipt.ts";
import { type Receipt, receiptText } from "./receipt.ts";

/**
 * Verifies a receipt, without asking anybody: everything that does not hold, in the order in which it is looked at.
 * Where it is no receipt at all (`isUnreadable`), that is the only problem. Verify the text or the bytes that were handed
 * over where there are any: of a value that was parsed before, it cannot be seen that the text was another.
 *
 * @param expected the key that the log is known by from elsewhere; without it the receipt is only shown to agree with
 * itself, which anybody can bring about
 *
 * @example
 * verifyReceipt(text, { vkey }) // { problems: [] }
 * verifyReceipt(text.replace("120000", "12000"), { vkey })
 * // { problems: [{ code: "not-in-tree", at: "/auditEvent", … }] }
 */
export function verifyReceipt(
  given: Receipt | string | Uint8Array,
  expected: { readonly vkey?: string } = {},
): Verification {
  const isRead = typeof given !== "string" && !(given instanceof Uint8Array);
  const read = readReceipt(isRead ? receiptText(given) : given);
  if ("problems" in read) return read;
  const { receipt, isCanonical } = read;
  return {
    problems: [
      ...(isCanonical ? [] : [problem({ ...NOT_CANONICAL, at: "" })]),
      ...bodyProblems(receipt),
      ...keyProblems(receipt, expected.vkey),
      ...logProblems(receipt),
      ...openingProblems(receipt),
    ],
  };
}

function bodyProblems({ auditEvent }: Receipt): readonly EvidenceProblem[] {
  const at = pointer("auditEvent");
  const body = readCanonical(auditEvent, at);
  if ("problems" in body) return body.problems;
  return body.isCanonical ? [] : [problem({ ...NOT_CANONICAL, at })];
}

function keyProblems({ vkey }: Receipt, expected: string | undefined): readonly EvidenceProblem[] {
  return expected === undefined || expected === vkey ? [] : [problem({ ...OTHER_KEY, at: pointer("vkey") })];
}

function logProblems({ auditEvent, position, proof, checkpoint, vkey }: Receipt): readonly EvidenceProblem[] {
  const verified = verifyCheckpoint(checkpoint, vkey, { note: pointer("checkpoint"), key: pointer("vkey") });
  if ("problems" in verified) return verified.problems;
  const { size, root } = verified.checkpoint;
  if (isIncluded({ leaf: leafHash(auditEvent), position, size, proof, root })) return [];
  return [problem({ ...NOT_IN_TREE, at: pointer("auditEvent") })];
}

function openingProblems({ auditEvent, openings }: Receipt): readonly EvidenceProblem[] {
  const seen = new Set<string>();
  return openings.flatMap((opening, index): readonly EvidenceProblem[] => {
    const at = pointer("openings", index);
    const isTwice = seen.has(opening.token);
    seen.add(opening.token);
    if (isTwice) return [problem({ ...OPENING_TWICE, at })];
    if (!auditEvent.includes(opening.token)) return [problem({ ...OPENING_UNUSED, at })];
    return opens(opening) ? [] : [problem({ ...OPENING_MISMATCH, at })];
  });
}

const NOT_CANONICAL = {
  code: "not-canonical",
  en: "it is not written as it was handed out, in canonical JSON",
  zh: "不是出具时的写法（规范JSON）",
  help: {
    en: "verify the file as it was handed out, without formatting it",
    zh: "请核验出具时的原文件，不要重新排版",
  },
} as const;

const OTHER_KEY = {
  code: "other-key",
  en: "this is another key than the one given or kept",
  zh: "与给定的或此前保存的公钥不同",
} as const;

const NOT_IN_TREE = {
  code: "not-in-tree",
  en: "the audit event does not stand at this position of the log that was signed",
  zh: "在已签名的日志中，该位置上的记录不是这一条",
} as const;

const OPENING_TWICE = {
  code: "opening-twice",
  en: "this token is opened twice",
  zh: "同一标记被重复揭示",
} as const;

const OPENING_UNUSED = {
  code: "opening-unused",
  en: "this token does not occur in the audit event",
  zh: "记录中没有这一标记",
} as const;

const OPENING_MISMATCH = {
  code: "opening-mismatch",
  en: "this is not what stood behind the token",
  zh: "所揭示的内容与标记不符",
} as const;
