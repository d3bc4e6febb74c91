import {
  type ExplanationStep,
  type FactReference,
  type FactValue,
  type PolicyEvent,
  type Rule,
  isFactReference,
} from "@evenhand/domain";
import { citation } from "../citation.ts";
import { figure } from "../figures.ts";
import { type Vocabulary, typeOf, valueLabelOf } from "../vocabulary.ts";
import type { ExplanationWords } from "./explanation-words.ts";
import { whyHeld } from "./trace-words.ts";

/** What reading an explanation needs to know. */
export type ExplanationReader = {
  readonly words: ExplanationWords;
  readonly vocabulary: Vocabulary;
  readonly rules: ReadonlyMap<string, Rule>;
};

/** A step as it is written: what it is called, whom it concerns, and the lines below. */
export type WrittenStep = {
  readonly title: string;
  /** The title without the articles that the step rests on. */
  readonly heading: string;
  readonly parties: readonly string[];
  readonly lines: readonly string[];
  /** What it is written from: a step for each party of whom it reads the same. */
  readonly of: readonly ExplanationStep[];
};

/**
 * The steps of one stage that came to something, in their order. What reads the same of several parties is written
 * once, for all of them.
 */
export function writtenSteps(
  steps: readonly ExplanationStep[],
  reader: ExplanationReader,
): readonly WrittenStep[] {
  const written = new Map<string, WrittenStep>();
  for (const step of steps) {
    if (step.kind === "rule" && step.fired !== true) continue;
    const one = step.kind === "rule" ? writtenRule(step, reader) : writtenComputed(step, reader);
    const key = JSON.stringify([step.rule, one.title, one.lines]);
    const same = written.get(key);
    written.set(
      key,
      same ? { ...same, parties: [...same.parties, ...one.parties], of: [...same.of, ...one.of] } : one,
    );
  }
  return [...written.values()];
}

function writtenRule(step: ExplanationStep, { words, vocabulary, rules }: ExplanationReader): WrittenStep {
  const { language } = vocabulary;
  const rule = rules.get(step.rule ?? "");
  const because = step.conditions ? whyHeld(step.conditions, words.trace, vocabulary) : [];
  const effect =
    rule && step.effect
      ? words.effect(rule, { ...vocabulary, seen: seenBy(step, rule, vocabulary) })
      : undefined;
  const gaveWay = step.stands === false ? (step.note?.[language] ?? "") : undefined;
  return {
    title: step.label[language] + citation(step.references, vocabulary),
    heading: step.label[language],
    of: [step],
    parties: step.party === undefined ? [] : [step.party],
    lines: [
      ...words.fired({ because, effect, gaveWay: gaveWay === "" ? undefined : gaveWay }, vocabulary),
      ...arithmeticOf(step, words, vocabulary),
      ...(step.stands !== false && step.note ? [words.note(step.note[language], vocabulary)] : []),
    ],
  };
}

function writtenComputed(step: ExplanationStep, { words, vocabulary }: ExplanationReader): WrittenStep {
  return {
    title: words.computed(step, citation(step.references, vocabulary), vocabulary),
    // Nothing follows it on its line, so what would lead on to that is left out.
    heading: words.computed(step, "", vocabulary).replace(/[:：.。]$/, ""),
    of: [step],
    // What the engine computed names its party itself.
    parties: [],
    lines: [
      ...arithmeticOf(step, words, vocabulary),
      ...(step.note ? [words.note(step.note[vocabulary.language], vocabulary)] : []),
    ],
  };
}

/** A line whose formula is nothing but the amount that the effect states already is left out. */
function arithmeticOf(
  step: ExplanationStep,
  words: ExplanationWords,
  vocabulary: Vocabulary,
): readonly string[] {
  const isStated =
    step.effect?.type === "fine" && step.arithmetic?.every(({ formula }) => !formula.includes("="));
  return isStated ? [] : (step.arithmetic ?? []).map((line) => words.arithmetic(line, step, vocabulary));
}

/** What the facts that a rule's event names were in this case, as the event is to be read with them. */
function seenBy(
  step: ExplanationStep,
  { rule: { event } }: Rule,
  vocabulary: Vocabulary,
): ReadonlyMap<string, string> {
  const seen = new Map<string, string>();
  const params: PolicyEvent["params"] = event.params;
  for (const [name, value] of Object.entries(params) as readonly [string, unknown][]) {
    const resolved = step.effect?.params[name];
    if (
      !isFactReference(value) ||
      resolved === null ||
      resolved === undefined ||
      vocabulary.catalogue.get(value.fact)?.parameter
    )
      continue;
    seen.set(value.fact, inWords(value, resolved as FactValue, vocabulary));
  }
  return seen;
}

function inWords({ fact }: FactReference, value: FactValue, vocabulary: Vocabulary): string {
  const type = typeOf(fact, vocabulary);
  if (typeof value === "number" || type === "date" || type === "instant") {
    return figure(value as number | string, type, {
      language: vocabulary.language,
      currency: vocabulary.policy.currency,
    });
  }
  if (typeof value !== "string") return String(value);
  return type === "party" ? value : valueLabelOf(fact, value, vocabulary);
}
