import { type JsonLimits, parseJson } from "@evenhand/domain";
import type { ApiContext } from "./env.ts";
import { Refused } from "./problem.ts";
import { readJsonText } from "./read-body.ts";

/** What the small bodies are kept to that people and programs send about accounts, keys and settings. */
export const SMALL_BODY = { maxBytes: 16 * 1024, maxDepth: 8, maxNodes: 500 } as const;

/** What reading a JSON body with fields can be answered with, for the document. */
export const BODY_CODES = [
  "too-large",
  "unsupported-media-type",
  "not-text",
  "too-deep",
  "too-many-nodes",
  "not-json",
  "duplicate-key",
  "dangerous-key",
  "inexact-number",
  "wrong-shape",
  "unknown-field",
  "missing-field",
  "incomplete-body",
  "request-timeout",
] as const;

/**
 * The value of a JSON body that somebody else wrote; its size, depth and names are checked on the text, before anything
 * is made of it.
 *
 * @throws Refused with everything that is wrong with the text
 */
export async function readJson(
  c: ApiContext,
  limits: JsonLimits & { readonly maxBytes: number } = SMALL_BODY,
): Promise<unknown> {
  const parsed = parseJson(await readJsonText(c, limits), limits);
  if ("problems" in parsed) throw new Refused(parsed.problems);
  return parsed.value;
}
