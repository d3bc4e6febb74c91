import type { Policy } from "@evenhand/domain";
import { formatList } from "../../format/format.ts";
import { useWords } from "../../words/words.tsx";
import { tablesLeft } from "../decision/story/tables-left.ts";
import type { CheckedContent } from "./content.ts";
import type { ShownCase } from "./shown-case.ts";

type Given = { readonly content: CheckedContent; readonly cases: readonly ShownCase[] };

/** The tables that charge in a case beside this one and have no row that applies to it, in words; empty for none. */
export function useTablesWithoutRow(): (one: ShownCase, given: Given) => string {
  const { local, language } = useWords();
  return (one, { content, cases }) => {
    // INVARIANT: only what has no errors is checked; what was taken out of it since is not found.
    const { tables } = content.document as unknown as Policy;
    const here = one.rules?.map(({ rule }) => rule) ?? [];
    const elsewhere = cases.flatMap(({ rules = [] }) => rules).filter(({ amountMinor }) => amountMinor !== 0);
    const left = tablesLeft({ here, elsewhere: elsewhere.map(({ rule }) => rule) }, tables);
    const names = left.map((id) => local(tables[id]?.label ?? { en: id, zh: id }));
    return formatList(names, { language: language(), type: "conjunction" });
  };
}
