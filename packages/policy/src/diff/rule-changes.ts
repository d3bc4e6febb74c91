import type { LocalizedText, Rule } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import { readRule } from "../reading/read-rule.ts";
import { PRIORITY, RULE_WORDS } from "./common-words.ts";
import { eventChanges } from "./event-changes.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange, fieldChanges } from "./field-changes.ts";
import { NO_EFFECT, comingsAndGoings, moveChange } from "./list-changes.ts";
import type { Kept, Standing } from "./match.ts";
import { matchById } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { sayCondition } from "./say-value.ts";
import type { Sides } from "./sides.ts";
import { inBoth, withoutStop } from "./sides.ts";

const CONDITIONS: FieldWords = { name: { en: "condition", zh: "适用条件" }, say: sayCondition };

/** What differs in the rules; tables and their rows are told apart from them. */
export function ruleChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchById(sides.before.policy.rules, sides.after.policy.rules, ({ id }) => id);
  const changes = comingsAndGoings(
    matched,
    {
      subject: "rule",
      at: placeOf,
      added: ({ item }, language) => {
        const sentence = withoutStop(readRule(item, sides.after.policy, language));
        return language === "zh"
          ? `新增规则“${item.label.zh}”：${sentence}`
          : `New rule “${item.label.en}”: ${sentence}`;
      },
      removed: ({ item }, language) => {
        const sentence = withoutStop(readRule(item, sides.before.policy, language));
        return language === "zh"
          ? `删去规则“${item.label.zh}”：${sentence}`
          : `Rule “${item.label.en}” removed: ${sentence}`;
      },
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap((kept) => keptChanges(kept, sides))];
}

function placeOf({ index }: Standing<Rule>): string {
  return pointer("rules", index);
}

function keptChanges({ id, before, after, moved }: Kept<Rule>, sides: Sides): readonly PolicyChange[] {
  const at = { before: placeOf(before), after: placeOf(after) };
  const title: LocalizedText = { en: `Rule “${after.item.label.en}”`, zh: `规则“${after.item.label.zh}”` };
  const owner: Owner = { subject: "rule", id, title, at, sides };
  const [was, is] = [before.item.rule, after.item.rule];
  const inside: Owner = { ...owner, at: { before: `${at.before}/rule`, after: `${at.after}/rule` } };
  const event = {
    before: was.event,
    after: is.event,
    sentences: inSentences(before.item, after.item, sides),
  };
  return [
    ...(moved
      ? [
          moveChange({
            subject: "rule",
            id,
            at,
            from: before.index,
            to: after.index,
            title,
            effect: NO_EFFECT,
          }),
        ]
      : []),
    ...fieldChanges(
      owner,
      { before: before.item, after: after.item },
      { words: RULE_WORDS, skip: new Set(["rule", "id"]) },
    ),
    ...fieldChange(inside, {
      field: "conditions",
      before: was.conditions,
      after: is.conditions,
      words: CONDITIONS,
    }),
    ...eventChanges(
      { ...owner, at: { before: `${at.before}/rule/event`, after: `${at.after}/rule/event` } },
      event,
    ),
    ...fieldChange(inside, { field: "priority", before: was.priority, after: is.priority, words: PRIORITY }),
  ];
}

function inSentences(
  before: Rule,
  after: Rule,
  sides: Sides,
): { readonly before: LocalizedText; readonly after: LocalizedText } {
  return {
    before: inBoth((language) => withoutStop(readRule(before, sides.before.policy, language))),
    after: inBoth((language) => withoutStop(readRule(after, sides.after.policy, language))),
  };
}
