import { canonicalJson } from "@evenhand/domain";
import { type EvidenceProblem, problem } from "../problems.ts";
import { MOST_LEVELS, isTooDeep } from "./is-too-deep.ts";

/** A JSON text, and whether it is written in the one form that its value has. */
export type CanonicalReading =
  | { readonly value: unknown; readonly isCanonical: boolean }
  | { readonly problems: readonly [EvidenceProblem] };

/** Reads a JSON text, or its bytes, that should be canonical (RFC 8785). `at` is where the text itself stands. */
export function readCanonical(given: string | Uint8Array, at = ""): CanonicalReading {
  const text = typeof given === "string" ? given : decodeUtf8(given);
  if (text === undefined) return { problems: [problem({ ...NOT_TEXT, at })] };
  if (isTooDeep(text)) return { problems: [problem({ ...TOO_DEEP, at })] };
  try {
    const value: unknown = JSON.parse(text);
    return { value, isCanonical: isCanonical(text, value) };
  } catch {
    return { problems: [problem({ ...NOT_JSON, at })] };
  }
}

/** `undefined` where the bytes are no UTF-8. A byte order mark is part of the text. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    // Half of a surrogate pair, or a number beyond all numbers: canonical JSON has no text for it.
    return false;
  }
}

const NOT_TEXT = { code: "not-text", en: "it is not text in UTF-8", zh: "不是UTF-8文本" } as const;

const TOO_DEEP = {
  code: "too-deep",
  en: `it is nested more than ${MOST_LEVELS} levels deep`,
  zh: `嵌套超过${MOST_LEVELS}层`,
} as const;

const NOT_JSON = { code: "not-json", en: "it is not JSON", zh: "不是有效的JSON" } as const;
