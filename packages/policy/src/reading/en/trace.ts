import { type FactValue, type Operator, OPPOSITE_OPERATORS } from "@evenhand/domain";
import {
  type ComparisonTrace,
  asksForAny,
  asksForOrder,
  asksWhetherKnown,
  testOf,
} from "../explanation/trace-test.ts";
import type { TraceWords } from "../explanation/trace-words.ts";
import { textOf } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { booleanStatement } from "./boolean-statement.ts";
import { andList, countedBy, isPlural, quoted, subjectOf } from "./noun.ts";
import { boundInWords, literalInWords, statement } from "./statement.ts";

/** What comparisons saw, in English. */
export const ENGLISH_TRACE: TraceWords = {
  held,
  failed,
  denied: (comparison, vocabulary) => {
    if (!asksForOrder(comparison) || comparison.saw === null || comparison.expected === null)
      return failed(comparison, vocabulary);
    return held({ ...comparison, operator: OPPOSITE_OPERATORS[comparison.operator] }, vocabulary);
  },
  saw,
  within: (lower, upper, vocabulary) =>
    `${saw(lower, vocabulary)} (${bound(lower, vocabulary, ", ")} and ${bound(upper, vocabulary, ", ")})`,
  term: (name, holds, vocabulary) =>
    `the case ${holds ? "counts" : "does not count"} as ${quoted(wordOf(name, vocabulary))}`,
  and: (statements) => andList(statements),
};

function held(comparison: ComparisonTrace, vocabulary: Vocabulary): string {
  return asksForOrder(comparison) && !asksForAny(comparison)
    ? `${saw(comparison, vocabulary)} (${bound(comparison, vocabulary, ", ")})`
    : saw(comparison, vocabulary);
}

function failed(comparison: ComparisonTrace, vocabulary: Vocabulary): string {
  const { fact, saw: seen, expected, expectedFrom, operator } = comparison;
  const seenInWords = saw(comparison, vocabulary);
  if (seen === null || typeof seen === "boolean" || asksWhetherKnown(comparison) || NEGATED.has(operator))
    return seenInWords;
  if (operator === "contains")
    return textOf(statement(testOf({ ...comparison, operator: "doesNotContain" }), vocabulary));
  if (expected === null && expectedFrom !== undefined)
    return `${seenInWords}, but ${isUnknown(expectedFrom, vocabulary)}`;
  if (isSelfEvident(fact, seen, vocabulary) || asksForAny(comparison)) return seenInWords;
  if (Array.isArray(expected) && expected.length > 3) return `${seenInWords}, none of those named`;
  return `${seenInWords}, not ${bound(comparison, vocabulary)}`;
}

const NEGATED: ReadonlySet<Operator> = new Set(["notEqual", "notIn", "doesNotContain"]);

/** "the loss is 1,999.99", "the complaint is not upheld", "there are no verified faults", "the day of delivery is not stated" */
function saw({ fact, saw: seen }: ComparisonTrace, vocabulary: Vocabulary): string {
  if (seen === null) return isUnknown(fact, vocabulary);
  if (typeof seen === "boolean") return booleanStatement(fact, seen, vocabulary);
  if (typeof seen !== "object" && isSelfEvident(fact, seen, vocabulary))
    return textOf(statement(exactly(fact, seen), vocabulary));
  const label = labelOf(fact, vocabulary);
  if (typeof seen === "string" && label.startsWith("who ")) return `${seen} ${label.slice("who ".length)}`;
  const be = isPlural(label) && countedBy(fact, vocabulary) === undefined ? "are" : "is";
  const values = (typeof seen === "object" ? seen : [seen]).map((value) =>
    literalInWords(value, fact, vocabulary),
  );
  return `${subjectOf(fact, vocabulary)} ${be} ${values.length === 0 ? "none" : andList(values)}`;
}

/** What a value was held against; of another fact also what that was, after a comma or in brackets. */
function bound(comparison: ComparisonTrace, vocabulary: Vocabulary, between?: string): string {
  const { expected, fact } = comparison;
  const asked = testOf(comparison).bounds[0];
  const words = textOf(boundInWords(asked, fact, vocabulary));
  if (asked.operand.kind !== "reference" || expected === null || typeof expected === "object") return words;
  const value = literalInWords(expected, fact, vocabulary);
  return between === undefined ? `${words} (${value})` : words + between + value;
}

function isUnknown(fact: string, vocabulary: Vocabulary): string {
  return textOf(statement(exactly(fact, null), vocabulary));
}

function exactly(fact: string, value: FactValue): ReturnType<typeof testOf> {
  return testOf({ kind: "comparison", met: true, fact, operator: "equal", saw: value, expected: value });
}

/** Values that their own statement says better than "is": dispositions, kinds of party, nothing and nobody. */
function isSelfEvident(fact: string, value: FactValue, vocabulary: Vocabulary): boolean {
  if (fact === "disposition" || fact === "partyKind") return true;
  return value === 0 && (fact === "chargedTotal" || typeOf(fact, vocabulary) === "integer");
}
