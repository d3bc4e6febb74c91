import type { Language } from "@evenhand/domain";
import { type StyleLinks, documentOf } from "../html/document.ts";
import { heading } from "../html/heading.ts";
import { markup } from "../html/markup.ts";
import { type Section, numberedSections, paragraph } from "../html/parts.ts";
import { type Column, table } from "../html/table.ts";
import { sectionNumber } from "../words/zh/section-number.ts";

/** A table of a report, its cells written out. */
export type ReportTable = {
  /** What it shows, for whoever hears it read. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
};

export type ReportSection = {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly tables?: readonly ReportTable[];
  /** What to bear in mind with it. */
  readonly notes?: readonly string[];
};

/** What a report is made from: figures and sentences that are written out already, in one language. */
export type ReportInput = StyleLinks & {
  readonly language: Language;
  readonly title: string;
  /** What tells it apart, such as the policy and the days. */
  readonly details: readonly string[];
  /** The finding. */
  readonly lead: string;
  readonly sections: readonly ReportSection[];
};

/**
 * Figures over many decisions as a document, to be read on a screen or printed on A4 across. A section with nothing in it is left out.
 *
 * @example renderReport({ language: "en", title: "Fairness review", details: ["Complaint fines"], lead: "…", sections: [] })
 * // "<!doctype html>\n<html lang=\"en-GB\">…"
 */
export function renderReport({ language, title, details, lead, sections, ...links }: ReportInput): string {
  const numberOf = language === "zh" ? sectionNumber : (index: number) => `${index + 1}. `;
  return documentOf({
    ...links,
    language,
    title,
    kind: "report",
    body: [
      heading({ company: undefined, title, details: details.map((detail) => markup`${detail}`) }),
      paragraph(lead, "lead"),
      ...numberedSections(sections.map(sectionOf), numberOf),
    ],
  });
}

function sectionOf({ heading: title, paragraphs = [], tables = [], notes = [] }: ReportSection): Section {
  return {
    heading: title,
    body: [
      ...paragraphs.map((text) => paragraph(text)),
      ...tables.map(
        ({ label, columns, rows }) => markup`<div class="long">${table({
          label,
          columns,
          rows: rows.map((cells) => ({ kind: "cells", cells })),
        })}</div>
`,
      ),
      ...notes.map((text) => paragraph(text, "note")),
    ],
  };
}
