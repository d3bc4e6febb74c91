import { dayInWords } from "@evenhand/policy";
import { heading } from "../html/heading.ts";
import { type Markup, markup } from "../html/markup.ts";
import { code, paragraph, termList } from "../html/parts.ts";
import { nameOf } from "../shared/naming.ts";
import type { SectionContext } from "./section-context.ts";

/** Whose document it is, what it is called, and to whom it goes. */
export function headOf({ input, view, words }: SectionContext): readonly Markup[] {
  const { record, version, language, names, company, supersededBy } = input;
  const { head } = words;
  const unit =
    view.unit === undefined
      ? []
      : [
          {
            term: view.unit.label?.[language] ?? head.unit,
            value: nameOf(view.unit.id, { language, names }),
          },
        ];
  return [
    heading({
      company,
      title: words.title,
      details: [
        markup`${head.number}${words.colon}${code(record.id)}`,
        markup`${head.decidedOn}${words.colon}${dayInWords(record.decidedOn, language)}`,
      ],
    }),
    ...(supersededBy === undefined ? [] : [paragraph(head.superseded(supersededBy), "void")]),
    termList(
      [
        { term: head.to, value: nameOf(view.party, { language, names }) },
        ...unit.map(({ term, value }) => ({ term: opened(term), value })),
        { term: head.reference, value: record.case.reference },
        {
          term: head.policy,
          value: head.policyTitle({
            title: version.policy.title[language],
            version: version.policy.version,
            from: dayInWords(version.policy.effectiveFrom, language),
          }),
        },
      ],
      "rows",
    ),
    ...placeTaken({ input, words }).map((text) => paragraph(text, "note")),
  ];
}

/** Whose place the decision takes; that it answers an appeal is told to nobody but whoever brought it. */
function placeTaken({ input, words: { head } }: Pick<SectionContext, "input" | "words">): readonly string[] {
  const { record, party, appellant, isUnchanged = false } = input;
  const { supersedes, appeal } = record;
  return [
    ...(supersedes === undefined
      ? []
      : [isUnchanged ? head.unchanged(supersedes) : head.supersedes(supersedes)]),
    ...(appeal !== undefined && appellant === party ? [head.answersObjection] : []),
  ];
}

/** A label as it opens a line. */
export function opened(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
