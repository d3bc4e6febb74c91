import { dayInWords, monthInWords } from "@evenhand/policy";
import { documentOf } from "../html/document.ts";
import { heading } from "../html/heading.ts";
import { type Markup, markup } from "../html/markup.ts";
import { paragraph } from "../html/parts.ts";
import { type Row, table } from "../html/table.ts";
import { moneyInColumn, moneyInSentence } from "../shared/money.ts";
import { nameOf } from "../shared/naming.ts";
import type { AnnouncementWords } from "../words/announcement-words.ts";
import { ENGLISH_ANNOUNCEMENT } from "../words/en/announcement.ts";
import { CHINESE_ANNOUNCEMENT } from "../words/zh/announcement.ts";
import { type AnnouncedLine, announcedLines } from "./announced-lines.ts";
import type { AnnouncementInput } from "./announcement-input.ts";

/**
 * The monthly announcement of decisions: staff numbers, units, grounds, amounts and grades, policy by policy. Whole HTML,
 * to be printed on A4 and put up.
 *
 * @example renderAnnouncement({ language: "zh", month: "2026-07", issuedOn: "2026-08-10", decisions })
 * // "<!doctype html>\n<html lang=\"zh-CN\">…"
 */
export function renderAnnouncement(input: AnnouncementInput): string {
  const words = input.language === "zh" ? CHINESE_ANNOUNCEMENT : ENGLISH_ANNOUNCEMENT;
  const { language, month, issuedOn, company } = input;
  const lines = announcedLines(input);
  const inWords = monthInWords(month, language);
  return documentOf({
    ...input,
    kind: "announcement",
    title: `${words.title} ${month}`,
    body: [
      heading({
        company,
        title: words.title,
        details: [
          markup`${words.month}${words.colon}${inWords}`,
          markup`${words.issuedOn}${words.colon}${dayInWords(issuedOn, language)}`,
        ],
      }),
      paragraph(lines.length === 0 ? words.none : words.lead(countOf(lines))),
      paragraph(words.objection(input.appealTo), "note"),
      ...(lines.length === 0 ? [] : [lineTable(lines, input, words)]),
      markup`<footer class="signatures"><div><span>${words.seal}</span><span class="line"></span></div></footer>
`,
    ],
  });
}

/** One whom two decisions concern is one. */
function countOf(lines: readonly AnnouncedLine[]): number {
  return new Set(lines.map(({ party }) => party)).size;
}

function lineTable(
  lines: readonly AnnouncedLine[],
  { language }: AnnouncementInput,
  words: AnnouncementWords,
): Markup {
  const currencies = new Set(lines.map(({ currency }) => currency));
  const [only] = currencies.size === 1 ? currencies : [];
  const rows = lines.flatMap((line, index): readonly Row[] => [
    ...(lines[index - 1]?.policyId === line.policyId
      ? []
      : [{ kind: "band" as const, heading: words.policy(line.policyTitle[language]) }]),
    rowOf(line, { number: index + 1, language, words, isOneCurrency: only !== undefined }),
  ]);
  const sum = lines.reduce((all, { totalMinor }) => all + totalMinor, 0);
  const total: readonly Row[] =
    only === undefined
      ? []
      : [{ kind: "total", cells: [words.total, "", "", "", "", moneyInColumn(sum, only), ""] }];
  const columns = [
    { heading: words.columns.number, kind: "term" },
    { heading: words.columns.staff, kind: "term" },
    { heading: words.columns.unit, kind: "text" },
    { heading: words.columns.grounds, kind: "text" },
    { heading: words.columns.decision, kind: "term" },
    { heading: words.amountColumn(only), kind: "figure" },
    { heading: words.columns.grade, kind: "text" },
  ] as const;
  return markup`<div class="long announced">${table({ label: words.title, columns, rows: [...rows, ...total] })}</div>
`;
}

function rowOf(
  line: AnnouncedLine,
  {
    number,
    language,
    words,
    isOneCurrency,
  }: {
    readonly number: number;
    readonly language: AnnouncementInput["language"];
    readonly words: AnnouncementWords;
    readonly isOneCurrency: boolean;
  },
): Row {
  const sanctions = [
    ...(line.grade === null ? [] : [line.grade]),
    ...(line.reminder ? [words.reminder] : []),
    ...(line.commendation ? [words.commendation] : []),
  ];
  return {
    kind: "cells",
    cells: [
      String(number),
      nameOf(line.party, { language }),
      line.unit === line.party ? "" : line.unit,
      markup`${words.grounds(line.grounds)}${line.citation !== "" && markup`<small>${line.citation}</small>`}`,
      markup`${dayInWords(line.decidedOn, language)}<small>${line.reference}</small>`,
      amountOf(line, isOneCurrency, language),
      sanctions.length === 0 ? NONE : words.sanctions(sanctions),
    ],
  };
}

function amountOf(
  { totalMinor, currency }: AnnouncedLine,
  isOneCurrency: boolean,
  language: AnnouncementInput["language"],
): string {
  if (totalMinor === 0) return NONE;
  return isOneCurrency
    ? moneyInColumn(totalMinor, currency)
    : moneyInSentence(totalMinor, { language, currency });
}

/** Where a cell has nothing to say. */
const NONE = "–";
