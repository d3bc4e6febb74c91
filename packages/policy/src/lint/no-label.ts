import { ENGINE_WARNINGS, ENGINE_WORDS, quote } from "@evenhand/domain";
import { fieldOf, fieldsOf } from "../validate/fields.ts";
import type { Statement } from "../validate/statement.ts";
import type { LintRule, Linted } from "./lint-rule.ts";

/**
 * A word that people will read in a decision (a role, a ground, a grade, a step) and that has no label in their language.
 * Each word is reported once, where it is first used.
 *
 * @example
 * // { "type": "role", "params": { "role": "team-member" } }, and no `team-member` under `words`
 * // "no-label" at …/params/role
 */
export const noLabel: LintRule = (linted) => {
  const { draft, report } = linted;
  const labelled = new Set([
    ...Object.keys(fieldsOf(fieldOf(draft.shape.document, "words"))),
    ...Object.keys(ENGINE_WORDS),
  ]);
  const told = new Set<string>();
  if (!draft.words.isWhole) return;
  for (const { word, at, isWarning } of wordsOf(linted)) {
    const hasLabel = labelled.has(word) || (isWarning && Object.hasOwn(ENGINE_WARNINGS, word));
    if (hasLabel || told.has(word)) continue;
    told.add(word);
    report.add({
      code: "no-label",
      at,
      message: { en: `the word ${quote(word)} has no label`, zh: `用词${quote(word)}没有名称` },
      // A word of its own may well be near another: it is not offered as a slip.
      help: report.didYouMean(word, labelled)?.help ?? ADD_LABEL,
    });
  }
};

const ADD_LABEL = {
  en: "add it to `words` in both languages",
  zh: "请在`words`中以两种语言注明",
};

type UsedWord = { readonly word: string; readonly at: string; readonly isWarning: boolean };

function wordsOf({ draft, statements }: Linted): readonly UsedWord[] {
  const grades = (draft.grades ?? []).map(({ at, part }) => ({ word: part, at, isWarning: false }));
  return [...grades, ...statements.flatMap(wordsSaid)];
}

/** The parameters of an event that hold words; facts that hold words have labels of their own. */
function wordsSaid({ event, placeOf }: Statement): readonly UsedWord[] {
  const said = (params: Readonly<Record<string, unknown>>): readonly UsedWord[] =>
    Object.entries(params).flatMap(([param, word]) =>
      typeof word === "string" ? [{ word, at: placeOf(param), isWarning: event.type === "warn" }] : [],
    );
  switch (event.type) {
    case "disposition":
      return said({ ground: event.params.ground });
    case "classify":
      return said(event.params);
    case "role":
    case "authority":
      return said(event.params);
    case "bear":
      return said({ bearer: event.params.bearer });
    case "exempt":
      return [...said({ ground: event.params.ground }), ...bearerMovedTo(event.params.movesTo, placeOf)];
    case "compensate":
      return said({ to: event.params.to, bearer: event.params.bearer });
    case "due":
      return said({ step: event.params.step });
    case "measure":
      return said({ kind: event.params.kind });
    case "warn":
      return said({ code: event.params.code });
    case "number":
    case "fine":
    case "grade":
    case "deduct":
    case "remind":
    case "commend":
    case "suspend":
      return [];
  }
}

function bearerMovedTo(movesTo: object | undefined, placeOf: Statement["placeOf"]): readonly UsedWord[] {
  const bearer = fieldOf(movesTo, "bearer");
  return typeof bearer === "string"
    ? [{ word: bearer, at: placeOf("movesTo", "bearer"), isWarning: false }]
    : [];
}
