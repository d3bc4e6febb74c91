import { type EvaluateRequest, type Policy, formatDay, localDay } from "@evenhand/domain";

/** The day of a decision, `YYYY-MM-DD`: as the case states it, else the local day of its evaluation. */
export function dayDecided(policy: Policy, { case: { facts } }: EvaluateRequest, at: number): string {
  const stated = facts["decidedOn"];
  return typeof stated === "string" ? stated : formatDay(localDay(at, policy.timeZone));
}
