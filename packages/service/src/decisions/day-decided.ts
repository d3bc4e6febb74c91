import { type EvaluateRequest, type Policy, formatDay, localDay } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";
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
export function dayTaken(recording: Recording): string {
  const { asked, evaluatedAt, settled, version } = recording;
  return settled ? dayRecorded(recording) : dayDecided(version.version.policy, asked.request, evaluatedAt);
}

/** The local day of recording, `YYYY-MM-DD`. */
export function dayRecorded({ at, version }: Pick<Recording, "at" | "version">): string {
  return formatDay(localDay(at, version.version.policy.timeZone));
}

/**
 * Why a case is not decided yet whose day of the decision lies ahead; `undefined` where it does not.
 *
 * INVARIANT: nobody chooses a day to come for a decision, since time that people are given would then have passed on paper
 * alone, and their deductions would begin at somebody's pleasure.
 */
export function daysAhead(policy: Policy, request: EvaluateRequest, at: number): SentProblem | undefined {
  const [decidedOn, today] = [dayDecided(policy, request, at), formatDay(localDay(at, policy.timeZone))];
  // Days written as `YYYY-MM-DD` order as text.
  if (decidedOn <= today) return undefined;
  return {
    code: "out-of-range",
    at: "/case/facts/decidedOn",
    message: {
      en: `\`decidedOn\` is ${decidedOn}, and today is ${today} (${policy.timeZone}): a decision is not recorded before its day`,
      zh: `\`decidedOn\`为${decidedOn}，而今天是${today}（${policy.timeZone}）；决定日到来之前不能记录决定`,
    },
    help: {
      en: "leave it out to decide today, or record the decision on that day",
      zh: "如在今天作出决定，请不填写该日期；否则请于当日再记录",
    },
  };
}
