import type {
  ArithmeticLine,
  ConditionTrace,
  ExplanationStep,
  Language,
  LocalizedText,
} from "@evenhand/domain";
import { type Vocabulary, typeOf } from "@evenhand/policy";

/** Stands for anybody whom a document must not name. */
export const SOMEBODY_ELSE: Readonly<Record<Language, string>> = { en: "another party", zh: "另一当事方" };

/** Takes other people out of what the engine or a person wrote; what a policy says names nobody and stays. */
export type Mask = {
  readonly text: (text: LocalizedText) => LocalizedText;
  /** What a person wrote, in whichever language they wrote it. */
  readonly free: (text: string) => string;
  readonly trace: (trace: ConditionTrace, vocabulary: Vocabulary) => ConditionTrace;
};

/**
 * A mask for everybody in `others`. An id counts wherever it stands as a word of its own, so `E10` is left in `E100`.
 *
 * @example maskOf(new Set(["E2"])).free("agreed with E2") // "agreed with another party"
 */
export function maskOf(others: ReadonlySet<string>): Mask {
  const ids = [...others].toSorted((a, b) => b.length - a.length).map(asPattern);
  const anybody = ids.length === 0 ? undefined : new RegExp(ids.join("|"), "gu");
  const words = (text: string, language: Language): string =>
    anybody === undefined ? text : text.replace(anybody, SOMEBODY_ELSE[language]);
  const free = (text: string): string => words(text, /\p{Script=Han}/u.test(text) ? "zh" : "en");
  return {
    free,
    text: ({ en, zh }) => ({ en: words(en, "en"), zh: words(zh, "zh") }),
    trace: (trace, vocabulary) => maskedTrace(trace, { others, vocabulary, free }),
  };
}

/** Whether a text names this one. */
export function mentions(text: string, id: string): boolean {
  return new RegExp(asPattern(id), "u").test(text);
}

/** An id as a word of its own. Chinese is written without spaces, so only letters and digits of ids bound a word. */
function asPattern(id: string): string {
  const escaped = id.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
  const before = /^[A-Za-z0-9_]/.test(id) ? "(?<![A-Za-z0-9_-])" : "";
  const after = /[A-Za-z0-9_]$/.test(id) ? "(?![A-Za-z0-9_-])" : "";
  return before + escaped + after;
}

type Masking = {
  readonly others: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly free: (text: string) => string;
};

/** Facts that name somebody and free texts are masked; values of lists are words of the policy and stay. */
function maskedTrace(trace: ConditionTrace, masking: Masking): ConditionTrace {
  if (trace.kind === "comparison") {
    const { fact, saw, expected } = trace;
    return {
      ...trace,
      saw: typeof saw === "string" ? maskedValue(saw, fact, masking) : saw,
      expected: typeof expected === "string" ? maskedValue(expected, fact, masking) : expected,
    };
  }
  const of = trace.of.map((member) => maskedTrace(member, masking));
  return trace.kind === "all" || trace.kind === "any"
    ? { ...trace, of }
    : { ...trace, of: [of[0] ?? trace.of[0]] };
}

function maskedValue(value: string, fact: string, { others, vocabulary, free }: Masking): string {
  const type = typeOf(fact, vocabulary);
  if (type === "party") return others.has(value) ? SOMEBODY_ELSE[vocabulary.language] : value;
  return type === "text" ? free(value) : value;
}

/** A computed step without the lines that are about others, and with nobody else named in what is left. */
export function maskedStep(step: ExplanationStep, mask: Mask): ExplanationStep {
  return {
    ...step,
    label: mask.text(step.label),
    ...(step.note ? { note: mask.text(step.note) } : {}),
    ...(step.arithmetic ? { arithmetic: step.arithmetic.map((line) => maskedLine(line, mask)) } : {}),
  };
}

function maskedLine(line: ArithmeticLine, mask: Mask): ArithmeticLine {
  return { ...line, label: mask.text(line.label) };
}
