import { dayAt } from "../exports/months.ts";
import { houseRules } from "../exports/one-currency.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The payroll month (`YYYY-MM`) that has begun last, by the clocks of whichever policy is ahead of the others. */
export function currentMonth(rules: Rulebook, now: number): string {
  const zones = rules.policies().flatMap(({ id }) => {
    const found = rules.version(id);
    return "refusal" in found ? [] : [found.version.policy.timeZone];
  });
  return [houseRules(rules).timeZone, ...new Set(zones)]
    .map((timeZone) => dayAt(now, timeZone).slice(0, 7))
    .reduce((latest, month) => (month > latest ? month : latest));
}
