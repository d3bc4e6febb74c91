import type { ExplanationStep, Rule } from "@evenhand/domain";
import { ruleEvent } from "../event-place.ts";
import { startAskedFor } from "../explanation/start-asked-for.ts";
import { datesInWords } from "../explanation/dates-in-text.ts";
import type { ExplanationWords, FiredWords } from "../explanation/explanation-words.ts";
import { figure } from "../figures.ts";
import { textOf } from "../phrase.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { NOBODY, THEY } from "./actor.ts";
import { eventInWords } from "./event.ts";
import { andList } from "./noun.ts";
import { outcomeInWords } from "./outcome.ts";
import { ENGLISH_TRACE } from "./trace.ts";

/** Explanations in English. */
export const ENGLISH_EXPLANATION: ExplanationWords = {
  trace: ENGLISH_TRACE,
  headings: {
    result: "Result",
    version: "Which version",
    steps: "How it came about",
    notApplied: "What did not apply",
    warnings: "To be noted",
  },
  stages: {
    intake: "Intake",
    attribution: "Attribution",
    penalty: "Penalties and measures",
    guard: "Limits and schedule",
    deadline: "Deadlines",
    authority: "Approval",
  },
  outcome: outcomeInWords,
  version: ({ label }, { policy }) => {
    const why = datesInWords(label.en, "en").replace(/\bbecause (?=day|time|moment|date)/, "because the ");
    return `Decided under “${policy.title.en}”, ${why}.`;
  },
  fired,
  effect: (rule, vocabulary) =>
    textOf(
      eventInWords({
        place: ruleEvent(rule, ""),
        actor: actorOf(rule),
        vocabulary,
        forPersons: false,
        knownLast: startAskedFor(rule, vocabulary),
      }),
    ),
  arithmetic: (line, step, vocabulary) => {
    if (step.effect?.type === "due") return dueFormula(line.formula, step, vocabulary);
    const formula = datesInWords(line.formula, "en");
    const label = line.label.en.replace(step.label.en, "").replace(/^: /, "");
    return `${label === "" ? "Amount" : capital(datesInWords(label, "en"))}: ${formula}`;
  },
  // A label that has a colon of its own is closed as a sentence; its arithmetic follows below all the same.
  computed: ({ label, arithmetic }, references) =>
    `${capital(datesInWords(label.en, "en"))}${references}${arithmetic && !label.en.includes(":") ? ":" : "."}`,
  note: (text) => `${capital(text)}.`,
  notApplied: (rules, parties, reason) =>
    `${capital(rules.join("; "))}: ${reason}${parties === "" ? "" : ` (${parties})`}.`,
  tableRows: (label, oneFired) => (oneFired ? `the other rows of “${label}”` : `“${label}”`),
  parties: (ids) =>
    ids.length > MOST_NAMED
      ? `${ids.slice(0, MOST_NAMED).join(", ")} and ${ids.length - MOST_NAMED} others`
      : andList(ids),
  sentence: (text) => `${capital(datesInWords(text, "en")).replace(/\.$/, "")}.`,
};

const MOST_NAMED = 8;

function actorOf({ scope }: Rule): typeof THEY {
  return scope === "party" ? THEY : NOBODY;
}

function fired({ because, effect, gaveWay }: FiredWords): readonly string[] {
  const reasons = andList(because);
  const result = effect === undefined ? "" : because.length === 0 ? capital(effect) : `, ${effect}`;
  return [
    ...(because.length === 0 && effect === undefined
      ? []
      : [`${because.length === 0 ? "" : `Because ${reasons}`}${result}.`]),
    ...(gaveWay === undefined ? [] : [`It gave way: ${gaveWay}.`]),
  ];
}

/** "6 July 2026 + 7 calendar days = 13 July 2026" */
function dueFormula(formula: string, { effect }: ExplanationStep, { policy }: Vocabulary): string {
  const [, from, within, due] = /^(\S+) \+ (\S+) = (\S+)$/.exec(formula) ?? [];
  const unit = effect?.params["unit"];
  if (from === undefined || within === undefined || due === undefined) return datesInWords(formula, "en");
  const isUnit =
    unit === "calendar-days" || unit === "working-days" || unit === "hours" || unit === "minutes";
  const length = isUnit
    ? figure(Number(within), unit, { language: "en", currency: policy.currency })
    : within;
  return `Count: ${datesInWords(from, "en")} + ${length} = ${datesInWords(due, "en")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
