import { type Review, isComputed } from "@evenhand/analysis";
import { formatMinor } from "@evenhand/domain";
import type { ReportSection, ReportTable } from "@evenhand/notices";
import type { SectionContext } from "./fairness-report.ts";
import { NONE, pText, rateText, ratioText, signedText } from "./figure-texts.ts";

/** Every group beside those it is compared with, its titles first. */
export function groupsSection({ review, language, words }: SectionContext): ReportSection {
  const { attributes, comparisons, level } = review.disparities;
  return {
    heading: words.sections.groups,
    paragraphs: attributes.flatMap(({ attribute, groups, reason }) => [
      ...(reason ? [words.about(attribute.label[language], reason.notComputable[language])] : []),
      ...groups.flatMap((group) =>
        group.shown === "compared" ? group.titles.map((title) => title[language]) : [],
      ),
    ]),
    tables: attributes
      .filter(({ groups }) => groups.length > 0)
      .map((attribute) => groupsTableOf(attribute, { review, language, words })),
    notes: comparisons === 0 ? [] : [words.adjusted(comparisons, `${level * 100}%`)],
  };
}

function groupsTableOf(
  { attribute, groups }: Review["disparities"]["attributes"][number],
  { review: { currency }, language, words }: Pick<SectionContext, "review" | "language" | "words">,
): ReportTable {
  const { columns } = words;
  return {
    label: attribute.label[language],
    columns: [
      { heading: attribute.label[language], kind: "text" },
      { heading: columns.n, kind: "figure" },
      { heading: columns.rate, kind: "figure" },
      { heading: columns.penaltyRatio, kind: "figure" },
      { heading: columns.noPenaltyRatio, kind: "figure" },
      { heading: columns.p, kind: "figure" },
      { heading: columns.typical(currency), kind: "figure" },
      { heading: columns.p, kind: "figure" },
    ],
    rows: groups.map((group) => {
      const label = group.label[language];
      if (group.shown === "n < 10") return [label, group.shown, NONE, NONE, NONE, NONE, NONE, NONE];
      const { rate, amount } = group;
      const stratified = isComputed(rate.stratified) ? rate.stratified : null;
      return [
        label,
        String(group.n),
        rateText(rate.group),
        stratified ? ratioText(stratified.penaltyRatio) : NONE,
        stratified ? ratioText(stratified.noPenaltyRatio) : NONE,
        pText(group.rateP),
        isComputed(amount) && isComputed(amount.typical) ? typicalText(amount.typical, currency) : NONE,
        pText(group.amountP),
      ];
    }),
  };
}

type Typical = { readonly estimate: number; readonly interval: object };

function typicalText({ estimate, interval }: Typical, currency: string): string {
  const own = signedText(estimate, currency);
  if (!("lower" in interval && "upper" in interval)) return own;
  return `${own} (${signedText(Number(interval.lower), currency)}–${signedText(Number(interval.upper), currency)})`;
}

/** Two facts at once; nothing where nobody asked. */
export function crossedSection({ review, language, words }: SectionContext): ReportSection {
  const { crossed, currency } = review;
  if (!crossed) return { heading: words.sections.crossed };
  const { rows, columns, cells } = crossed;
  return {
    heading: words.sections.crossed,
    tables: [
      {
        label: words.sections.crossed,
        columns: [
          { heading: rows.attribute.label[language], kind: "text" },
          ...columns.groups.map(({ label }) => ({ heading: label[language], kind: "figure" as const })),
        ],
        rows: rows.groups.map((row) => [
          row.label[language],
          ...columns.groups.map((column) => {
            const cell = cells.find((one) => one.row === row.group && one.column === column.group);
            if (!cell) return NONE;
            if (cell.shown === "n < 10") return cell.shown;
            const paid = isComputed(cell.paid) ? formatMinor(Math.round(cell.paid.median), currency) : NONE;
            return words.cell(cell.n, rateText(cell.rate), paid);
          }),
        ]),
      },
    ],
    notes: [words.crude],
  };
}
