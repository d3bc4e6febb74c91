import { lossNoun, millionthsAsPercentage, monthInWords, valueLabelOf, wordOf } from "@evenhand/policy";
import { markup } from "../html/markup.ts";
import { type Section, type Term, termList } from "../html/parts.ts";
import type { Collection } from "../words/notice-words.ts";
import { accountInWords, accountParts, isAppealed, isMoved } from "./account.ts";
import { opened } from "./head.ts";
import { planOf } from "./plan.ts";
import { type SectionContext, inSentence } from "./section-context.ts";

/** What came out for the party, at a glance. */
export function resultSection(context: SectionContext): Section {
  const { view, words } = context;
  const { totalMinor } = view.decided;
  const figure =
    totalMinor === 0
      ? markup`<strong>${withoutAmount(context)}</strong>`
      : markup`<span>${words.result.total}</span> <strong>${inSentence(totalMinor, view)}</strong>`;
  const body = markup`<div class="result"><p class="figure">${figure}</p>
${termList(
  resultTerms(context).map(({ term, value }) => ({ term: opened(term), value })),
  "rows",
)}</div>
`;
  return { heading: words.sections.result, body: [body] };
}

/** What stands in the place of an amount: what was decided instead of one. */
function withoutAmount({ view: { decided, vocabulary }, words: { result } }: SectionContext): string {
  const { grade, reminder, commendation } = decided;
  if (grade !== null) return opened(result.gradeAlone(wordOf(grade, vocabulary)));
  if (reminder) return result.reminderAlone;
  return commendation ? result.commendationAlone : result.nothing;
}

function resultTerms(context: SectionContext): readonly Term[] {
  return [...conclusion(context), ...part(context), ...sanctions(context)];
}

function conclusion({
  input: { record },
  view: { vocabulary },
  words: { result },
}: SectionContext): readonly Term[] {
  const { disposition, ground, category, severity, caseNumber } = record.outcome;
  const said = result.dispositions[disposition];
  return [
    {
      term: result.conclusion,
      value: ground === undefined ? said : result.because(said, wordOf(ground, vocabulary)),
    },
    ...termIf(result.category, category && valueLabelOf("category", category, vocabulary)),
    ...termIf(result.severity, severity && wordOf(severity, vocabulary)),
    ...termIf(result.caseNumber, caseNumber),
  ];
}

function part({ view, words: { result } }: SectionContext): readonly Term[] {
  const { decided, borne, vocabulary } = view;
  const share = decided.shareMillionths ?? 0;
  return [
    ...termIf(result.role, decided.role && wordOf(decided.role, vocabulary)),
    ...termIf(
      result.share,
      share === 0
        ? undefined
        : result.shareOf({
            percentage: millionthsAsPercentage(share),
            noun: lossNoun(vocabulary),
            amount: borne && inSentence(borne.amountMinor, view),
            isWhole: borne?.isWholeShare ?? true,
          }),
    ),
    ...termIf(result.exemption, decided.exemption && wordOf(decided.exemption, vocabulary)),
  ];
}

function sanctions(context: SectionContext): readonly Term[] {
  const { input, view, words } = context;
  const { result } = words;
  const { decided, vocabulary } = view;
  const isTaken = decided.totalMinor > 0 && input.supersededBy === undefined;
  const { fineMinor, bonusMinor, grade, reminder, commendation, notDeductibleMinor = 0 } = decided;
  return [
    ...termIf(
      result.fine,
      fineMinor === 0 || bonusMinor === 0
        ? fineMinor === 0
          ? undefined
          : inSentence(fineMinor, view)
        : result.ofWhichFine(inSentence(fineMinor, view), inSentence(bonusMinor, view)),
    ),
    ...termIf(result.collection, isTaken ? collectedInWords(context) : undefined),
    ...termIf(result.grade, grade === null ? undefined : result.gradeGiven(wordOf(grade, vocabulary))),
    ...termIf(result.reminder, reminder ? result.reminderGiven : undefined),
    ...termIf(result.commendation, commendation ? result.commendationGiven : undefined),
    ...termIf(
      result.notDeductible,
      notDeductibleMinor === 0 ? undefined : result.byLaw(inSentence(notDeductibleMinor, view)),
    ),
  ];
}

/** How it is taken; where part of it was moved already, what has become of each part. */
function collectedInWords(context: SectionContext): string {
  const { input, view, words } = context;
  const how = collectionOf(context);
  const parts = view.kind === "person" ? accountParts(planOf(input, view).balance) : undefined;
  if (!parts || (!isMoved(parts) && !(isAppealed(context) && parts.rest > 0)))
    return words.result.collected(how);
  if (parts.taken === parts.charged) return words.account.allTaken;
  const planned = (amount: string): string => words.account.plannedAs(amount, words.result.collected(how));
  return words.list(accountInWords(context, { planned }));
}

function collectionOf({ input, view }: SectionContext): Collection {
  if (view.kind === "external") return { kind: "external" };
  if (view.kind !== "person") return { kind: "budget" };
  const { schedule } = planOf(input, view);
  const [first, last] = [schedule[0], schedule.at(-1)];
  if (!first || !last) return { kind: "nothing-planned" };
  return {
    kind: "months",
    count: schedule.length,
    from: monthInWords(first.month, input.language),
    to: monthInWords(last.month, input.language),
  };
}

function termIf(term: string, value: string | undefined): readonly Term[] {
  return value === undefined || value === "" ? [] : [{ term, value }];
}
