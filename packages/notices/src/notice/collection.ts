import { datesInWords, labelOf, monthInWords } from "@evenhand/policy";
import { type Markup, markup } from "../html/markup.ts";
import { type Section, paragraph } from "../html/parts.ts";
import { type Column, type Row, table } from "../html/table.ts";
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
  if (view.kind !== "person" || (totalMinor === 0 && notDeductibleMinor === 0 && view.warnings.length === 0))
    return undefined;
  const { supersededBy } = input;
  if (supersededBy !== undefined)
    return { heading: words.sections.months, body: [paragraph(words.months.superseded(supersededBy))] };
  const { schedule } = planOf(input, view);
  const rows = monthRows({ schedule, before: view.before });
  return {
    heading: words.sections.months,
    body: [
      ...limitTable(context),
      ...(rows.length === 0 ? [] : [monthTable(rows, context)]),
      ...outstanding(context).map((text) => paragraph(text)),
      ...notes(context).map((text) => paragraph(text, "note")),
      ...(rows.length === 0 ? [] : [paragraph(words.months.realBonus, "note")]),
    ],
  };
}

function monthTable(rows: readonly MonthRow[], { view, words }: SectionContext): Markup {
  const { months } = words;
  const { language, policy } = view.vocabulary;
  const isRun = rows.some((row) => row.months > 1);
  const hasBefore = rows.some(({ beforeMinor }) => beforeMinor > 0);
  const columns: readonly Column[] = [
    { heading: months.month, kind: "term" },
    ...(hasBefore ? [{ heading: months.before, kind: "figure" as const }] : []),
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
      ...(hasBefore ? [""] : []),
      ...(isRun ? ["", String(rows.reduce((all, row) => all + row.months, 0))] : []),
      inColumn(total, view),
      "",
    ],
  };
  return markup`<div class="months">${table({ label: words.sections.months, columns, rows: [...cells, sum] })}</div>`;
}

/** What is not planned, and whether that is because of an objection; other reasons are among the warnings. */
function outstanding({ input, view, words: { months } }: SectionContext): readonly string[] {
  const { schedule, outstandingMinor } = planOf(input, view);
  if (outstandingMinor === 0) return [];
  const rest = months.outstanding(inSentence(outstandingMinor, view), schedule.length === 0);
  return view.decided.suspended ? [rest, months.suspended] : [rest];
}

/** What the account holds besides the plan, and what the engine warned of. */
function notes(context: SectionContext): readonly string[] {
  const { input, view, words } = context;
  const { balance } = planOf(input, view);
  const known = balance && {
    deducted: balance.deductedMinor,
    reversed: balance.reversedMinor,
    waived: balance.waivedMinor,
    notRecoverable: balance.notRecoverableMinor,
  };
  const moved = Object.entries(known ?? {})
    .filter(([, minor]) => minor > 0)
    .map(([name, minor]) =>
      words.months.ledger[name as keyof NonNullable<typeof known>](inSentence(minor, view)),
    );
  return [...moved, ...view.warnings.map(({ text }) => warningText(text[view.vocabulary.language], context))];
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
