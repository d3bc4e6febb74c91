import type { Language } from "@evenhand/domain";
import type { PolicyReading, ReadingEntry, ReadingSection } from "./policy-reading.ts";

/**
 * A reading as plain text for a terminal or a print-out: numbered headings and entries, lists and notes indented.
 * Ends with a line break.
 *
 * @example renderPolicyReading(readPolicy(version, "zh")) // "客户投诉责任与绩效奖金扣减办法\n==============…"
 */
export function renderPolicyReading({ title, sections, language }: PolicyReading): string {
  const head = `${title}\n${"=".repeat(widthOf(title))}\n`;
  return [head, ...sections.map((section, index) => renderSection(section, index + 1, language))].join("\n");
}

function renderSection(
  { title, intro, entries }: ReadingSection,
  number: number,
  language: Language,
): string {
  const lines = [
    language === "zh" ? `${chineseNumeral(number)}、${title}` : `${number}. ${title}`,
    ...intro.flatMap((entry) => [indented(entry.text, "  "), ...noteLines(entry, "  ", language)]),
    ...entries.flatMap((entry, index) =>
      renderEntry(entry, language === "zh" ? `${index + 1}. ` : `${number}.${index + 1} `, language),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function renderEntry(entry: ReadingEntry, number: string, language: Language): readonly string[] {
  const margin = " ".repeat(number.length + 2);
  const first = entry.title === undefined ? indented(entry.text, margin).slice(margin.length) : entry.title;
  const rest = entry.title === undefined ? [] : [indented(entry.text, margin)];
  return [`  ${number}${first}`, ...rest, ...noteLines(entry, margin, language)];
}

function noteLines({ note }: ReadingEntry, margin: string, language: Language): readonly string[] {
  if (note === undefined) return [];
  return [indented(language === "zh" ? `注：${note}` : `Note: ${note}`, margin)];
}

function indented(text: string, margin: string): string {
  const [first = "", ...rest] = text.split("\n");
  return [margin + first, ...rest.map((line) => `${margin}  ${line}`)].join("\n");
}

/** Columns that a terminal needs: Chinese characters and full-width punctuation take two. */
function widthOf(text: string): number {
  return text.replaceAll(/[\u2E80-\uFFEF]/g, "xx").length;
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** @example chineseNumeral(12) // "十二" */
function chineseNumeral(number: number): string {
  if (number < 10) return DIGITS[number] ?? "";
  const tens = Math.floor(number / 10);
  return `${tens === 1 ? "" : (DIGITS[tens] ?? "")}十${DIGITS[number % 10] ?? ""}`;
}
