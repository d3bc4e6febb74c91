import type { Language, LocalizedText, Reference, RootCondition, ValueType } from "@evenhand/domain";
import { isFactReference } from "@evenhand/domain";
import { cited } from "../reading/citation.ts";
import { dayInWords, figure, plainNumber } from "../reading/figures.ts";
import { readCondition } from "../reading/read-condition.ts";
import { type Vocabulary, labelOf, valueLabelOf, wordOf } from "../reading/vocabulary.ts";
import { isSame } from "./same.ts";
import { listed, named } from "./sides.ts";

/** How a value of some field is said in the language of a vocabulary. What is absent is never asked for. */
export type Say = (value: unknown, vocabulary: Vocabulary) => string;

/** Whatever has no better words: plain values as they stand, references by their labels, groups as JSON. */
export const sayAnything: Say = (value, vocabulary) => {
  if (isFactReference(value)) return referenceInWords(value.fact, vocabulary);
  if (isLocalized(value)) return named(value[vocabulary.language], vocabulary.language);
  switch (typeof value) {
    case "boolean":
      return sayFlag(value, vocabulary);
    case "number":
      return plainNumber(value);
    case "string":
      return named(value, vocabulary.language);
    default:
      return value === null ? NOTHING_KNOWN[vocabulary.language] : `\`${JSON.stringify(value)}\``;
  }
};

const NOTHING_KNOWN: Readonly<Record<Language, string>> = { en: "unknown", zh: "未知" };

export const sayText: Say = sayAnything;

export const sayFlag: Say = (value, { language }) => {
  if (language === "zh") return value === true ? "是" : "否";
  return value === true ? "yes" : "no";
};

export const sayDay: Say = (value, { language }) => dayInWords(String(value), language);

/** A fact named by plain text. */
export const sayFact: Say = (value, vocabulary) =>
  named(labelOf(String(value), vocabulary), vocabulary.language);

/** Something of a closed list of ours, or a word of the policy. */
export const sayWord: Say = (value, vocabulary) => {
  if (isFactReference(value)) return referenceInWords(value.fact, vocabulary);
  return named(wordOf(String(value), vocabulary), vocabulary.language);
};

export const sayReferences: Say = (value, vocabulary) => {
  const references = value as readonly Reference[];
  if (references.length > 0) return cited(references, vocabulary);
  return vocabulary.language === "zh" ? "无" : "none";
};

/** A statutory guard by its title, where that is known. */
export const sayGuard: Say = (value, { guards, language }) =>
  named(guards?.get(String(value))?.[language] ?? String(value), language);

export const sayCondition: Say = (value, vocabulary) =>
  named(readCondition(value as RootCondition, vocabulary.policy, vocabulary.language), vocabulary.language);

/** A list, each of its items said by `sayItem`. */
export function sayList(sayItem: Say): Say {
  return (value, vocabulary) => {
    const items = (value as readonly unknown[]).map((item) => sayItem(item, vocabulary));
    if (items.length === 0) return vocabulary.language === "zh" ? "无" : "none";
    return listed(items, vocabulary.language);
  };
}

/** A figure of a type, or the parameter or fact it is taken from. */
export function sayFigure(type: ValueType): Say {
  return (value, vocabulary) => {
    if (isFactReference(value)) return referenceInWords(value.fact, vocabulary, type);
    if (typeof value !== "number" && typeof value !== "string") return sayAnything(value, vocabulary);
    return figure(value, type, { language: vocabulary.language, currency: vocabulary.policy.currency });
  };
}

/** A value of one fact: a figure in the fact's unit, or a value of its list by label. */
export function sayValueOf(fact: string): Say {
  return (value, vocabulary) => {
    const type = vocabulary.catalogue.get(fact)?.type ?? "text";
    if (typeof value === "string" && type !== "date")
      return named(valueLabelOf(fact, value, vocabulary), vocabulary.language);
    return typeof value === "boolean" ? sayFlag(value, vocabulary) : sayFigure(type)(value, vocabulary);
  };
}

/** A parameter by its label and its figure, in the unit of the place where one is known; any other fact by its label. */
function referenceInWords(name: string, vocabulary: Vocabulary, type?: ValueType): string {
  const { language, catalogue } = vocabulary;
  const label = named(labelOf(name, vocabulary), language);
  const entry = catalogue.get(name);
  if (!entry?.parameter) return label;
  const isDuration = type !== undefined && DURATIONS.has(type);
  const value = figure(entry.parameter.value, isDuration ? type : entry.type, {
    language,
    currency: vocabulary.policy.currency,
  });
  return language === "zh" ? `${label}（${value}）` : `${label} (${value})`;
}

const DURATIONS: ReadonlySet<ValueType> = new Set([
  "calendar-days",
  "working-days",
  "hours",
  "minutes",
  "months",
]);

function isLocalized(value: unknown): value is LocalizedText {
  return typeof value === "object" && value !== null && isSame(Object.keys(value).toSorted(), ["en", "zh"]);
}
