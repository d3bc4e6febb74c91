import { type EvaluateRequest, type Policy, formatDay, localDay } from "@evenhand/domain";
import type { Recording } from "./record-in.ts";

/** The day as of which a case is decided, `YYYY-MM-DD`: as the case states it, else the local day of its evaluation. */
export function dayDecided(policy: Policy, { case: { facts } }: EvaluateRequest, at: number): string {
  const stated = facts["decidedOn"];
  return typeof stated === "string" ? stated : formatDay(localDay(at, policy.timeZone));
}

/**
 * The day on which a decision was taken, `YYYY-MM-DD`. A case that is decided again as it stands is computed as of the day
 * of the first decision, and decided on the day of recording.
 */
export function dayTaken({ asked, at, evaluatedAt, settled, version }: Recording): string {
  const { policy } = version.version;
  return settled ? formatDay(localDay(at, policy.timeZone)) : dayDecided(policy, asked.request, evaluatedAt);
}
