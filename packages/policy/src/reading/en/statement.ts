import { type Operator, type ValueType, dimensionOf } from "@evenhand/domain";
import type { Bound, Test } from "../condition-node.ts";
import { figure } from "../figures.ts";
import { type Phrase, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, valueLabelOf } from "../vocabulary.ts";
import { booleanStatement } from "./boolean-statement.ts";
import { builtInStatement } from "./built-in-statement.ts";
import { listed } from "./listed.ts";
import {
  belongsToParty,
  countedBy,
  isPlural,
  isQuestion,
  quoted,
  startsWith,
  subjectOf,
  withA,
} from "./noun.ts";

/**
 * One test as an English clause.
 *
 * @example "the loss is above 2,000.00 and at most 20,000.00"
 */
export function statement(test: Test, vocabulary: Vocabulary): Phrase {
  const said =
    ofCounted(test, vocabulary) ??
    builtInStatement(test, vocabulary) ??
    ofKnown(test, vocabulary) ??
    ofBoolean(test, vocabulary) ??
    plain(test, vocabulary);
  return test.orUnknown
    ? phraseAt(test.bounds[0].pointer)`${said} (or ${knowing(test.fact, vocabulary).unknown})`
    : said;
}

/** What a value is held against, as it follows "is": "above 2,000.00", "“quality”", "on or after the promised day". */
export function boundInWords(bound: Bound, fact: string, vocabulary: Vocabulary): Phrase {
  const type = typeOf(fact, vocabulary);
  const say = phraseAt(bound.pointer);
  const value = operandInWords(bound, fact, vocabulary);
  const operator = operatorInWords(bound.operator, type);
  return operator === "" ? value : say`${operator} ${value}`;
}

function plain({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase {
  const [first, second] = bounds;
  const subject = phraseAt(subjectPointer)`${subjectOf(fact, vocabulary)}`;
  const say = phraseAt(first.pointer);
  if (first.operator === "contains" || first.operator === "doesNotContain") {
    const value = operandInWords(first, fact, vocabulary);
    const plural = isPlural(labelOf(fact, vocabulary));
    if (first.operator === "contains") return say`${subject} ${plural ? "include" : "includes"} ${value}`;
    return say`${subject} ${plural ? "do" : "does"} not include ${value}`;
  }
  const be = isPlural(labelOf(fact, vocabulary)) && !countedBy(fact, vocabulary) ? "are" : "is";
  const lower = boundInWords(first, fact, vocabulary);
  if (!second) return say`${subject} ${be} ${lower}`;
  return say`${subject} ${be} ${lower} and ${boundInWords(second, fact, vocabulary)}`;
}

/** Known and unknown: what a case states, whom it names, what could be computed. */
function ofKnown({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  if (operand.kind !== "unknown") return undefined;
  const known = operator === "notEqual";
  const entry = vocabulary.catalogue.get(fact);
  const say = phraseAt(pointer);
  const label = labelOf(fact, vocabulary);
  if (entry?.type === "boolean")
    return say`it is ${known ? "" : "not "}stated whether ${phraseAt(subjectPointer)`${label}`}`;
  if (isQuestion(label)) return say`it is ${known ? "" : "not "}stated ${phraseAt(subjectPointer)`${label}`}`;
  if (entry?.type === "party" && !startsWith(label, "the")) {
    return say`${phraseAt(subjectPointer)`${known ? withA(label) : `no ${label}`}`} is named`;
  }
  const be = isPlural(label) && !countedBy(fact, vocabulary) ? "are" : "is";
  return say`${phraseAt(subjectPointer)`${subjectOf(fact, vocabulary)}`} ${be} ${knowing(fact, vocabulary)[known ? "known" : "unknown"]}`;
}

/** Facts are stated, parties named, and what is computed is known. */
function knowing(
  fact: string,
  { catalogue }: Vocabulary,
): { readonly known: string; readonly unknown: string } {
  const entry = catalogue.get(fact);
  const verb = entry?.type === "party" ? "named" : entry?.source === "declared" ? "stated" : "known";
  return { known: verb, unknown: `not ${verb}` };
}

function ofBoolean({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  const entry = vocabulary.catalogue.get(fact);
  if (entry?.type !== "boolean") return undefined;
  if (operand.kind === "reference") {
    const [one, other] = [labelOf(fact, vocabulary), labelOf(operand.name, vocabulary)];
    const same = operator === "equal" ? "is the same as" : "differs from";
    return phraseAt(
      pointer,
    )`the answer to ${phraseAt(subjectPointer)`${quoted(one)}`} ${same} that to ${phraseAt(operand.pointer)`${quoted(other)}`}`;
  }
  if (operand.kind !== "literal") return undefined;
  const holds = (operand.value === true) === (operator === "equal");
  return phraseAt(subjectPointer)`${booleanStatement(fact, holds, vocabulary)}`;
}

/** "There are no verified faults" rather than "the number of verified faults is 0". */
function ofCounted({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const some = someOrNone(bounds);
  if (some === undefined) return undefined;
  const say = phraseAt(bounds[0].pointer);
  const charged = CHARGED[fact];
  if (charged) return phraseAt(subjectPointer)`${some ? charged.some : charged.none}`;
  const counted = countedBy(fact, vocabulary);
  if (counted === undefined) return undefined;
  if (counted.startsWith("those "))
    return say`there is ${some ? "somebody" : "nobody"} ${phraseAt(subjectPointer)`${counted.slice("those ".length)}`}`;
  const noun = phraseAt(subjectPointer)`${counted}`;
  if (belongsToParty(fact, vocabulary))
    return some ? say`the party has ${noun}` : say`the party has no ${noun}`;
  return some ? say`there are ${noun}` : say`there are no ${noun}`;
}

const CHARGED: Readonly<Record<string, { readonly some: string; readonly none: string }>> = {
  chargedTotal: { some: "anything is charged", none: "nothing is charged" },
  chargedParties: { some: "anybody is charged", none: "nobody is charged" },
  gradedParties: { some: "anybody is given a grade", none: "nobody is given a grade" },
};

function someOrNone(bounds: Test["bounds"]): boolean | undefined {
  const [{ operator, operand }, upper] = bounds;
  if (upper || operand.kind !== "literal") return undefined;
  if (operator === "greaterThan" && operand.value === 0) return true;
  if (operator === "greaterThanInclusive" && operand.value === 1) return true;
  if (operator === "notEqual" && operand.value === 0) return true;
  if (operator === "equal" && operand.value === 0) return false;
  return operator === "lessThan" && operand.value === 1 ? false : undefined;
}

function operandInWords({ operator, operand, pointer }: Bound, fact: string, vocabulary: Vocabulary): Phrase {
  switch (operand.kind) {
    case "unknown":
      return phraseAt(operand.pointer)`stated`;
    case "reference":
      return phraseAt(operand.pointer)`${referenceInWords(operand.name, vocabulary)}`;
    case "literal":
      return phraseAt(operand.pointer)`${literalInWords(operand.value, fact, vocabulary)}`;
    case "list": {
      const values = operand.members.map(
        ({ value, pointer: at }) => phraseAt(at)`${literalInWords(value, fact, vocabulary)}`,
      );
      return listed(values, operator === "notIn", pointer);
    }
  }
}

/** What a comparison is made with by name: a parameter by its value, a fact by its label. */
export function referenceInWords(name: string, vocabulary: Vocabulary): string {
  const parameter = vocabulary.catalogue.get(name)?.parameter;
  if (!parameter) return subjectOf(name, vocabulary);
  return figure(parameter.value, typeOf(name, vocabulary), {
    language: "en",
    currency: vocabulary.policy.currency,
  });
}

/** A literal that a fact is compared with: figures in the fact's unit, words by their labels. */
export function literalInWords(
  value: number | string | boolean,
  fact: string,
  vocabulary: Vocabulary,
): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const type = typeOf(fact, vocabulary);
  if (typeof value === "number" || type === "date" || type === "instant")
    return figure(value, type, { language: "en", currency: vocabulary.policy.currency });
  return type === "party" ? value : quoted(valueLabelOf(fact, value, vocabulary));
}

const ORDER_WORDS: Readonly<
  Record<"amount" | "duration" | "date" | "instant", Partial<Readonly<Record<Operator, string>>>>
> = {
  amount: {
    lessThan: "below",
    lessThanInclusive: "at most",
    greaterThan: "above",
    greaterThanInclusive: "at least",
  },
  duration: {
    lessThan: "less than",
    lessThanInclusive: "at most",
    greaterThan: "more than",
    greaterThanInclusive: "at least",
  },
  date: {
    equal: "the same as",
    notEqual: "other than",
    lessThan: "before",
    lessThanInclusive: "on or before",
    greaterThan: "after",
    greaterThanInclusive: "on or after",
  },
  instant: {
    equal: "the same as",
    notEqual: "other than",
    lessThan: "before",
    lessThanInclusive: "no later than",
    greaterThan: "after",
    greaterThanInclusive: "no earlier than",
  },
};

function operatorInWords(operator: Operator, type: ValueType): string {
  switch (dimensionOf(type)) {
    case "date":
      return ORDER_WORDS.date[operator] ?? "";
    case "instant":
      return ORDER_WORDS.instant[operator] ?? "";
    case "days":
    case "working-days":
    case "months":
    case "hours":
    case "minutes":
      return ORDER_WORDS.duration[operator] ?? equality(operator);
    default:
      return ORDER_WORDS.amount[operator] ?? equality(operator);
  }
}

function equality(operator: Operator): string {
  return operator === "notEqual" ? "not" : "";
}
