import {
  type DecideResult,
  type LoadedVersion,
  decide,
  decideByReference,
  readRequest,
  selectVersion,
} from "@evenhand/engine";
import type { ConformanceCase } from "./case.ts";

export const EVALUATORS = ["compiled", "reference"] as const;
export type Evaluator = (typeof EVALUATORS)[number];

/** What a case comes to: read, given its version and decided as a request from outside is. */
export async function evaluate(
  one: ConformanceCase,
  versions: readonly LoadedVersion[],
  evaluator: Evaluator,
): Promise<DecideResult> {
  const evaluatedAt = Date.parse(one.evaluatedAt);
  const read = readRequest(one.request);
  if ("refusal" in read) return read;
  const { request } = read;
  const selected = selectVersion(versions, request, evaluatedAt);
  if ("refusal" in selected) return selected;
  const context = { evaluatedAt, scheduled: request.scheduled ?? [], versionReason: selected.reason };
  return evaluator === "compiled"
    ? decide(selected.version, request, context)
    : decideByReference(selected.version, request, context);
}
