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
import { type Vocabulary, labelOf, wordOf } from "../vocabulary.ts";
import { booleanStatement } from "./boolean-statement.ts";
import { quoted } from "./noun.ts";
import { boundInWords, literalInWords, statement } from "./statement.ts";

/** What comparisons saw, in Chinese. */
export const CHINESE_TRACE: TraceWords = {
  held,
  failed,
  denied: (comparison, vocabulary) => {
    if (!asksForOrder(comparison) || comparison.saw === null || comparison.expected === null)
      return failed(comparison, vocabulary);
    return held({ ...comparison, operator: OPPOSITE_OPERATORS[comparison.operator] }, vocabulary);
  },
  saw,
  within: (lower, upper, vocabulary) =>
    `${saw(lower, vocabulary)}（${bound(lower, vocabulary, "，即")}且${bound(upper, vocabulary, "，即")}）`,
  term: (name, holds, vocabulary) => `案件${holds ? "属于" : "不属于"}${quoted(wordOf(name, vocabulary))}`,
  and: (statements) => statements.join("，且"),
};

function held(comparison: ComparisonTrace, vocabulary: Vocabulary): string {
  return asksForOrder(comparison) && !asksForAny(comparison)
    ? `${saw(comparison, vocabulary)}（${bound(comparison, vocabulary, "，即")}）`
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
    return `${seenInWords}，而${isUnknown(expectedFrom, vocabulary)}`;
  if (isSelfEvident(fact) || asksForAny(comparison)) return seenInWords;
  if (Array.isArray(expected) && expected.length > 3) return `${seenInWords}，不在所列各项之内`;
  return `${seenInWords}，${opposite(comparison, vocabulary)}`;
}

const NEGATED: ReadonlySet<Operator> = new Set(["notEqual", "notIn", "doesNotContain"]);

function opposite(comparison: ComparisonTrace, vocabulary: Vocabulary): string {
  return bound({ ...comparison, operator: OPPOSITE_OPERATORS[comparison.operator] }, vocabulary);
}

/** “损失金额为1,999.99元”“投诉不成立”“未填写实际交货日期” */
function saw({ fact, saw: seen }: ComparisonTrace, vocabulary: Vocabulary): string {
  if (seen === null) return isUnknown(fact, vocabulary);
  if (typeof seen === "boolean") return booleanStatement(fact, seen, vocabulary);
  if (typeof seen !== "object" && isSelfEvident(fact))
    return textOf(statement(exactly(fact, seen), vocabulary));
  const label = labelOf(fact, vocabulary);
  if (typeof seen !== "object") return `${label}为${literalInWords(seen, fact, vocabulary)}`;
  return seen.length === 0
    ? `${label}：无`
    : `${label}为${seen.map((value) => literalInWords(value, fact, vocabulary)).join("")}`;
}

/** What a value was held against; of another fact also what that was, after a comma or in brackets. */
function bound(comparison: ComparisonTrace, vocabulary: Vocabulary, between?: string): string {
  const { expected, fact } = comparison;
  const asked = testOf(comparison).bounds[0];
  const words = textOf(boundInWords(asked, fact, vocabulary));
  if (asked.operand.kind !== "reference" || expected === null || typeof expected === "object") return words;
  const value = literalInWords(expected, fact, vocabulary);
  return between === undefined ? `${words}（${value}）` : words + between + value;
}

function isUnknown(fact: string, vocabulary: Vocabulary): string {
  return textOf(statement(exactly(fact, null), vocabulary));
}

function exactly(fact: string, value: FactValue): ReturnType<typeof testOf> {
  return testOf({ kind: "comparison", met: true, fact, operator: "equal", saw: value, expected: value });
}

function isSelfEvident(fact: string): boolean {
  return fact === "disposition" || fact === "partyKind";
}
