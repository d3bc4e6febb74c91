import { datesInWords, labelOf, monthInWords } from "@evenhand/policy";
import { type Markup, markup } from "../html/markup.ts";
import { type Section, paragraph } from "../html/parts.ts";
import { type Column, type Row, table } from "../html/table.ts";
import { accountInWords, accountParts, isAppealed, isMoved } from "./account.ts";
import { limitReckoned } from "./arithmetic.ts";
import { type MonthRow, monthRows } from "./months.ts";
import { planOf } from "./plan.ts";
import { limitTable } from "./reckoning.ts";
import { type SectionContext, inColumn, inSentence } from "./section-context.ts";

/**
 * In which months how much is taken, what stays outstanding, and why. Units pay from their budget: nothing is planned for
 * them; of a decision in whose place another stands the plan is gone.
 */
export function collectionSection(context: SectionContext): Section | undefined {
  const { input, view, words } = context;
  const { totalMinor, notDeductibleMinor = 0 } = view.decided;
  const { supersededBy, ledger } = input;
  const isIdle = totalMinor === 0 && notDeductibleMinor === 0 && view.warnings.length === 0;
  if (view.kind !== "person" || (isIdle && (ledger?.givenBack ?? []).length === 0)) return undefined;
  if (supersededBy !== undefined)
    return { heading: words.sections.months, body: [paragraph(words.months.superseded(supersededBy))] };
  const { schedule } = planOf(input, view);
  const months = ledger?.months;
  const rows = monthRows({
    schedule,
    before: months ? new Map(months.map(({ month, othersMinor }) => [month, othersMinor])) : view.before,
    caps: capsTold(context),
  });
  return {
    heading: words.sections.months,
    body: [
      ...limitTable(context),
      ...changedLimits(context).map((text) => paragraph(text)),
      ...(rows.length === 0 ? [] : [monthTable(rows, context)]),
      ...standing(context).map((text) => paragraph(text)),
      ...notes(context).map((text) => paragraph(text, "note")),
      ...(rows.length === 0 ? [] : [paragraph(words.months.realBonus, "note")]),
    ],
  };
}

/** The limits of the months, where the one that the decision reckoned with does not explain them by itself. */
function capsTold({ input: { ledger }, view }: SectionContext): ReadonlyMap<string, number> {
  const months = ledger?.months ?? [];
  const reckoned = limitReckoned(view);
  return months.some(({ othersMinor, capMinor }) => othersMinor > 0 || capMinor !== reckoned)
    ? new Map(months.map(({ month, capMinor }) => [month, capMinor]))
    : new Map();
}

/** Why the months are not those of the limit that the decision reckoned with. */
function changedLimits({ input: { ledger, language }, view, words }: SectionContext): readonly string[] {
  const reckoned = limitReckoned(view);
  const isOther = (ledger?.months ?? []).some(({ capMinor }) => capMinor !== reckoned);
  return [
    ...(ledger?.restated ?? []).map(({ month, capMinor }) =>
      words.months.restated(monthInWords(month, language), inSentence(capMinor, view)),
    ),
    ...(isOther && reckoned !== undefined ? [words.months.limitChanged] : []),
  ];
}

function monthTable(rows: readonly MonthRow[], { input, view, words }: SectionContext): Markup {
  const { months } = words;
  const { language, policy } = view.vocabulary;
  const isRun = rows.some((row) => row.months > 1);
  const hasBefore = rows.some(({ beforeMinor }) => beforeMinor > 0);
  const hasCap = rows.some(({ capMinor }) => capMinor !== undefined);
  const columns: readonly Column[] = [
    { heading: months.month, kind: "term" },
    ...(hasCap ? [{ heading: months.limit, kind: "figure" as const }] : []),
    ...(hasBefore
      ? [{ heading: input.ledger?.months ? months.others : months.before, kind: "figure" as const }]
      : []),
    { heading: isRun ? months.each : words.amountColumn(policy.currency), kind: "figure" },
    ...(isRun
      ? [
          { heading: months.count, kind: "figure" as const },
          { heading: months.subtotal, kind: "figure" as const },
        ]
      : []),
    { heading: months.left, kind: "figure" },
  ];
  const total = rows.reduce((sum, row) => sum + row.amountMinor * row.months, 0);
  const cells = rows.map((row): Row => {
    const [from, to] = [monthInWords(row.from, language), monthInWords(row.to, language)];
    return {
      kind: "cells",
      cells: [
        row.months === 1 ? from : months.span(from, to),
        ...(hasCap ? [row.capMinor === undefined ? "" : inColumn(row.capMinor, view)] : []),
        ...(hasBefore ? [inColumn(row.beforeMinor, view)] : []),
        inColumn(row.amountMinor, view),
        ...(isRun ? [String(row.months), inColumn(row.amountMinor * row.months, view)] : []),
        inColumn(row.leftMinor, view),
      ],
    };
  });
  const sum: Row = {
    kind: "total",
    cells: [
      months.sum,
      ...(hasCap ? [""] : []),
      ...(hasBefore ? [""] : []),
      ...(isRun ? ["", String(rows.reduce((all, row) => all + row.months, 0))] : []),
      inColumn(total, view),
      "",
    ],
  };
  return markup`<div class="months">${table({ label: words.sections.months, columns, rows: [...cells, sum] })}</div>`;
}

/** What has become of what was charged: its parts where some of it was moved already, else what is not planned. */
function standing(context: SectionContext): readonly string[] {
  const { input, view, words } = context;
  const { schedule, outstandingMinor, balance } = planOf(input, view);
  const parts = accountParts(balance);
  const isWaiting = view.decided.suspended && input.ownAppeal === undefined;
  const suspended = isWaiting && (parts?.rest ?? outstandingMinor) > 0 ? [words.months.suspended] : [];
  if (parts && isMoved(parts)) {
    const told = accountInWords(context, { planned: words.account.planned });
    return [words.account.whole(inSentence(parts.charged, view), told), ...suspended];
  }
  if (outstandingMinor === 0) return [];
  const amount = inSentence(outstandingMinor, view);
  const rest = isAppealed(context)
    ? words.months.appealed(amount)
    : words.months.outstanding(amount, schedule.length === 0);
  return [rest, ...suspended];
}

/** What is given back or was reversed, and what the engine warned of. */
function notes(context: SectionContext): readonly string[] {
  const { input, view, words } = context;
  const { balance } = planOf(input, view);
  const reversed = balance?.reversedMinor ?? 0;
  return [
    ...(reversed > 0 ? [words.months.reversed(inSentence(reversed, view))] : []),
    ...(input.ledger?.givenBack ?? []).map(({ month, amountMinor, why, isDone }) =>
      words.months.givenBack({
        amount: inSentence(amountMinor, view),
        month: monthInWords(month, input.language),
        why,
        isDone,
      }),
    ),
    ...view.warnings.map(({ text }) => warningText(text[view.vocabulary.language], context)),
  ];
}

/** Names of facts that a warning quotes are read by their labels; the sentence is opened and closed. */
function warningText(text: string, { view: { vocabulary } }: SectionContext): string {
  const { language, catalogue } = vocabulary;
  const named = text.replaceAll(/ ?`([^`]+)` ?/g, (whole, name: string) => {
    const label = catalogue.has(name) ? labelOf(name, vocabulary) : name;
    return language === "zh" ? `“${label}”` : whole.replace(`\`${name}\``, `“${label}”`);
  });
  const said = datesInWords(named, language).replace(/[.。]$/, "");
  if (language === "zh") return `${said}。`;
  const isId = [...(vocabulary.ids ?? [])].some((id) => said.startsWith(id));
  return `${isId ? said : said.charAt(0).toUpperCase() + said.slice(1)}.`;
}
