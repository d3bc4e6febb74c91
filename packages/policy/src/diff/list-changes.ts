import type { LocalizedText } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import type { Matched, Standing } from "./match-by-id.ts";
import type { ChangeSubject, PolicyChange } from "./policy-change.ts";
import { reachText } from "./reach-text.ts";
import type { Side, Sides } from "./sides.ts";

/** What is said of things that came, went or moved. */
export type ListWords<Item> = {
  readonly subject: ChangeSubject;
  readonly idOf: (standing: Standing<Item>) => string;
  /** Where the list stands, or the group of fields, and what its member is called in a pointer. */
  readonly at: (standing: Standing<Item>) => readonly (string | number)[];
  readonly added: (standing: Standing<Item>, side: Side) => LocalizedText;
  readonly removed: (standing: Standing<Item>, side: Side) => LocalizedText;
  readonly reachesOf?: (id: string, side: Side) => readonly string[];
};

export function additions<Item>({ added }: Pick<Matched<Item>, "added">, words: ListWords<Item>, { after }: Sides): readonly PolicyChange[] {
  return added.map((standing) => {
    const id = words.idOf(standing);
    const reaches = words.reachesOf?.(id, after) ?? [];
    return {
      kind: "added",
      subject: words.subject,
      id,
      at: { after: pointer(...words.at(standing)) },
      after: standing.item,
      reaches,
      text: withReach(words.added(standing, after), reaches, after),
    };
  });
}

/** What a removed thing reached is told by the earlier document, where its readers still stand. */
export function removals<Item>({ removed }: Pick<Matched<Item>, "removed">, words: ListWords<Item>, { before }: Sides): readonly PolicyChange[] {
  return removed.map((standing) => {
    const id = words.idOf(standing);
    const reaches = words.reachesOf?.(id, before) ?? [];
    return {
      kind: "removed",
      subject: words.subject,
      id,
      at: { before: pointer(...words.at(standing)) },
      before: standing.item,
      reaches,
      text: withReach(words.removed(standing, before), reaches, before),
    };
  });
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

export const NO_EFFECT: LocalizedText = { en: "its place has no effect on decisions", zh: "位置不影响处理结果" };

/**
 * One thing that stands elsewhere in its list.
 *
 * @example
 * moveChange({ …, from: 2, to: 0 }).text.en
 * // "Rule “Close within 7 days” moved from place 3 to place 1; its place has no effect on decisions"
 */
export function moveChange({ subject, id, field, at, from, to, title, effect }: Move): PolicyChange {
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
      en: `${title.en} moved from place ${from + 1} to place ${to + 1}; ${effect.en}`,
      zh: `${title.zh}由第${from + 1}位移至第${to + 1}位，${effect.zh}`,
    },
  };
}

function withReach(text: LocalizedText, reaches: readonly string[], side: Side): LocalizedText {
  return { en: text.en + reachText(reaches, side, "en"), zh: text.zh + reachText(reaches, side, "zh") };
}

/** The members of a group of fields, by key; the order of keys means nothing, so none of them ever moves. */
export function matchByKey<Item>(
  before: Readonly<Record<string, Item>>,
  after: Readonly<Record<string, Item>>,
): { readonly added: readonly (Standing<Item> & { readonly key: string })[]; readonly removed: readonly (Standing<Item> & { readonly key: string })[]; readonly kept: readonly Kept<Item>[] } {
  const only = (these: Readonly<Record<string, Item>>, those: Readonly<Record<string, Item>>) =>
    Object.entries(these).flatMap(([key, item], index) => (Object.hasOwn(those, key) ? [] : [{ key, item, index }]));
  const kept = Object.entries(after).flatMap(([key, item]): readonly Kept<Item>[] => {
    const earlier = Object.hasOwn(before, key) ? before[key] : undefined;
    return earlier === undefined ? [] : [{ key, before: earlier, after: item }];
  });
  return { added: only(after, before), removed: only(before, after), kept };
}

export type Kept<Item> = { readonly key: string; readonly before: Item; readonly after: Item };
