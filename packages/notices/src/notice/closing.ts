import { dayInWords } from "@evenhand/policy";
import { type Markup, markup } from "../html/markup.ts";
import { type Section, code, paragraph, termList } from "../html/parts.ts";
import type { OwnAppeal } from "./notice-input.ts";
import { planOf } from "./plan.ts";
import { type SectionContext, inSentence } from "./section-context.ts";

/** How and until when to object. */
export function objectionSection({ input, view, words }: SectionContext): Section {
  const { objection, sections } = words;
  const { appealUntil, appealTo, record, language, supersededBy } = input;
  if (supersededBy !== undefined)
    return { heading: sections.objection, body: [paragraph(objection.superseded(supersededBy))] };
  if (input.ownAppeal)
    return { heading: sections.objection, body: ownAppeal(input.ownAppeal, { input, view, words }) };
  if (appealUntil === null) return { heading: sections.objection, body: [paragraph(objection.over)] };
  return {
    heading: sections.objection,
    body: [
      paragraph(markup`<strong>${objection.until(dayInWords(appealUntil, language))}</strong>`),
      paragraph(objection.how(appealTo, record.id)),
      paragraph(
        view.decided.totalMinor === 0
          ? objection.harmless
          : words.sentences([objection.effect, objection.harmless]),
      ),
    ],
  };
}

/** What became of the party's own appeal, or that it is open and what that means for what is taken. */
function ownAppeal(own: OwnAppeal, { input, view, words }: SectionContext): readonly Markup[] {
  const { objection } = words;
  const filedOn = dayInWords(own.filedOn, input.language);
  if (own.state !== "open") {
    const decidedOn = dayInWords(own.decidedOn, input.language);
    return [
      paragraph(words.sentences([objection.decided[own.state]({ filedOn, decidedOn }), objection.once])),
    ];
  }
  const taken = planOf(input, view).balance?.deductedMinor ?? 0;
  const isCharged = view.kind === "person" && view.decided.totalMinor > 0;
  return [
    paragraph(markup`<strong>${objection.open(filedOn)}</strong>`),
    paragraph(
      words.sentences([
        ...(isCharged ? [objection.meanwhile(taken === 0 ? undefined : inSentence(taken, view))] : []),
        objection.harmless,
      ]),
    ),
  ];
}

/** How anybody entitled to can check that the decision stands as it was taken and follows from the rules. */
export function checkSection({ input, words }: SectionContext): Section {
  const { check, sections } = words;
  const { policy, calendar, guards, evaluators, id } = input.record;
  const terms = [
    { term: check.decision, value: code(id) },
    {
      term: check.policy,
      value: markup`${policy.id} v${policy.version} ${code(check.fingerprint(policy.hash))}`,
    },
    {
      term: check.calendar,
      value: markup`${calendar.id} v${calendar.version} ${code(check.fingerprint(calendar.hash))}`,
    },
    ...guards.map(({ jurisdiction, hash }) => ({
      term: check.guard(jurisdiction),
      value: code(check.fingerprint(hash)),
    })),
    { term: check.compiled, value: code(evaluators.compiled) },
    { term: check.reference, value: code(evaluators.reference) },
  ];
  return { heading: sections.check, body: [paragraph(check.how), termList(terms, "flow")] };
}

/** Lines to sign on paper. */
export function signatures({ input, view, words }: SectionContext): Markup {
  const line = (label: string): Markup =>
    markup`<div><span>${label}</span><span class="line"></span><span>${words.signatures.day}</span><span class="line day"></span></div>
`;
  return markup`<footer class="signatures">
${line(words.signatures.decider)}${line(words.signatures.recipient[view.kind])}<p class="note">${input.appealUntil === null ? words.signatures.noteAlone : words.signatures.note}</p>
</footer>
`;
}
