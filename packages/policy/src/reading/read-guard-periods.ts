import type { Guard, Language } from "@evenhand/domain";
import { citation } from "./citation.ts";
import { ENGLISH_GUARD } from "./en/guard.ts";
import { CHINESE_GUARD } from "./zh/guard.ts";

/** One period of a statutory guard as sentences. */
export type GuardPeriodReading = {
  /** The first day of the period. */
  readonly effectiveFrom: string;
  /** From when it holds, with the articles of the whole. */
  readonly opening: string;
  /** What it allows and asks for, a clause for each thing, with its article. */
  readonly rules: readonly string[];
  /** How sure we are, and that it is no legal advice. */
  readonly caution: string;
};

/**
 * A statutory guard read out by itself, period by period, the oldest first.
 *
 * @example readGuardPeriods(guard, "en")[0]?.rules[0]
 * // "in one month at most 20% of the month's wage is deducted, over all cases (Interim Provisions …, Art. 16)"
 */
export function readGuardPeriods(guard: Guard, language: Language): readonly GuardPeriodReading[] {
  const said = language === "zh" ? CHINESE_GUARD : ENGLISH_GUARD;
  const vocabulary = { policy: { words: {} }, language };
  return guard.periods.map((period) => ({
    effectiveFrom: period.effectiveFrom,
    opening: said.from(period.effectiveFrom, citation(period.references, vocabulary)),
    rules: said.rules(period, guard, vocabulary),
    caution: said.caution(period),
  }));
}
