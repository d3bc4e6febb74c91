import { type Markup, type MarkupValue, markup } from "./markup.ts";

/** A heading and what stands below it. */
export type Section = { readonly heading: string; readonly body: readonly Markup[] };

/** The sections that have something in them, numbered in their order. */
export function numberedSections(
  sections: readonly (Section | undefined)[],
  numberOf: (index: number) => string,
): readonly Markup[] {
  return sections
    .filter((section) => section !== undefined && section.body.length > 0)
    .map(
      (section, index) => markup`<section>
<h2><span class="number">${numberOf(index)}</span>${section?.heading}</h2>
${section?.body}</section>
`,
    );
}

export type Term = { readonly term: string; readonly value: MarkupValue };

/** Terms with their values: `columns` stands two side by side, `rows` one below another, `flow` as many as fit a line. */
export function termList(terms: readonly Term[], layout: "columns" | "rows" | "flow"): Markup {
  return markup`<dl class="${layout}">
${terms.map(
  ({ term, value }) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>
`,
)}</dl>
`;
}

export function paragraph(text: MarkupValue, kind: "plain" | "note" | "lead" | "void" = "plain"): Markup {
  return markup`<p class="${kind}">${text}</p>
`;
}

/** Something that copies out of the page as one word: a number of a decision, a fingerprint. */
export function code(text: string): Markup {
  return markup`<code>${text}</code>`;
}
