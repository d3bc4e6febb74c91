import type { EvaluateRequest, Finding, Outcome, Problem } from "@evenhand/domain";
import {
  type Concerned,
  type DecideContext,
  type LoadedVersion,
  type PersonTerms,
  decide,
} from "@evenhand/engine";

/** What one case comes to under one version, as far as two are compared. */
export type DecidedSide = {
  readonly outcome: Outcome;
  /** Over everybody in the case, minor units. */
  readonly totalMinor: number;
  /** The rules that stand, for anybody; rows of tables as `<table>#<row>`. */
  readonly rules: ReadonlySet<string>;
  /** Everything that the outcome says, so that two can be told to be the same. */
  readonly fingerprint: string;
  readonly terms: readonly PersonTerms[];
  readonly findings: readonly Finding[];
  readonly concerned: readonly Concerned[];
};

/** Why a version cannot decide a case: the first problem, by precedence of its code. */
export type UndecidedSide = { readonly problem: Problem };

/**
 * Decides a case to compare what it comes to, without its full explanation.
 *
 * @example decideSide(loaded, { case }, { evaluatedAt: Date.UTC(2026, 6, 10) }) // { totalMinor: 120000, … }
 */
export function decideSide(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): DecidedSide | UndecidedSide {
  const decided = decide(loaded, request, { ...context, isBrief: true });
  if ("refusal" in decided) {
    const [problem] = decided.refusal.problems;
    if (!problem) throw new Error("INVARIANT: a refusal names what it refuses for");
    return { problem };
  }
  const { response, terms, findings, concerned } = decided;
  const { outcome, explanation } = response;
  // What is only said, such as the wording of a warning, makes no other outcome.
  const { warnings: _warnings, ...told } = outcome;
  return {
    outcome,
    totalMinor: outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    rules: new Set(
      explanation.flatMap(({ rule, fired, stands }) =>
        rule !== undefined && fired === true && stands !== false ? [rule] : [],
      ),
    ),
    fingerprint: JSON.stringify(told),
    terms,
    findings,
    concerned,
  };
}
