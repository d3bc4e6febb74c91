import { type ArithmeticLine, type ExplanationStep, type Reference, formatMinor } from "@evenhand/domain";
import { cited, datesInWords, lossNoun } from "@evenhand/policy";
import { concerns, unrepeated } from "../shared/concern.ts";
import type { NoticeWords } from "../words/notice-words.ts";
import type { PartyView } from "./party-view.ts";

/** One line of the reckoning: what it is, how it was reckoned, what it comes to. */
export type Sum = {
  readonly label: string;
  readonly formula: string;
  /** In figures, without the currency; empty where the line comes to no amount. */
  readonly result: string;
  readonly citation: string;
};

/** How the party's amount was worked out: by the rules, then by guards and whoever decided; and what limits a month. */
export type Reckoning = {
  readonly byRules: readonly Sum[];
  readonly afterwards: readonly Sum[];
  readonly limits: readonly Sum[];
};

/** Every line of arithmetic about the party, in the order in which it was done; the months have a table of their own. */
export function reckoningOf(view: PartyView, words: NoticeWords): Reckoning {
  const { rules, computed } = view;
  const of = (stage: ExplanationStep["stage"]): readonly ExplanationStep[] =>
    computed.filter((step) => step.stage === stage);
  return {
    byRules: [
      ...of("attribution").flatMap((step) => dividedSums(step, view, words)),
      ...rules.filter(({ stage }) => stage === "penalty").flatMap((step) => ruleSums(step, view)),
      ...of("penalty").flatMap((step) => plainSums(step, view)),
    ],
    afterwards: of("guard")
      .filter((step) => !isPlan(step))
      .flatMap((step) => guardSums(step, view)),
    limits: of("guard")
      .filter(isPlan)
      .flatMap((step) => limitSums(step, view)),
  };
}

/** How the months were filled: the step that rests on the rate of the cap. */
function isPlan({ stage, parameters }: ExplanationStep): boolean {
  return stage === "guard" && parameters !== undefined;
}

/** The party's part of what is divided, or what was moved to or from it. */
function dividedSums(step: ExplanationStep, view: PartyView, words: NoticeWords): readonly Sum[] {
  const claims = view.rules.filter((rule) => rule.effect?.type === "bear" && concerns(rule, view.party));
  const references = unrepeated(claims.flatMap((claim) => claim.references));
  return (step.arithmetic ?? []).map((line) => {
    const isPart = line.resultMinor !== undefined;
    const label = isPart
      ? words.ownPart(lossNoun(view.vocabulary), view.kind)
      : step.label[view.vocabulary.language];
    return sumOf(line, { view, label, references: isPart ? references : step.references });
  });
}

/** A share that is charged as it was divided would only repeat the line above it. */
function ruleSums(
  { arithmetic, label, references, effect }: ExplanationStep,
  view: PartyView,
): readonly Sum[] {
  const lines = arithmetic ?? [];
  if (effect?.type === "deduct" && effect.params["of"] === "share") return [];
  return lines.map((line) => sumOf(line, { view, label: labelOfLine(line, label, view), references }));
}

/** Lines are called by their rule, and after a colon by what they convert. */
function labelOfLine(
  line: ArithmeticLine,
  label: ExplanationStep["label"],
  { vocabulary: { language } }: PartyView,
): string {
  return line.label[language] === "" ? label[language] : line.label[language];
}

function plainSums({ arithmetic = [], references }: ExplanationStep, view: PartyView): readonly Sum[] {
  return arithmetic.map((line) =>
    sumOf(line, { view, label: line.label[view.vocabulary.language], references }),
  );
}

/** What a statutory limit took off, or whoever decided, each by its name. */
function guardSums({ arithmetic = [], references, label }: ExplanationStep, view: PartyView): readonly Sum[] {
  const { language } = view.vocabulary;
  const joint = language === "zh" ? "：" : ": ";
  return arithmetic.map((line) =>
    sumOf(line, { view, label: label[language] + joint + line.label[language], references }),
  );
}

/** Lines of single months are called by their month. */
const MONTH_LINE = /^\d{4}-\d{2}(?:,|$)/;

function limitSums({ arithmetic = [], references }: ExplanationStep, view: PartyView): readonly Sum[] {
  return arithmetic
    .filter(({ label }) => !MONTH_LINE.test(label.en))
    .map((line, index) =>
      sumOf(line, {
        view,
        label: line.label[view.vocabulary.language],
        references: index === 0 ? references : [],
      }),
    );
}

/** What a month may take by the record's own reckoning, minor units; `undefined` where it reckons none. */
export function limitReckoned({ computed }: PartyView): number | undefined {
  return computed
    .filter(isPlan)
    .flatMap(({ arithmetic = [] }) => arithmetic.filter(({ label }) => !MONTH_LINE.test(label.en)))
    .flatMap(({ resultMinor }) => resultMinor ?? [])
    .at(-1);
}

function sumOf(
  line: ArithmeticLine,
  {
    view,
    label,
    references,
  }: { readonly view: PartyView; readonly label: string; readonly references: readonly Reference[] },
): Sum {
  const { vocabulary } = view;
  const { language, policy } = vocabulary;
  const result = line.resultMinor === undefined ? "" : formatMinor(line.resultMinor, policy.currency);
  const closing = ` = ${result.replace("-", "−")}`;
  const formula = line.formula === result ? "" : line.formula;
  return {
    label: opened(datesInWords(label, language)),
    formula: datesInWords(
      result !== "" && formula.endsWith(closing) ? formula.slice(0, -closing.length) : formula,
      language,
    ),
    result: result.replace("-", "−"),
    citation: cited(line.references ?? references, vocabulary),
  };
}

function opened(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
