import type { Deadline, Disposition, Measure, Outcome, PartyOutcome } from "@evenhand/domain";
import { bornePart } from "../borne-part.ts";
import { citation } from "../citation.ts";
import type { OutcomeContext } from "../explanation/explanation-words.ts";
import { type InstalmentRun, instalmentRuns } from "../explanation/instalments.ts";
import { amount, dayInWords, millionthsAsPercentage, momentInWords, monthInWords } from "../figures.ts";
import { type LevelKind, levelKind } from "../level-kind.ts";
import { lossNoun } from "../loss-noun.ts";
import { type Vocabulary, valueLabelOf, wordOf } from "../vocabulary.ts";
import { purposeOf } from "./due-event.ts";
import { andList, quoted, withA } from "./noun.ts";
import { opening } from "./opening.ts";
import { bearerName } from "./value.ts";

/** The result of a decision, a line for each thing found. */
export function outcomeInWords(outcome: Outcome, context: OutcomeContext): readonly string[] {
  const { vocabulary } = context;
  return [
    headline(outcome, vocabulary),
    ...recorded(outcome, vocabulary),
    ...outcome.parties.map((party) => partyLine(party, outcome, context)),
    ...bearers(outcome, vocabulary),
    ...outcome.compensation.map(
      ({ to, amountMinor, bearer }) =>
        `${opening(bearerName(to, vocabulary), vocabulary)} is owed ${money(amountMinor, vocabulary)}, at the expense of ${bearerName(bearer, vocabulary)}.`,
    ),
    ...measures(outcome.measures, vocabulary),
    ...outcome.deadlines.map((deadline) => deadlineLine(deadline, vocabulary)),
    ...approval(outcome, context),
  ];
}

const HEADLINES: Readonly<Record<Disposition, string>> = {
  upheld: "The complaint is upheld",
  "not-upheld": "The complaint is not upheld",
  "out-of-scope": "The complaint is out of scope",
  referred: "The matter is referred to management",
  pending: "The case stays pending",
  refused: "The decision is refused",
};

function headline({ disposition, ground }: Outcome, vocabulary: Vocabulary): string {
  return ground === undefined
    ? `${HEADLINES[disposition]}.`
    : `${HEADLINES[disposition]}: ${wordOf(ground, vocabulary)}.`;
}

function recorded({ category, severity, caseNumber }: Outcome, vocabulary: Vocabulary): readonly string[] {
  const parts = [
    ...(category === undefined ? [] : [`as ${quoted(categoryName(category, vocabulary))}`]),
    ...(severity === undefined ? [] : [`with severity ${quoted(wordOf(severity, vocabulary))}`]),
    ...(caseNumber === undefined ? [] : [`under the case number ${caseNumber}`]),
  ];
  return parts.length === 0 ? [] : [`It is recorded ${parts.join(", ")}.`];
}

/** Categories are words, or values of the fact they were taken from. */
function categoryName(category: string, vocabulary: Vocabulary): string {
  return valueLabelOf("category", category, vocabulary);
}

function partyLine(
  party: PartyOutcome,
  outcome: Outcome,
  { vocabulary, referencesOf }: OutcomeContext,
): string {
  const role = party.role === undefined ? "" : ` (${wordOf(party.role, vocabulary)})`;
  const clauses = [
    ...shareOf(party, outcome, vocabulary),
    ...owed(party, vocabulary),
    ...sanctions(party, vocabulary),
  ];
  const said = clauses.length === 0 ? [nothing(party, vocabulary)] : clauses;
  return `${party.party}${role}: ${said.join("; ")}${citation(referencesOf(party.party), vocabulary)}.`;
}

function nothing({ exemption }: PartyOutcome, vocabulary: Vocabulary): string {
  return exemption === undefined
    ? "is charged nothing"
    : `is charged nothing: ${wordOf(exemption, vocabulary)}`;
}

function shareOf(party: PartyOutcome, outcome: Outcome, vocabulary: Vocabulary): readonly string[] {
  const { shareMillionths = 0 } = party;
  if (shareMillionths === 0) return [];
  const part = bornePart(party, outcome);
  const share = `${millionthsAsPercentage(shareMillionths)} of ${lossNoun(vocabulary)}`;
  if (!part) return [`bears ${share}`];
  const amount = part.amountMinor === 0 ? "none" : money(part.amountMinor, vocabulary);
  return [part.isWholeShare ? `bears ${share}, ${amount}` : `answers for ${share} and bears ${amount} of it`];
}

function owed(party: PartyOutcome, vocabulary: Vocabulary): readonly string[] {
  const {
    fineMinor,
    bonusMinor,
    totalMinor,
    schedule,
    outstandingMinor,
    suspended,
    notDeductibleMinor = 0,
  } = party;
  const law =
    notDeductibleMinor === 0
      ? []
      : [`${money(notDeductibleMinor, vocabulary)} more may not be deducted by law`];
  if (totalMinor === 0) return law;
  const total = money(totalMinor, vocabulary);
  const what =
    fineMinor === 0
      ? `is charged ${total}`
      : bonusMinor === 0
        ? `is charged a fine of ${total}`
        : `is charged ${total}, ${money(fineMinor, vocabulary)} of it a fine`;
  const runs = instalmentRuns(schedule);
  const isWhole = runs.length === 1 && runs[0]?.months === 1 && runs[0].amountMinor === totalMinor;
  const when = isWhole
    ? `, from the ${monthInWords(runs[0]?.from ?? "", "en")} bonus`
    : runs.length === 0
      ? ""
      : `: ${months(runs, vocabulary)}`;
  const outstanding =
    outstandingMinor === 0
      ? []
      : [
          `${outstandingMinor === totalMinor ? "all of it" : money(outstandingMinor, vocabulary)} stays outstanding`,
        ];
  const waits = suspended ? ["nothing is collected until the objection is settled"] : outstanding;
  return [what + when, ...waits, ...law];
}

function months(runs: readonly InstalmentRun[], vocabulary: Vocabulary): string {
  return andList(
    runs.map(({ from, to, months: count, amountMinor }) =>
      count === 1
        ? `${money(amountMinor, vocabulary)} from the ${monthInWords(from, "en")} bonus`
        : `${money(amountMinor, vocabulary)} from each of the ${count} monthly bonuses from ${monthInWords(from, "en")} to ${monthInWords(to, "en")}`,
    ),
  );
}

function sanctions(
  { grade, reminder, commendation }: PartyOutcome,
  vocabulary: Vocabulary,
): readonly string[] {
  return [
    ...(grade === null ? [] : [`receives ${withA(wordOf(grade, vocabulary))}`]),
    ...(reminder ? ["receives a reminder"] : []),
    ...(commendation ? ["is commended"] : []),
  ];
}

function bearers({ bearers: parts }: Outcome, vocabulary: Vocabulary): readonly string[] {
  if (parts.length === 0) return [];
  const named = parts.map(
    ({ bearer, amountMinor }) => `${bearerName(bearer, vocabulary)} (${money(amountMinor, vocabulary)})`,
  );
  return [`${opening(lossNoun(vocabulary), vocabulary)} is borne by ${andList(named)}.`];
}

function measures(all: readonly Measure[], vocabulary: Vocabulary): readonly string[] {
  return all.map(({ kind, party, quantity }) => {
    const forWhom = party === undefined ? "" : ` for ${party}`;
    return `Measure to take${forWhom}: ${wordOf(kind, vocabulary)}${quantity === undefined ? "" : ` (${quantity})`}.`;
  });
}

function deadlineLine({ step, dueOn, dueAt, provisional }: Deadline, vocabulary: Vocabulary): string {
  const when = dueOn === undefined ? momentInWords(dueAt ?? "", "en") : dayInWords(dueOn, "en");
  const caution = provisional
    ? " (provisional: it lies beyond the published working-day calendar and may still move)"
    : "";
  return `The time allowed ${purposeOf(wordOf(step, vocabulary))} ends ${dueOn === undefined ? "at" : "on"} ${when}${caution}.`;
}

function approval(
  { authority: { level, excluded } }: Outcome,
  { vocabulary, levelSaidBy }: OutcomeContext,
): readonly string[] {
  return [
    ...(level === null ? [] : [levelLine(level, levelKind(level, levelSaidBy, vocabulary), vocabulary)]),
    ...(excluded.length === 0 ? [] : [`May not decide this case, being concerned: ${andList(excluded)}.`]),
  ];
}

function levelLine(level: string, kind: LevelKind, vocabulary: Vocabulary): string {
  const name = bearerName(level, vocabulary);
  switch (kind) {
    case "approves":
      return `${opening(name, vocabulary)} approves.`;
    case "handles":
      return `${opening(name, vocabulary)} deals with the matter.`;
    case "level":
      return `Level: ${name}.`;
  }
}

function money(amountMinor: number, { policy }: Vocabulary): string {
  return amount(amountMinor, { language: "en", currency: policy.currency });
}
