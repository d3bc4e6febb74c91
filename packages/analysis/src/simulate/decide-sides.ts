import type { EvaluateResponse, LedgerBefore } from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import type { CaseChange } from "./case-change.ts";
import type { Sides } from "./compare/comparison.ts";
import type { PastCase } from "./past-case.ts";

/** A case that came out otherwise, decided again in full. */
export type DecidedSides = {
  readonly baseline: EvaluateResponse;
  readonly candidate: EvaluateResponse;
  /**
   * What the candidate says upon exactly what the baseline decided upon: where that is the baseline's outcome, the case is
   * changed by an earlier month only.
   */
  readonly candidateUponBaseline: EvaluateResponse;
};

/**
 * Decides a case again as a simulation did, with every explanation, to be laid side by side.
 *
 * @example decideSides({ baseline, candidate }, change, pastCase).candidate.outcome.parties[0]?.totalMinor // 120000
 *
 * @throws Error where a version cannot decide the case, so that the case is not the one of the change
 */
export function decideSides(
  { baseline, candidate }: Sides,
  { id, sides }: Pick<CaseChange, "id" | "sides">,
  one: PastCase,
): DecidedSides {
  if (one.id !== id) throw new Error(`the change is of case ${id}, not of ${one.id}`);
  return {
    baseline: inFull(baseline, one, sides.baseline),
    candidate: inFull(candidate, one, sides.candidate),
    candidateUponBaseline: inFull(candidate, one, sides.baseline),
  };
}

function inFull(
  loaded: LoadedVersion,
  { id, case: asked, evaluatedAt }: PastCase,
  { scheduled, closedThrough, findings }: LedgerBefore,
): EvaluateResponse {
  const context = { evaluatedAt, scheduled, closedThrough, record: findings };
  const decided = decide(loaded, { case: asked }, context);
  if ("response" in decided) return decided.response;
  const { version } = loaded.version.policy;
  throw new Error(
    `case ${id} cannot be decided by version ${version}: ${decided.refusal.problems[0]?.message.en}`,
  );
}
