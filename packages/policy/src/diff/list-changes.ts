import type { Language, LocalizedText } from "@evenhand/domain";
import type { Matched, Standing } from "./match.ts";
import type { ChangeSubject, PolicyChange } from "./policy-change.ts";
import { reachText } from "./reach-text.ts";
import { inBoth } from "./sides.ts";
import type { Side, Sides } from "./sides.ts";

/** What is said of things that came or went. */
export type ListWords<Item> = {
  readonly subject: ChangeSubject;
  /** The id a change carries, where it is not the one things are matched by: `<table>#<row>`. */
  readonly idOf?: (id: string) => string;
  /** Where a thing stands in its document. */
  readonly at: (standing: Standing<Item>) => string;
  readonly added: (standing: Standing<Item>, language: Language) => string;
  readonly removed: (standing: Standing<Item>, language: Language) => string;
  readonly reachesOf?: (id: string, side: Side) => readonly string[];
};

/** Everything that is in one document only. What a removed thing reached is told by the earlier one, where its readers still stand. */
export function comingsAndGoings<Item>(
  { added, removed }: Matched<Item>,
  words: ListWords<Item>,
  sides: Sides,
): readonly PolicyChange[] {
  const { subject, idOf = (id: string) => id } = words;
  const told = (standing: Standing<Item>, side: Side, say: ListWords<Item>["added"]) => {
    const reaches = words.reachesOf?.(standing.id, side) ?? [];
    const text = inBoth((language) => say(standing, language) + reachText(reaches, side, language));
    return { subject, id: idOf(standing.id), reaches, text };
  };
  return [
    ...added.map((standing): PolicyChange => ({
      ...told(standing, sides.after, words.added),
      kind: "added",
      at: { after: words.at(standing) },
      after: standing.item,
    })),
    ...removed.map((standing): PolicyChange => ({
      ...told(standing, sides.before, words.removed),
      kind: "removed",
      at: { before: words.at(standing) },
      before: standing.item,
    })),
  ];
}

export type Move = {
  readonly subject: ChangeSubject;
  readonly id: string;
  readonly field?: string;
  readonly at: { readonly before: string; readonly after: string };
  /** Places in the list, counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly title: LocalizedText;
  /** What the new place means, as the end of the sentence. */
  readonly effect: LocalizedText;
};

export const NO_EFFECT: LocalizedText = {
  en: "its place has no effect on decisions",
  zh: "位置不影响处理结果",
};

/**
 * One thing that stands elsewhere in its list.
 *
 * @example
 * moveChange({ …, from: 2, to: 0 }).text.en
 * // "Rule “Close within 7 days” moved from place 3 to place 1; its place has no effect on decisions"
 */
export function moveChange({ subject, id, field, at, from, to, title, effect }: Move): PolicyChange {
  const sameNumber = from === to;
  return {
    kind: "moved",
    subject,
    id,
    ...(field === undefined ? {} : { field }),
    at,
    before: from + 1,
    after: to + 1,
    reaches: [],
    text: {
      en: `${title.en} ${sameNumber ? "stands elsewhere among the others" : `moved from place ${from + 1} to place ${to + 1}`}; ${effect.en}`,
      zh: `${title.zh}${sameNumber ? "与其他各项的先后顺序有变" : `由第${from + 1}位移至第${to + 1}位`}，${effect.zh}`,
    },
  };
}
