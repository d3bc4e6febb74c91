import { markup } from "../html/markup.ts";
import { type Section, termList } from "../html/parts.ts";
import { table } from "../html/table.ts";
import { clausesOf } from "./clauses.ts";
import { opened } from "./head.ts";
import type { SectionContext } from "./section-context.ts";
import { statedFacts } from "./stated-facts.ts";

/** The facts that the result rests on. */
export function factsSection({ view, words }: SectionContext): Section | undefined {
  const facts = statedFacts(view, words);
  if (facts.length === 0) return undefined;
  const terms = facts.map(({ label, value }) => ({ term: opened(label), value }));
  return { heading: words.sections.facts, body: [termList(terms, "columns")] };
}

/** The provisions that were applied, each with why it applied. */
export function clausesSection({ view, words }: SectionContext): Section | undefined {
  const clauses = clausesOf(view);
  if (clauses.length === 0) return undefined;
  const rows = clauses.map(({ citation, says, because }) => ({
    kind: "cells" as const,
    cells: [
      citation === "" ? words.clauses.rule : opened(citation),
      markup`${opened(says)}${because.length === 0 ? undefined : markup`<small>${words.clauses.because(because)}</small>`}`,
    ],
  }));
  const columns = [
    { heading: words.clauses.clause, kind: "text" as const },
    { heading: words.clauses.says, kind: "text" as const },
  ];
  return {
    heading: words.sections.clauses,
    body: [markup`<div class="clauses">${table({ label: words.sections.clauses, columns, rows })}</div>`],
  };
}
