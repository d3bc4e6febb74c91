import type { Departure, EvaluateRequest } from "@evenhand/domain";
import type { DecideContext, Decided } from "./decide.ts";
import { evaluateByReference, evaluateCompiled } from "./evaluate.ts";
import type { LoadedVersion } from "./load-version.ts";
import type { DepartureProblem } from "./stages/departure-problems.ts";

export type DepartResult = Decided | { readonly refusal: { readonly problems: readonly DepartureProblem[] } };

/**
 * The same case decided with other figures for some of those it names: everything up to the guards is worked out as the
 * rules say, then the departures take the place of what was proposed, and schedules, deadlines and who may approve follow
 * from the figures decided. What a departure leaves out stays as proposed (a changed grade changes no deduction by the
 * grade), and without departures the proposal stands.
 *
 * Refused, with a pointer into `departures`: a case that is not upheld (`wrong-state`); a party that the outcome does not
 * name or on whom nothing can be imposed (`unknown-party`); one that stands twice (`duplicate-party`); a grade that is
 * none of the policy's (`unknown-value`); an amount that is none (`out-of-range`); more than statutory guards leave
 * (`beyond-guards`); a departure that changes nothing (`nothing-departs`). And whatever `decide` refuses.
 *
 * A bonus deduction that is lowered lets the share of the loss off last; what is no longer charged as such the company
 * bears. What is charged above the share is a penalty and pays for no loss. Shares of the loss stay as attributed.
 *
 * ```ts
 * departFrom(complaintFines2, { case: exampleA }, [{ party: "P1", bonusMinor: 60_000 }], { evaluatedAt })
 * // { response: { outcome: { parties: [{ party: "P1", totalMinor: 60000, schedule: [{ month: "2026-07", amountMinor: 60000 }], … }, …],
 * //   bearers: [{ bearer: "P1", amountMinor: 60000 }, …, { bearer: "company", amountMinor: 60000 }], … }, … }, terms: […], … }
 * ```
 */
export function departFrom(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  departures: readonly Departure[],
  context: DecideContext,
): DepartResult {
  return evaluateCompiled(loaded, { request, context, departures });
}

/** The same with json-rules-engine answering for the rules. Both must agree before anything is recorded. */
export async function departFromByReference(
  loaded: LoadedVersion,
  request: EvaluateRequest,
  departures: readonly Departure[],
  context: DecideContext,
): Promise<DepartResult> {
  return evaluateByReference(loaded, { request, context, departures });
}
