import type {
  EvaluateRequest,
  EvaluateResponse,
  Finding,
  PartyKind,
  Refusal,
  ScheduledDeduction,
} from "@evenhand/domain";
import { type Evaluated, evaluateByReference, evaluateCompiled } from "./evaluate.ts";
import type { LoadedVersion } from "./load-version.ts";
import type { VersionReason } from "./request/select-version.ts";
import type { PersonTerms } from "./stages/terms.ts";

/** What a decision rests on besides the policy and the case. */
export type DecideContext = {
  /** The moment of evaluation, epoch milliseconds. The engine has no clock of its own. */
  readonly evaluatedAt: number;
  /** What is already planned for anybody; default: what the request says, else nothing. */
  readonly scheduled?: readonly ScheduledDeduction[];
  /** The last payroll month (`YYYY-MM`) that is closed: nothing is planned in it or before. Default: none is. */
  readonly closedThrough?: string | null;
  /** Earlier findings against the parties, for facts of kind `on-record`. */
  readonly record?: readonly Finding[];
  /**
   * Leaves out of the explanation what did not happen and what each condition saw, and freezes nothing: for whoever decides
   * a great many cases to compare what they come to. The outcome is the same.
   */
  readonly isBrief?: boolean;
  /** Why this version was used, for the explanation; default: because it was named. */
  readonly versionReason?: VersionReason;
};

/** Somebody whom the outcome names: a party, or who a party names. */
export type Concerned = {
  readonly party: string;
  readonly kind: PartyKind;
  /** As the case states it, minor units; null where it does not. */
  readonly monthlyBonusMinor: number | null;
};

/** An outcome with everything that recording it needs besides. Only the response is the answer to a request. */
export type Decided = {
  readonly response: EvaluateResponse;
  /** Of every person who is charged something, or was until a guard or a departure took it off. */
  readonly terms: readonly PersonTerms[];
  /** What goes on record against persons once this is recorded. */
  readonly findings: readonly Finding[];
  /** One for each party of the outcome, in its order. */
  readonly concerned: readonly Concerned[];
};

export type DecideResult = Decided | { readonly refusal: Refusal };

/**
 * Decides a case under a policy version: pure, exact, and explained. The compiled rules answer.
 * A case whose facts do not fit is refused with every problem listed; a `refused` disposition is an outcome like any other.
 *
 * ```ts
 * decide(complaintFines2, { case: exampleA }, { evaluatedAt: Date.UTC(2026, 6, 10) })
 * // { response: { outcome: { disposition: "upheld", parties: [{ party: "P1", totalMinor: 120000, schedule:
 * //   [{ month: "2026-07", amountMinor: 100000 }, { month: "2026-08", amountMinor: 20000 }], … }, …] }, … },
 * //   terms: [{ person: "P1", capRate: 0.5, mostInMonthMinor: null, … }, …], findings: […], concerned: […] }
 * ```
 *
 * @throws Error where `closedThrough` is no month, or a finding is dated on no day
 */
export function decide(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): DecideResult {
  return asDecided(evaluateCompiled(loaded, { request, context, departures: [] }));
}

/** The same decision with json-rules-engine answering for the rules. Both must agree before anything is recorded. */
export async function decideByReference(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  context: DecideContext,
): Promise<DecideResult> {
  return asDecided(await evaluateByReference(loaded, { request, context, departures: [] }));
}

/** INVARIANT: without departures nothing goes wrong that a request cannot be refused for. */
function asDecided(evaluated: Evaluated): DecideResult {
  return evaluated as DecideResult;
}
