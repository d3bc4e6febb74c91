import { type EvaluateRequest, type Policy, formatDay } from "@evenhand/domain";
import { appliesOn } from "@evenhand/engine";

/** The day that decides the version of a case, `YYYY-MM-DD`; null where the case does not state it. */
export function appliesOnOf(policy: Policy, request: EvaluateRequest, at: number): string | null {
  const day = appliesOn(policy, request, at);
  return day === undefined ? null : formatDay(day);
}
