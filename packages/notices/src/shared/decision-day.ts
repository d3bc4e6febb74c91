import { type DecisionRecord, formatDay, localDay, parseInstant } from "@evenhand/domain";

/** The day that the case names as that of the decision, else the local day of its evaluation. */
export function decisionDay({ case: { facts }, evaluatedAt }: DecisionRecord, timeZone: string): string {
  const stated = facts["decidedOn"];
  if (typeof stated === "string") return stated;
  return formatDay(localDay(parseInstant(evaluatedAt) ?? 0, timeZone));
}
