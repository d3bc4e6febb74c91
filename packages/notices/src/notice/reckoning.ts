import { type Markup, markup } from "../html/markup.ts";
import type { Section } from "../html/parts.ts";
import { type Column, type Row, table } from "../html/table.ts";
import { type Sum, reckoningOf } from "./arithmetic.ts";
import { type SectionContext, inColumn } from "./section-context.ts";

/** The arithmetic line by line, and what it comes to. */
export function reckoningSection({ view, words }: SectionContext): Section | undefined {
  const { reckoning, sections } = words;
  const { byRules, afterwards } = reckoningOf(view, words);
  if (byRules.length + afterwards.length === 0) return undefined;
  const total = (label: string, totalMinor: number): Row => ({
    kind: "total",
    cells: [label, "", inColumn(totalMinor, view)],
  });
  const rows: readonly Row[] = [
    ...byRules.map(sumRow),
    ...(view.departure ? [total(reckoning.proposed, view.proposed.totalMinor)] : []),
    ...afterwards.map(sumRow),
    total(view.departure ? reckoning.decided : reckoning.inAll, view.decided.totalMinor),
  ];
  return { heading: sections.reckoning, body: [sumTable(sections.reckoning, rows, { view, words })] };
}

/** What limits a month, line by line; nothing where nothing is planned. */
export function limitTable({ view, words }: Pick<SectionContext, "view" | "words">): readonly Markup[] {
  const { limits } = reckoningOf(view, words);
  return limits.length === 0 ? [] : [sumTable(words.reckoning.limits, limits.map(sumRow), { view, words })];
}

function sumTable(
  label: string,
  rows: readonly Row[],
  { view, words }: Pick<SectionContext, "view" | "words">,
): Markup {
  const columns: readonly Column[] = [
    { heading: label === words.sections.reckoning ? words.reckoning.item : label, kind: "text" },
    { heading: words.reckoning.formula, kind: "figure" },
    { heading: words.amountColumn(view.vocabulary.policy.currency), kind: "figure" },
  ];
  return markup`<div class="sums">${table({ label, columns, rows })}</div>
`;
}

function sumRow({ label, formula, result, citation }: Sum): Row {
  return {
    kind: "cells",
    cells: [
      citation === ""
        ? label
        : markup`<span class="item">${label}</span><small class="beside">${citation}</small>`,
      formula,
      result,
    ],
  };
}
