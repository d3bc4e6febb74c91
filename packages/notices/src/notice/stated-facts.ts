import {
  type ConditionTrace,
  type DerivedFact,
  type ExplanationStep,
  type FactValue,
  GUARD_FACTS,
  type Policy,
  STANDARD_FACTS,
} from "@evenhand/domain";
import { type Vocabulary, figure, labelOf, typeOf, valueLabelOf } from "@evenhand/policy";
import { factsNamedBy } from "../shared/concern.ts";
import { moneyInSentence } from "../shared/money.ts";
import { isErasedText } from "../shared/naming.ts";
import type { NoticeWords } from "../words/notice-words.ts";
import type { PartyView } from "./party-view.ts";

export type StatedFact = { readonly name: string; readonly label: string; readonly value: string };

/**
 * The facts on which a party's result rests, as the case states them: those that the rules read, what is divided, the
 * day that chose the version, and the pay that limits were computed from. Declaration order, the case's first.
 */
export function statedFacts(view: PartyView, words: NoticeWords): readonly StatedFact[] {
  const { policy } = view.vocabulary;
  const read = readFacts(view);
  const names = [
    ...Object.keys(policy.facts.case),
    ...Object.keys(GUARD_FACTS.case),
    ...Object.keys(policy.facts.party),
    ...Object.keys(STANDARD_FACTS.party),
    ...Object.keys(GUARD_FACTS.party),
  ];
  return [...new Set(names)].flatMap((name) => {
    const facts =
      Object.hasOwn(policy.facts.case, name) || name in GUARD_FACTS.case ? view.facts.case : view.facts.own;
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (!read.has(name) || value === undefined || value === null) return [];
    const shown = inWords(name, value, { words, vocabulary: view.vocabulary });
    return shown === "" ? [] : [{ name, label: labelOf(name, view.vocabulary), value: shown }];
  });
}

function readFacts({ rules, computed, borne, ruleById, vocabulary }: PartyView): ReadonlySet<string> {
  const { policy } = vocabulary;
  const direct = [
    policy.appliesBy,
    ...(borne === undefined ? [] : [policy.lossFact ?? ""]),
    ...rules.flatMap(({ rule, conditions }) => [
      ...(conditions ? factsIn(conditions) : []),
      ...factsNamedBy(ruleById.get(rule ?? "")?.rule.event.params ?? {}),
    ]),
    ...(computed.some(isLimit)
      ? [...Object.keys(STANDARD_FACTS.party), ...Object.keys(GUARD_FACTS.party)]
      : []),
  ];
  return new Set(direct.flatMap((name) => baseFacts(name, policy)));
}

function isLimit({ stage, arithmetic }: ExplanationStep): boolean {
  return stage === "guard" && arithmetic !== undefined;
}

function factsIn(trace: ConditionTrace): readonly string[] {
  if (trace.kind === "comparison")
    return trace.expectedFrom === undefined ? [trace.fact] : [trace.fact, trace.expectedFrom];
  return trace.of.flatMap(factsIn);
}

/** What a computed fact is computed from; they do not rest on one another in circles. */
function baseFacts(name: string, policy: Policy): readonly string[] {
  const derived = policy.derived?.case?.[name] ?? policy.derived?.party?.[name];
  return derived === undefined
    ? [name]
    : operandsOf(derived).flatMap((operand) => baseFacts(operand, policy));
}

function operandsOf(derived: DerivedFact): readonly string[] {
  switch (derived.kind) {
    case "days-between":
    case "hours-between":
    case "minutes-between":
      return [derived.from, derived.to];
    case "ratio":
      return [derived.numerator, derived.denominator];
    case "relative-excess":
      return [derived.of, derived.over];
    case "first-known":
    case "greatest":
      return derived.of;
    case "count-parties":
    case "on-record":
      return [];
    case "count":
    case "sum":
    case "maximum":
    case "local-day":
      return [derived.of];
  }
}

function inWords(
  name: string,
  value: FactValue,
  { words, vocabulary }: { readonly words: NoticeWords; readonly vocabulary: Vocabulary },
): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  const context = { language: vocabulary.language, currency: vocabulary.policy.currency };
  const type = typeOf(name, vocabulary);
  if (typeof value === "number")
    return type === "money" ? moneyInSentence(value, context) : figure(value, type, context);
  if (typeof value !== "string")
    return words.list((value ?? []).map((member) => valueLabelOf(name, member, vocabulary)));
  if (isErasedText(value)) return words.erasedText;
  if (type === "date" || type === "instant") return figure(value, type, context);
  return type === "text" ? value : valueLabelOf(name, value, vocabulary);
}
