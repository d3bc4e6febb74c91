import { type EvaluateRequest, canonicalJson } from "@evenhand/domain";
import {
  type DecideContext,
  type Decided,
  type DepartResult,
  type LoadedVersion,
  decide,
  decideByReference,
} from "@evenhand/engine";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** Decides a case by both evaluators, which must agree. */
export async function decideByBoth(
  context: Pick<ServiceContext, "alarm">,
  loaded: LoadedVersion,
  request: EvaluateRequest,
  given: DecideContext,
): Promise<Decided | RefusedAsk> {
  return agreed(context, loaded, [
    decide(loaded, request, given),
    await decideByReference(loaded, request, given),
  ]);
}

/**
 * The one answer of both evaluators. INVARIANT: where they differ in a single character of the outcome or of its
 * explanation nothing is recorded, and an alarm is raised; neither of the two answers is taken.
 */
export function agreed(
  { alarm }: Pick<ServiceContext, "alarm">,
  { version }: LoadedVersion,
  [compiled, reference]: readonly [DepartResult, DepartResult],
): DepartResult | RefusedAsk {
  if (canonicalJson(compiled) === canonicalJson(reference)) return compiled;
  const { id, version: number } = version.policy;
  alarm("the two evaluators disagree", { policy: id, version: number, hash: version.hash });
  return refusedAsk(DISAGREE);
}

const DISAGREE: SentProblem = {
  code: "evaluators-disagree",
  at: "",
  message: {
    en: "the two evaluators of the rules came to different results, so nothing was recorded",
    zh: "两套规则核算得出的结果不一致，未予记录",
  },
  help: {
    en: "this is an error of ours; tell us the id in `instance`",
    zh: "这是系统错误，请将`instance`中的编号告知我们",
  },
};
