import type { Departure, LocalizedText, PartyOutcome } from "@evenhand/domain";
import { type Vocabulary, dayInWords, levelKind, momentInWords, wordOf } from "@evenhand/policy";
import { formatInstant } from "@evenhand/domain";
import { markup } from "../html/markup.ts";
import { type Section, type Term, paragraph, termList } from "../html/parts.ts";
import { counts } from "../shared/concern.ts";
import { isErasedText, nameOf } from "../shared/naming.ts";
import { type SectionContext, inSentence } from "./section-context.ts";

/** Who decided, when, under which safeguards; where it is not what the rules proposed, how and why. */
export function decisionSection(context: SectionContext): Section {
  const { input, words } = context;
  const { decision } = words;
  const { language, names, record, recordedAt, version } = input;
  const terms: readonly Term[] = [
    {
      term: decision.decidedBy,
      value: input.decidedBy === undefined ? decision.system : nameOf(input.decidedBy, { language, names }),
    },
    {
      term: decision.decidedOn,
      value: decision.decidedAndRecorded(
        dayInWords(record.decidedOn, language),
        momentInWords(formatInstant(recordedAt, version.policy.timeZone), language),
      ),
    },
    ...level(context),
    ...(record.gates.length === 0
      ? []
      : [{ term: decision.safeguards, value: words.list(record.gates.map(({ label }) => label[language])) }]),
    ...departure(context),
  ];
  return { heading: words.sections.decision, body: [termList(terms, "rows"), ...reason(context)] };
}

function level({ input: { record }, view: { vocabulary }, words }: SectionContext): readonly Term[] {
  const { level: name } = record.outcome.authority;
  if (name === null) return [];
  const kind = levelKind(name, saidBy(record.explanation), vocabulary);
  return [{ term: words.decision.level[kind], value: wordOf(name, vocabulary) }];
}

function saidBy(steps: SectionContext["input"]["record"]["explanation"]): LocalizedText | undefined {
  return steps.find((step) => counts(step) && step.effect?.type === "authority")?.label;
}

function departure(context: SectionContext): readonly Term[] {
  const { view, words } = context;
  if (!view.departure) return [];
  const changes = changesOf(view.departure, view.proposed, context);
  return [
    {
      term: words.decision.departure,
      value: changes.length === 0 ? words.decision.asProposed : words.list(changes),
    },
  ];
}

function changesOf(
  { fineMinor, bonusMinor, grade }: Departure,
  proposed: PartyOutcome,
  { view, words: { decision } }: SectionContext,
): readonly string[] {
  const word = (name: string | null, vocabulary: Vocabulary): string | undefined =>
    name === null ? undefined : wordOf(name, vocabulary);
  return [
    ...(fineMinor === undefined || fineMinor === proposed.fineMinor
      ? []
      : [decision.changes.fine(inSentence(proposed.fineMinor, view), inSentence(fineMinor, view))]),
    ...(bonusMinor === undefined || bonusMinor === proposed.bonusMinor
      ? []
      : [decision.changes.bonus(inSentence(proposed.bonusMinor, view), inSentence(bonusMinor, view))]),
    ...(grade === undefined || grade === proposed.grade
      ? []
      : [decision.changes.grade(word(proposed.grade, view.vocabulary), word(grade, view.vocabulary))]),
  ];
}

function reason({ view, words }: SectionContext): Section["body"] {
  if (view.reason === undefined || view.reason === "") return [];
  const text = isErasedText(view.reason) ? words.erasedText : view.reason;
  return [
    paragraph(markup`<strong>${words.decision.reason}</strong>`, "lead"),
    markup`<blockquote>${text}</blockquote>
`,
  ];
}
