import {
  type DecisionTable,
  type Guard,
  type Policy,
  PARAMETER_PREFIX,
  type RuleStage,
} from "@evenhand/domain";
import { citation } from "../citation.ts";
import type { DocumentWords, HeaderSentence, StageEvents } from "../document-words.ts";
import { dayInWords, figure } from "../figures.ts";
import { guardSentences } from "../guard-words.ts";
import { type Phrase, capitalised, childPointer, phraseAt } from "../phrase.ts";
import { calendarName, timeZoneName } from "../place-names.ts";
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { derivedInWords, factInWords } from "./fact.ts";
import { ENGLISH_GUARD } from "./guard.ts";
import { andList, isQuestion, orList, quoted, subjectOf, withThe } from "./noun.ts";

/** The parts of a document in English. */
export const ENGLISH_DOCUMENT: DocumentWords = {
  sectionTitles: {
    header: "About this policy",
    terms: "Terms",
    "case-facts": "What a case states",
    "party-facts": "What is stated of each party",
    "computed-facts": "What is computed from it",
    parameters: "Figures",
    intake: "Intake: what becomes of the complaint",
    attribution: "Attribution: who answers for it",
    penalty: "Penalties and measures",
    deadline: "Deadlines",
    authority: "Approval and escalation",
    gates: "Before a penalty is recorded",
    notes: "Notes",
  },
  header,
  term: (name, meaning, pointer, vocabulary) =>
    phraseAt(pointer)`A case counts as ${quoted(wordOf(name, vocabulary))} where ${meaning}.`,
  fact: factInWords,
  derived: derivedInWords,
  parameter: (parameter, pointer, vocabulary) => {
    const label = phraseAt(childPointer(pointer, "label"))`${parameter.label.en}`;
    const type = parameter.unit === "count" ? "integer" : parameter.unit;
    const value = phraseAt(
      childPointer(pointer, "value"),
    )`${figure(parameter.value, type, { language: "en", currency: vocabulary.policy.currency })}`;
    const cite = phraseAt(childPointer(pointer, "references"))`${citation(parameter.references, vocabulary)}`;
    return capitalised(phraseAt(pointer)`${label}: ${value}${cite}.`);
  },
  stageIntro,
  gatesIntro:
    "Where one of these is missing, a decision that charges somebody or gives a grade cannot be recorded; what would come out can be worked out all the same.",
  tableIntro,
  note: (note, pointer, vocabulary) => {
    const cite = citation(note.references ?? [], vocabulary);
    const text = note.text.en.trim();
    return phraseAt(pointer)`${cite === "" ? text : text.replace(/\.$/, "")}${cite === "" ? "" : `${cite}.`}`;
  },
};

function header(policy: Policy, vocabulary: Vocabulary, read: readonly Guard[]): readonly HeaderSentence[] {
  return [
    {
      id: "identity",
      pointer: "/version",
      phrase: phraseAt(
        "/version",
      )`This is version ${String(policy.version)} of ${phraseAt("/title")`${quoted(policy.title.en)}`} (${policy.id}).`,
    },
    ...(policy.summary
      ? [{ id: "summary", pointer: "/summary", phrase: phraseAt("/summary")`${policy.summary.en}` }]
      : []),
    { id: "in-force", pointer: "/effectiveFrom", phrase: inForce(policy, vocabulary) },
    {
      id: "units",
      pointer: "/currency",
      phrase: phraseAt(
        "/currency",
      )`Amounts are in ${policy.currency}, ${phraseAt("/timeZone")`times are given in ${timeZoneName(policy.timeZone).en}`}, and ${phraseAt("/calendar")`working days are those of ${calendarName(policy.calendar).en}`}.`,
    },
    ...(policy.lossFact === undefined
      ? []
      : [
          {
            id: "loss",
            pointer: "/lossFact",
            phrase: phraseAt(
              "/lossFact",
            )`What is divided among those who bear it is ${subjectOf(policy.lossFact, vocabulary)}; what nobody else bears, the company bears.`,
          },
        ]),
    cap(policy, vocabulary),
    { id: "guards", pointer: "/guards", phrase: phraseAt("/guards")`${guards(policy, read)}` },
    ...guardSentences(read, ENGLISH_GUARD, vocabulary),
    ...conflict(policy, vocabulary),
    ...(policy.grades.length === 0
      ? []
      : [
          {
            id: "grades",
            pointer: "/grades",
            phrase: phraseAt(
              "/grades",
            )`${policy.grades.length === 1 ? "Grade of discipline" : "Grades of discipline, mildest first"}: ${policy.grades.map((grade) => wordOf(grade, vocabulary)).join(", ")}.`,
          },
        ]),
  ];
}

function inForce(policy: Policy, vocabulary: Vocabulary): Phrase {
  const subject = subjectOf(policy.appliesBy, vocabulary);
  const decides =
    typeOf(policy.appliesBy, vocabulary) === "instant"
      ? `the day of ${subject}`.replace(/the (?:time|moment) of /, "")
      : subject;
  const by = phraseAt("/appliesBy")`${decides} decides which version a case uses`;
  if (vocabulary.isDraft === true)
    return phraseAt("/effectiveFrom")`Its day of effect is set at publication; ${by}.`;
  return phraseAt("/effectiveFrom")`It is in force from ${dayInWords(policy.effectiveFrom, "en")}; ${by}.`;
}

function cap(policy: Policy, vocabulary: Vocabulary): HeaderSentence {
  const id = policy.cap.rate.fact.slice(PARAMETER_PREFIX.length);
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  const rate = parameter
    ? figure(parameter.value, "rate", { language: "en", currency: policy.currency })
    : labelOf(policy.cap.rate.fact, vocabulary);
  const references = parameter?.references ?? [];
  return {
    id: "cap",
    pointer: "/cap",
    references,
    phrase: phraseAt(
      "/cap",
    )`In one month at most ${phraseAt("/cap/rate")`${rate}`} of a person's performance bonus is deducted, over all cases and policies; what exceeds this moves on to the following months${citation(references, vocabulary)}.`,
  };
}

function guards({ guards: ids }: Policy, read: readonly Guard[]): string {
  const named = ids.map((id) => read.find(({ jurisdiction }) => jurisdiction === id)?.title.en ?? id);
  if (named.length === 0) return "It names no statutory guard.";
  const [what, lowers] =
    named.length === 1 ? ["the statutory guard", "lowers"] : ["the statutory guards", "lower"];
  return `It stands under ${what} ${andList(named.map(quoted))}, which only ever ${lowers} what may be deducted.`;
}

function conflict({ conflict: rule }: Policy, vocabulary: Vocabulary): readonly HeaderSentence[] {
  if (!rule) return [];
  const decider = whoever(rule.decider, vocabulary);
  const barred = ["a party of the case", ...rule.instructors.map((name) => whoever(name, vocabulary))];
  const clause =
    barred.length === 1
      ? `may not be ${barred[0] ?? ""}`
      : barred.length === 2
        ? `may be neither ${barred[0] ?? ""} nor ${barred[1] ?? ""}`
        : `may be none of these: ${orList(barred)}`;
  const says = phraseAt(
    "/conflict",
  )`${decider} ${clause}; otherwise the decision is refused until somebody else decides${citation(rule.references, vocabulary)}.`;
  return [{ id: "conflict", pointer: "/conflict", references: rule.references, phrase: capitalised(says) }];
}

function whoever(name: string, vocabulary: Vocabulary): string {
  const label = labelOf(name, vocabulary);
  return isQuestion(label) ? label.replace(/^who\b/, "whoever") : withThe(label);
}

function stageIntro(stage: RuleStage, events: StageEvents, vocabulary: Vocabulary): readonly string[] {
  switch (stage) {
    case "intake":
      return [
        events.competing("disposition")
          ? "Where several of the rules on what becomes of the complaint hold, the first in this order decides; where none holds, the complaint is upheld."
          : "Where no rule says otherwise, the complaint is upheld.",
      ];
    case "attribution":
      return [
        ...(events.competing("role") ? ["Of several roles, the first in this order stands."] : []),
        ...(events.competing("exempt") ? ["Of several exemptions, the first in this order stands."] : []),
        ...(events.has("bear") && vocabulary.policy.lossFact !== undefined
          ? ["What nobody bears, the company bears."]
          : []),
      ];
    case "penalty":
      return [
        ...(events.has("fine") ? ["Fines add up."] : []),
        ...(events.competing("grade") ? ["Of several grades, only the gravest stands."] : []),
      ];
    case "deadline":
      return events.has("due") ? ["The day from which days are counted is not itself counted."] : [];
    case "authority":
      return events.competing("authority")
        ? ["Where several of these rules hold, the first in this order stands."]
        : [];
  }
}

function tableIntro(table: DecisionTable, when: Phrase | undefined, pointer: string): Phrase {
  const policy = phraseAt(
    childPointer(pointer, "hitPolicy"),
  )`${table.hitPolicy === "unique" ? "At most one of these rows applies" : "Of these rows, the first that holds decides"}`;
  return when
    ? phraseAt(childPointer(pointer, "when"))`This table is used where ${when}. ${policy}.`
    : phraseAt(pointer)`${policy}.`;
}
