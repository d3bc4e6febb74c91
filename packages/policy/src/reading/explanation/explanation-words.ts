import type { ArithmeticLine, ExplanationStep, Outcome, Reference, Rule, Stage } from "@evenhand/domain";
import type { Vocabulary } from "../vocabulary.ts";
import type { TraceWords } from "./trace-words.ts";

/** What an explanation says in one language. */
export type ExplanationWords = {
  readonly trace: TraceWords;
  readonly headings: Readonly<Record<"result" | "version" | "steps" | "notApplied" | "warnings", string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  /** The result, a line for each thing found; `referencesOf` names the articles that a party's result rests on. */
  readonly outcome: (outcome: Outcome, context: OutcomeContext) => readonly string[];
  readonly version: (step: ExplanationStep, vocabulary: Vocabulary) => string;
  /** A rule that fired: what it rests on and what it led to. */
  readonly fired: (fired: FiredWords) => readonly string[];
  /** What a rule led to, as a clause, its values as they were in this case. */
  readonly effect: (rule: Rule, vocabulary: Vocabulary) => string;
  readonly arithmetic: (line: ArithmeticLine, step: ExplanationStep, vocabulary: Vocabulary) => string;
  readonly computed: (step: ExplanationStep, references: string, vocabulary: Vocabulary) => string;
  readonly note: (text: string) => string;
  /** Rules that did not fire for one and the same reason. */
  readonly notApplied: (rules: readonly string[], parties: string, reason: string) => string;
  readonly tableRows: (label: string, oneFired: boolean) => string;
  readonly parties: (ids: readonly string[]) => string;
  readonly sentence: (text: string) => string;
};

export type OutcomeContext = {
  readonly vocabulary: Vocabulary;
  readonly referencesOf: (party: string) => readonly Reference[];
};

export type FiredWords = {
  readonly because: readonly string[];
  readonly effect: string | undefined;
  /** Why it gave way to another rule, where it did. */
  readonly gaveWay: string | undefined;
};
