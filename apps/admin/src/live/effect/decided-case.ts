import type { LocalizedText, Outcome } from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import type { RecentCase } from "@evenhand/service";

/** What one case comes to under one version, as far as two are compared; or why it cannot be decided. */
export type DecidedCase =
  | {
      readonly outcome: Outcome;
      /** Over everybody in the case, minor units. */
      readonly totalMinor: number;
      /** The rules that stand, for anybody. */
      readonly rules: ReadonlySet<string>;
      /** Everything that the outcome says, so that two can be told to be the same. */
      readonly fingerprint: string;
    }
  | { readonly reason: LocalizedText };

/** Decides a case as it was when it came in. What people owed then is not known of a masked case, and counts as nothing. */
export function decidedCase(loaded: LoadedVersion, { case: asked, createdAt }: RecentCase): DecidedCase {
  const decided = decide(loaded, { case: asked }, { evaluatedAt: Date.parse(createdAt), isBrief: true });
  if ("refusal" in decided) return { reason: decided.refusal.problems[0]?.message ?? UNKNOWN };
  const { outcome, explanation } = decided.response;
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
  };
}

const UNKNOWN: LocalizedText = { en: "it is refused", zh: "无法核算" };
