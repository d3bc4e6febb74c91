import type {
  ArithmeticLine,
  EvaluateResponse,
  ExplanationStep,
  LocalizedText,
  Outcome,
  Reference,
  Rule,
  Stage,
} from "@evenhand/domain";
import type { Vocabulary } from "../vocabulary.ts";
import type { TraceWords } from "./trace-words.ts";

/** What an explanation says in one language. */
export type ExplanationWords = {
  readonly trace: TraceWords;
  readonly headings: Readonly<
    Record<"decision" | "result" | "version" | "steps" | "notApplied" | "warnings" | "check", string>
  >;
  readonly stages: Readonly<Record<Stage, string>>;
  /** Which case it is, and when it was evaluated. */
  readonly decision: (response: EvaluateResponse) => readonly string[];
  /** The result, a line for each thing found; `referencesOf` names the articles that a party's result rests on. */
  readonly outcome: (outcome: Outcome, context: OutcomeContext) => readonly string[];
  readonly version: (step: ExplanationStep, vocabulary: Vocabulary) => string;
  /** A rule that fired: what it rests on and what it led to. */
  readonly fired: (fired: FiredWords, vocabulary: Vocabulary) => readonly string[];
  /** What a rule led to, as a clause, its values as they were in this case. */
  readonly effect: (rule: Rule, vocabulary: Vocabulary) => string;
  readonly arithmetic: (line: ArithmeticLine, step: ExplanationStep, vocabulary: Vocabulary) => string;
  readonly computed: (step: ExplanationStep, references: string, vocabulary: Vocabulary) => string;
  readonly note: (text: string, vocabulary: Vocabulary) => string;
  /** A rule that did not fire, of whom, and why. */
  readonly notApplied: (rule: string, parties: string, reason: string) => string;
  readonly tableRows: (label: string, oneFired: boolean) => string;
  readonly parties: (ids: readonly string[]) => string;
  /** A warning; `party` is whom it concerns, where its text does not name them. */
  readonly warning: (text: string, party: string | undefined, vocabulary: Vocabulary) => string;
  /** The documents that the decision rested on, each by its hash. */
  readonly check: (response: EvaluateResponse) => readonly string[];
};

export type OutcomeContext = {
  readonly vocabulary: Vocabulary;
  readonly referencesOf: (party: string) => readonly Reference[];
  /** The label of the rule that named the level of authority, where one did. */
  readonly levelSaidBy: LocalizedText | undefined;
};

export type FiredWords = {
  readonly because: readonly string[];
  readonly effect: string | undefined;
  /** Why it gave way to another rule, where it did. */
  readonly gaveWay: string | undefined;
};
