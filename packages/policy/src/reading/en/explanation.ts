import type { ExplanationStep, Rule } from "@evenhand/domain";
import { ruleEvent } from "../event-place.ts";
import { startAskedFor } from "../explanation/start-asked-for.ts";
import { datesInWords } from "../explanation/dates-in-text.ts";
import type { ExplanationWords, FiredWords } from "../explanation/explanation-words.ts";
import { citation } from "../citation.ts";
import { dayInWords, figure, momentInWords } from "../figures.ts";
import { textOf } from "../phrase.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { NOBODY, THEY } from "./actor.ts";
import { eventInWords } from "./event.ts";
import { andList } from "./noun.ts";
import { opening } from "./opening.ts";
import { outcomeInWords } from "./outcome.ts";
import { ENGLISH_TRACE } from "./trace.ts";

/** Explanations in English. */
export const ENGLISH_EXPLANATION: ExplanationWords = {
  trace: ENGLISH_TRACE,
  headings: {
    decision: "Decision",
    result: "Result",
    version: "Which version",
    steps: "How it came about",
    notApplied: "What did not apply",
    warnings: "To be noted",
    check: "How to check this",
  },
  stages: {
    intake: "Intake",
    attribution: "Attribution",
    penalty: "Penalties and measures",
    guard: "Limits and schedule",
    deadline: "Deadlines",
    authority: "Approval and escalation",
  },
  decision: ({ reference, evaluatedAt }) => [
    `Case: ${reference}`,
    `Evaluated at ${momentInWords(evaluatedAt, "en")}`,
  ],
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
    const cite = citation(line.references ?? [], vocabulary);
    if (step.effect?.type === "due") return dueFormula(line.formula, step, vocabulary) + cite;
    const formula = datesInWords(line.formula, "en");
    const label = line.label.en.replace(step.label.en, "").replace(/^: /, "");
    return `${label === "" ? "Amount" : opening(datesInWords(label, "en"), vocabulary)}: ${formula}${cite}`;
  },
  // A label that has a colon of its own is closed as a sentence; its arithmetic follows below all the same.
  computed: ({ label, arithmetic }, references, vocabulary) =>
    `${opening(datesInWords(label.en, "en"), vocabulary)}${references}${arithmetic && !label.en.includes(":") ? ":" : "."}`,
  note: (text, vocabulary) => `${opening(text, vocabulary)}.`,
  notApplied: (rule, parties, reason) =>
    `${rule.charAt(0).toUpperCase() + rule.slice(1)}: ${reason}${parties === "" ? "" : ` (${parties})`}.`,
  tableRows: (label, oneFired) => (oneFired ? `the other rows of “${label}”` : `“${label}”`),
  parties: (ids) =>
    ids.length > MOST_NAMED
      ? `${ids.slice(0, MOST_NAMED).join(", ")} and ${ids.length - MOST_NAMED} others`
      : andList(ids),
  warning: (text, party, vocabulary) => {
    const said = opening(datesInWords(text, "en"), vocabulary).replace(/\.$/, "");
    return `${said}${party === undefined ? "" : ` (this concerns ${party})`}.`;
  },
  check: ({ policy, calendar, guards }) => [
    `Policy ${policy.id}, version ${policy.version}: SHA-256 ${policy.hash}`,
    `Working-day calendar ${calendar.id}, version ${calendar.version}: SHA-256 ${calendar.hash}`,
    ...guards.map(
      ({ jurisdiction, effectiveFrom, hash }) =>
        `Statutory guard ${jurisdiction}, as in force from ${dayInWords(effectiveFrom, "en")}: SHA-256 ${hash}`,
    ),
  ],
};

const MOST_NAMED = 8;

function actorOf({ scope }: Rule): typeof THEY {
  return scope === "party" ? THEY : NOBODY;
}

function fired({ because, effect, gaveWay }: FiredWords, vocabulary: Vocabulary): readonly string[] {
  const reasons = andList(because);
  const result =
    effect === undefined ? "" : because.length === 0 ? opening(effect, vocabulary) : `, ${effect}`;
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
