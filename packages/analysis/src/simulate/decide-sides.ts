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
  {
    baseline,
    candidate,
    isDraft = false,
  }: Sides & {
    /** Whether the candidate is a draft, which explanations then call it. */
    readonly isDraft?: boolean;
  },
  { id, sides }: Pick<CaseChange, "id" | "sides">,
  one: PastCase,
): DecidedSides {
  if (one.id !== id) throw new Error(`the change is of case ${id}, not of ${one.id}`);
  return {
    baseline: inFull(baseline, one, { upon: sides.baseline, isDraft: false }),
    candidate: inFull(candidate, one, { upon: sides.candidate, isDraft }),
    candidateUponBaseline: inFull(candidate, one, { upon: sides.baseline, isDraft }),
  };
}

function inFull(
  loaded: LoadedVersion,
  { id, case: asked, evaluatedAt }: PastCase,
  { upon, isDraft }: { readonly upon: LedgerBefore; readonly isDraft: boolean },
): EvaluateResponse {
  const { scheduled, closedThrough, findings } = upon;
  const decided = decide(
    loaded,
    { case: asked },
    {
      evaluatedAt,
      scheduled,
      closedThrough,
      record: findings,
      ...(isDraft ? { versionReason: { kind: "draft" } } : {}),
    },
  );
  if ("response" in decided) return decided.response;
  const { version } = loaded.version.policy;
  throw new Error(
    `case ${id} cannot be decided by version ${version}: ${decided.refusal.problems[0]?.message.en}`,
  );
}
