import { cited, dayInWords, momentInWords, wordOf } from "@evenhand/policy";
import { type Section, type Term, termList } from "../html/parts.ts";
import { opened } from "./head.ts";
import type { SectionContext } from "./section-context.ts";

/** What the party has to do, and until when what is to be done in the case. */
export function dutiesSection(context: SectionContext): Section | undefined {
  const { input, view, words } = context;
  const own = view.measures.map(({ kind, quantity }): Term => {
    const duty = opened(wordOf(kind, view.vocabulary));
    return {
      term: words.duties.named(duty, quantity),
      value: words.duties.own(view.kind, dueOf(kind, context)),
    };
  });
  const others = input.record.outcome.deadlines
    .filter(({ step }) => !view.measures.some(({ kind }) => kind === step))
    .map(({ step }): Term => ({
      term: opened(wordOf(step, view.vocabulary)),
      value: dueOf(step, context) ?? "",
    }));
  const terms = [...own, ...others];
  return terms.length === 0 ? undefined : { heading: words.sections.duties, body: [termList(terms, "rows")] };
}

/** The deadline of a step with the article that sets it; `undefined` where none is set. */
function dueOf(step: string, { input, view, words }: SectionContext): string | undefined {
  const due = input.record.outcome.deadlines.find((deadline) => deadline.step === step);
  if (!due) return undefined;
  const { language } = input;
  const when =
    due.dueOn === undefined ? momentInWords(due.dueAt ?? "", language) : dayInWords(due.dueOn, language);
  const rule = view.deadlines.find(({ effect }) => effect?.params["step"] === step);
  return words.duties.due({
    when,
    isDay: due.dueOn !== undefined,
    provisional: due.provisional,
    citation: rule ? cited(rule.references, view.vocabulary) : "",
  });
}
