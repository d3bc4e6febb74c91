import { type ReviewAsk, type GroupAttribute } from "@evenhand/analysis";
import { type Policy, contentHash } from "@evenhand/domain";
import { valueLabelOf, vocabularyOf } from "@evenhand/policy";
import { attributeOf, declaredFacts } from "./fact-declarations.ts";
import type { FairnessAsked } from "./fairness-job.ts";

/** What was asked as questions to the decisions. @param versions of the policy, the oldest first; at least one */
export function reviewAskOf(asked: FairnessAsked, versions: readonly Policy[]): ReviewAsk {
  const newest = versions.at(-1);
  if (!newest) throw new Error(`INVARIANT: policy ${asked.policy} has a version`);
  const attribute = attributeReader(asked, versions);
  const [en, zh] = [vocabularyOf(newest, "en"), vocabularyOf(newest, "zh")];
  return {
    currency: newest.currency,
    timeZone: newest.timeZone,
    seed: seedOf(asked),
    attributes: asked.groups.map(attribute),
    same: asked.same,
    cross: asked.cross && { rows: attribute(asked.cross[0]), columns: attribute(asked.cross[1]) },
    grades: newest.grades,
    payFacts: asked.payFacts,
    parts: asked.parts,
    rank: asked.rank,
    doneFacts: Object.fromEntries(asked.steps.map(({ step, fact }) => [step, fact])),
    unitFact: asked.unitFact,
    categoryLabel: (category) => ({
      en: valueLabelOf("category", category, en),
      zh: valueLabelOf("category", category, zh),
    }),
  };
}

/** INVARIANT: the facts were found among those that the versions declare when the review was asked for. */
function attributeReader(
  { reference }: FairnessAsked,
  versions: readonly Policy[],
): (fact: string) => GroupAttribute {
  const facts = declaredFacts(versions);
  return (fact) => {
    const declared = facts.get(fact);
    if (!declared) throw new Error(`no version declares ${fact} any more`);
    return attributeOf(fact, declared, reference.find((one) => one.fact === fact)?.value);
  };
}

/**
 * What permutations are drawn from: it comes of what was asked, so that asking the same again gives the same, and it is
 * printed with the result. The draft plays no part, so that live figures are the same with one and without.
 */
export function seedOf({ draft: _draft, ...asked }: FairnessAsked): number {
  return Number.parseInt(contentHash(asked).slice(0, 7), 16);
}
