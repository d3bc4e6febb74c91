import type { Guard, GuardPeriod } from "@evenhand/domain";
import { type CitationWords, citation } from "./citation.ts";
import type { HeaderSentence } from "./document-words.ts";
import { phraseAt } from "./phrase.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a statutory guard says in one language. */
export type GuardWords = {
  readonly title: (guard: Guard) => string;
  /** How a period is opened: from when it holds, and the articles of the whole. */
  readonly from: (day: string, cite: string) => string;
  /** What it allows and asks for, a clause for each thing, with its article. */
  readonly rules: (period: GuardPeriod, guard: Guard, vocabulary: CitationWords) => readonly string[];
  readonly item: (text: string, index: number, isLast: boolean) => string;
  /** How sure we are, and that it is no legal advice. */
  readonly caution: (period: GuardPeriod) => string;
};

/**
 * The guards that a policy names, read out after the sentence that names them: an entry for each period of each. A guard
 * is no part of the document, so its words lead to where the policy names it.
 */
export function guardSentences(
  guards: readonly Guard[],
  words: GuardWords,
  vocabulary: Vocabulary,
): readonly HeaderSentence[] {
  return vocabulary.policy.guards.flatMap((id, index) => {
    const guard = guards.find(({ jurisdiction }) => jurisdiction === id);
    if (!guard) return [];
    return guard.periods.map((period): HeaderSentence => {
      const pointer = `/guards/${index}`;
      const rules = words.rules(period, guard, vocabulary);
      const lines = [
        words.from(period.effectiveFrom, citation(period.references, vocabulary)),
        ...rules.map((rule, place) => words.item(rule, place, place === rules.length - 1)),
        words.caution(period),
      ];
      return {
        id: `guard:${id}:${period.effectiveFrom}`,
        pointer,
        title: words.title(guard),
        references: period.references,
        phrase: phraseAt(pointer)`${lines.join("\n")}`,
      };
    });
  });
}
