import type { CatalogueEntry, Operator, ValueType } from "@evenhand/domain";
import { dimensionOf, isOrdered } from "@evenhand/domain";
import { type Json, itemsOf } from "../../../../document/pointer.ts";

/**
 * What can be asked of a fact, as people say it. That it is known, or not, is a question of its own, though the format
 * writes it as a comparison with `null`.
 */
export const QUESTIONS = [
  "is",
  "isNot",
  "oneOf",
  "noneOf",
  "below",
  "atMost",
  "above",
  "atLeast",
  "before",
  "notAfter",
  "after",
  "notBefore",
  "includes",
  "excludes",
  "unknown",
  "known",
] as const;
export type Question = (typeof QUESTIONS)[number];

const OPERATOR_OF: Readonly<Record<Question, Operator>> = {
  is: "equal",
  isNot: "notEqual",
  oneOf: "in",
  noneOf: "notIn",
  below: "lessThan",
  atMost: "lessThanInclusive",
  above: "greaterThan",
  atLeast: "greaterThanInclusive",
  before: "lessThan",
  notAfter: "lessThanInclusive",
  after: "greaterThan",
  notBefore: "greaterThanInclusive",
  includes: "contains",
  excludes: "doesNotContain",
  unknown: "equal",
  known: "notEqual",
};

export function operatorOf(question: Question): Operator {
  return OPERATOR_OF[question];
}

const OF_TIME: readonly Question[] = ["is", "isNot", "before", "notAfter", "after", "notBefore"];
const OF_NUMBERS: readonly Question[] = [
  "is",
  "isNot",
  "below",
  "atMost",
  "above",
  "atLeast",
  "oneOf",
  "noneOf",
];

/**
 * What the format lets one ask of a fact of this type.
 *
 * @example questionsFor("set") // ["includes", "excludes"]
 */
export function questionsFor(type: ValueType, entry?: CatalogueEntry): readonly Question[] {
  const dimension = dimensionOf(type);
  const asked = askedOf(type);
  const isNeverUnknown =
    dimension === "set" || (dimension === "boolean" && entry?.declaration?.whenAbsent !== "unknown");
  return isNeverUnknown ? asked : [...asked, "unknown", "known"];
}

function askedOf(type: ValueType): readonly Question[] {
  const dimension = dimensionOf(type);
  if (dimension === "date" || dimension === "instant") return OF_TIME;
  if (isOrdered(type)) return OF_NUMBERS;
  if (dimension === "set") return ["includes", "excludes"];
  return dimension === "boolean" ? ["is", "isNot"] : ["is", "isNot", "oneOf", "noneOf"];
}

/** What a comparison asks, in the words that fit the type of its fact. */
export function questionOf(
  comparison: { readonly operator: string; readonly value: Json },
  type: ValueType,
): Question {
  const { operator, value } = comparison;
  if (value === null && operator === "equal") return "unknown";
  if (value === null && operator === "notEqual") return "known";
  const fitting = askedOf(type).find((question) => OPERATOR_OF[question] === operator);
  return fitting ?? QUESTIONS.find((question) => OPERATOR_OF[question] === operator) ?? "is";
}

/** Whether a question is answered by a list of values, by none at all, or by one. */
export function answersOf(question: Question): "one" | "list" | "none" {
  if (question === "unknown" || question === "known") return "none";
  return question === "oneOf" || question === "noneOf" ? "list" : "one";
}

/** The value with which another question begins: what fits is kept. */
export function valueFor(question: Question, value: Json): Json {
  switch (answersOf(question)) {
    case "none":
      return null;
    case "list":
      if (Array.isArray(value)) return itemsOf(value);
      return typeof value === "string" || typeof value === "number" ? asList(value) : [];
    case "one":
      return (Array.isArray(value) ? itemsOf(value)[0] : value) ?? "";
  }
}

function asList(value: string | number): Json {
  return value === "" ? [] : [value];
}
