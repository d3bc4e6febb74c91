import type { Guard, Language, LocalizedText } from "@evenhand/domain";
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
 * A statutory guard read out by itself, period by period, the oldest first. `words` are those by which policies call
 * laws in the language, such as `source-labour-contract-law`; a law without one stands under its own name.
 *
 * @example readGuardPeriods(guard, { language: "en", words: {} })[0]?.rules[0]
 * // "in one month at most 20% of the month's wage is deducted, over all cases (Interim Provisions …, Art. 16)"
 */
export function readGuardPeriods(
  guard: Guard,
  {
    language,
    words,
  }: { readonly language: Language; readonly words: Readonly<Record<string, LocalizedText>> },
): readonly GuardPeriodReading[] {
  const said = language === "zh" ? CHINESE_GUARD : ENGLISH_GUARD;
  const vocabulary = { policy: { words }, language };
  return guard.periods.map((period) => ({
    effectiveFrom: period.effectiveFrom,
    opening: said.from(period.effectiveFrom, citation(period.references, vocabulary)),
    rules: said.rules(period, guard, vocabulary),
    caution: said.caution(period),
  }));
}
