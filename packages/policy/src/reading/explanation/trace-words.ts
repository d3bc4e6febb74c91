import type { ConditionTrace } from "@evenhand/domain";
import type { Vocabulary } from "../vocabulary.ts";
import { type ComparisonTrace, asksWhetherKnown } from "./trace-test.ts";

/** How a language says what comparisons saw. */
export type TraceWords = {
  /** A comparison that held, with the value it saw. */
  readonly held: (comparison: ComparisonTrace, vocabulary: Vocabulary) => string;
  /** A comparison that failed, with the value it saw and what it would have taken. */
  readonly failed: (comparison: ComparisonTrace, vocabulary: Vocabulary) => string;
  /** The opposite of a comparison that failed, which is why a "not" held. */
  readonly denied: (comparison: ComparisonTrace, vocabulary: Vocabulary) => string;
  /** What was seen and no more: "the loss is 1,999.99". */
  readonly saw: (comparison: ComparisonTrace, vocabulary: Vocabulary) => string;
  /** A range that held: the value, and then both of its ends. */
  readonly within: (lower: ComparisonTrace, upper: ComparisonTrace, vocabulary: Vocabulary) => string;
  readonly term: (name: string, holds: boolean, vocabulary: Vocabulary) => string;
  readonly and: (statements: readonly string[]) => string;
};

/**
 * Why a condition held: each statement it rests on, with the values seen. Of alternatives, those that held.
 *
 * @example "the complaint is upheld", "the amount the customer claims is 2,000.01, above 2,000.00"
 */
export function whyHeld(trace: ConditionTrace, words: TraceWords, vocabulary: Vocabulary): readonly string[] {
  switch (trace.kind) {
    case "comparison":
      return [words.held(trace, vocabulary)];
    case "named":
      return isTerm(trace.name, vocabulary)
        ? [words.term(trace.name, true, vocabulary)]
        : whyHeld(trace.of[0], words, vocabulary);
    case "not":
      return whyDenied(trace.of[0], words, vocabulary);
    case "any":
      return unrepeated(
        trace.of.filter(({ met }) => met).flatMap((member) => whyHeld(member, words, vocabulary)),
      );
    case "all":
      return unrepeated(allHeld(flattened(trace), words, vocabulary));
  }
}

/**
 * Why a condition failed: the first of its statements that did not hold, with the value seen; of alternatives all of
 * them, since each would have sufficed.
 *
 * @example "the loss is 1,999.99, not above 2,000.00"
 */
export function whyFailed(
  trace: ConditionTrace,
  words: TraceWords,
  vocabulary: Vocabulary,
): readonly string[] {
  switch (trace.kind) {
    case "comparison":
      return [words.failed(trace, vocabulary)];
    case "named":
      return isTerm(trace.name, vocabulary)
        ? [words.term(trace.name, false, vocabulary)]
        : whyFailed(trace.of[0], words, vocabulary);
    case "not":
      return [words.and(whyHeld(trace.of[0], words, vocabulary))];
    case "any":
      return [words.and(unrepeated(trace.of.flatMap((member) => whyFailed(member, words, vocabulary))))];
    case "all": {
      const first = trace.of.find(({ met }) => !met);
      return first ? whyFailed(first, words, vocabulary) : [];
    }
  }
}

/** Why what "not" stands over failed, said as what held instead. */
function whyDenied(trace: ConditionTrace, words: TraceWords, vocabulary: Vocabulary): readonly string[] {
  switch (trace.kind) {
    case "comparison":
      return [words.denied(trace, vocabulary)];
    case "named":
      return isTerm(trace.name, vocabulary)
        ? [words.term(trace.name, false, vocabulary)]
        : whyDenied(trace.of[0], words, vocabulary);
    case "not":
      return whyHeld(trace.of[0], words, vocabulary);
    case "any":
      return unrepeated(trace.of.flatMap((member) => whyDenied(member, words, vocabulary)));
    case "all":
      return whyFailed(trace, words, vocabulary);
  }
}

/** The first comparison that failed on the way down, where one alone is to blame. */
export function firstFailed(trace: ConditionTrace): ComparisonTrace | undefined {
  switch (trace.kind) {
    case "comparison":
      return trace.met ? undefined : trace;
    case "named":
      return firstFailed(trace.of[0]);
    case "all":
      return trace.of.filter(({ met }) => !met).map(firstFailed)[0];
    case "any":
    case "not":
      return undefined;
  }
}

/** Whether a rule asks for another kind of party than this one is, whatever else it asks: it cannot concern the party. */
export function isForOtherKind(trace: ConditionTrace): boolean {
  switch (trace.kind) {
    case "comparison":
      return trace.fact === "partyKind" && !trace.met;
    case "named":
      return isForOtherKind(trace.of[0]);
    case "all":
      return trace.of.some(isForOtherKind);
    case "any":
      return trace.of.every(isForOtherKind);
    case "not":
      return false;
  }
}

function isTerm(name: string, { policy }: Vocabulary): boolean {
  return Object.hasOwn(policy.words, name);
}

function flattened(trace: ConditionTrace): readonly ConditionTrace[] {
  return trace.kind === "all" ? trace.of.flatMap(flattened) : [trace];
}

function allHeld(
  members: readonly ConditionTrace[],
  words: TraceWords,
  vocabulary: Vocabulary,
): readonly string[] {
  const said: string[] = [];
  const done = new Set<ConditionTrace>();
  for (const member of members) {
    // That a fact is known goes without saying where its value is said beside it.
    if (done.has(member) || (asksOnlyIfKnown(member) && members.some((other) => isOtherOf(other, member))))
      continue;
    const upper =
      member.kind === "comparison" && LOWER.has(member.operator)
        ? members.find((other) => isUpperOf(other, member.fact))
        : undefined;
    if (member.kind === "comparison" && upper?.kind === "comparison") {
      done.add(upper);
      said.push(words.within(member, upper, vocabulary));
    } else said.push(...whyHeld(member, words, vocabulary));
  }
  return said;
}

const LOWER: ReadonlySet<string> = new Set(["greaterThan", "greaterThanInclusive"]);
const UPPER: ReadonlySet<string> = new Set(["lessThan", "lessThanInclusive"]);

function isUpperOf(trace: ConditionTrace, fact: string): boolean {
  return trace.kind === "comparison" && trace.fact === fact && UPPER.has(trace.operator);
}

function asksOnlyIfKnown(trace: ConditionTrace): boolean {
  return trace.kind === "comparison" && asksWhetherKnown(trace) && trace.saw !== null;
}

function isOtherOf(other: ConditionTrace, trace: ConditionTrace): boolean {
  return (
    other !== trace &&
    other.kind === "comparison" &&
    trace.kind === "comparison" &&
    other.fact === trace.fact &&
    !asksWhetherKnown(other)
  );
}

function unrepeated(statements: readonly string[]): readonly string[] {
  return [...new Set(statements)];
}
