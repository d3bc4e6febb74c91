import type { LocalizedText, PolicyExample, PolicyNote } from "@evenhand/domain";
import { canonicalJson, pointer } from "@evenhand/domain";
import { REFERENCES } from "./common-words.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange, fieldChanges } from "./field-changes.ts";
import { NO_EFFECT, comingsAndGoings, moveChange } from "./list-changes.ts";
import type { Kept, Matched } from "./match.ts";
import { matchById, matchByKey } from "./match.ts";
import type { PolicyChange } from "./policy-change.ts";
import { isSame } from "./same.ts";
import { sayText } from "./say-value.ts";
import type { Sides } from "./sides.ts";
import { named } from "./sides.ts";

const WORD: FieldWords = { name: { en: "label", zh: "名称" }, say: sayText };

/** What differs in the labels of the words that outcomes use. */
export function wordChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchByKey(sides.before.policy.words, sides.after.policy.words);
  return [
    ...comingsAndGoings(
      matched,
      {
        subject: "word",
        at: ({ id }) => pointer("words", id),
        added: ({ id, item }, language) =>
          language === "zh" ? `新增用语\`${id}\`：“${item.zh}”` : `New word \`${id}\`: “${item.en}”`,
        removed: ({ id, item }, language) =>
          language === "zh"
            ? `删去用语\`${id}\`（原为“${item.zh}”）`
            : `Word \`${id}\` removed, was “${item.en}”`,
      },
      sides,
    ),
    ...matched.kept.flatMap(({ id, before, after }) => {
      const at = pointer("words", id);
      const owner: Owner = {
        subject: "word",
        id,
        title: { en: `Word \`${id}\``, zh: `用语\`${id}\`` },
        at: { before: at, after: at },
        sides,
      };
      return fieldChange(owner, {
        field: "",
        path: [],
        before: before.item,
        after: after.item,
        words: WORD,
      }).map(({ field: _, ...change }) => change);
    }),
  ];
}

const NOTE_WORDS: Readonly<Record<string, FieldWords>> = {
  text: { name: { en: "text", zh: "内容" }, say: sayText },
  references: REFERENCES,
};

/**
 * What differs in the notes. They have no ids: a note is the same one where its text is, or else where it is the only
 * one left of its articles.
 */
export function noteChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchNotes(sides.before.policy.notes ?? [], sides.after.policy.notes ?? []);
  return [
    ...comingsAndGoings(
      matched,
      {
        subject: "note",
        at: ({ index }) => pointer("notes", index),
        added: ({ item }, language) =>
          language === "zh" ? `新增说明：“${item.text.zh}”` : `New note: “${item.text.en}”`,
        removed: ({ item }, language) =>
          language === "zh" ? `删去说明：“${item.text.zh}”` : `Note removed: “${item.text.en}”`,
      },
      sides,
    ).map((change) => ({
      ...change,
      id: (change.at.after ?? change.at.before ?? "").replace("/notes/", ""),
    })),
    ...matched.kept.flatMap((kept) => keptNoteChanges(kept, sides)),
  ];
}

function keptNoteChanges({ before, after, moved }: Kept<PolicyNote>, sides: Sides): readonly PolicyChange[] {
  const id = String(after.index);
  const at = { before: pointer("notes", before.index), after: pointer("notes", after.index) };
  const title: LocalizedText = { en: `Note ${after.index + 1}`, zh: `“说明”第${after.index + 1}项` };
  const movedNote: LocalizedText = {
    en: `Note “${after.item.text.en}”`,
    zh: `说明“${after.item.text.zh}”`,
  };
  return [
    ...(moved
      ? [
          moveChange({
            subject: "note",
            id,
            at,
            from: before.index,
            to: after.index,
            title: movedNote,
            effect: NO_EFFECT,
          }),
        ]
      : []),
    ...fieldChanges(
      { subject: "note", id, title, at, sides },
      { before: before.item, after: after.item },
      { words: NOTE_WORDS },
    ),
  ];
}

function matchNotes(before: readonly PolicyNote[], after: readonly PolicyNote[]): Matched<PolicyNote> {
  const ids = new Map<PolicyNote, string>();
  const idsOf = (
    notes: readonly PolicyNote[],
    keyOf: (note: PolicyNote) => string,
  ): ReadonlyMap<string, PolicyNote> => {
    const unnamed = notes.filter((note) => !ids.has(note));
    const keys = unnamed.map(keyOf);
    return new Map(
      unnamed.flatMap((note, index) =>
        keys.indexOf(keys[index] ?? "") === keys.lastIndexOf(keys[index] ?? "")
          ? [[keys[index] ?? "", note]]
          : [],
      ),
    );
  };
  for (const keyOf of [canonicalJson, textKey, articleKey]) {
    const earlier = idsOf(before, keyOf);
    for (const [key, note] of idsOf(after, keyOf)) {
      const same = earlier.get(key);
      if (!same) continue;
      ids.set(note, key);
      ids.set(same, key);
    }
  }
  // A note that found no other is known by its side and place, which no note of the other side can be.
  for (const [index, note] of before.entries()) if (!ids.has(note)) ids.set(note, `before ${index}`);
  for (const [index, note] of after.entries()) if (!ids.has(note)) ids.set(note, `after ${index}`);
  return matchById(before, after, (note) => ids.get(note) ?? "");
}

function textKey({ text }: PolicyNote): string {
  return text.en;
}

function articleKey({ references = [] }: PolicyNote): string {
  return canonicalJson(references);
}

/** What differs in the examples. */
export function exampleChanges(sides: Sides): readonly PolicyChange[] {
  const matched = matchById(sides.before.policy.examples, sides.after.policy.examples, ({ id }) => id);
  const titleOf = ({ title }: PolicyExample) => ({
    en: `example ${named(title.en, "en")}`,
    zh: `示例${named(title.zh, "zh")}`,
  });
  const changes = comingsAndGoings(
    matched,
    {
      subject: "example",
      at: ({ index }) => pointer("examples", index),
      added: ({ item }, language) =>
        language === "zh" ? `新增${titleOf(item).zh}` : `New ${titleOf(item).en}`,
      removed: ({ item }, language) =>
        language === "zh" ? `删去${titleOf(item).zh}` : `Removed ${titleOf(item).en}`,
    },
    sides,
  );
  return [...changes, ...matched.kept.flatMap(keptExampleChanges)];
}

function keptExampleChanges({ id, before, after, moved }: Kept<PolicyExample>): readonly PolicyChange[] {
  const at = { before: pointer("examples", before.index), after: pointer("examples", after.index) };
  const { title } = after.item;
  const name: LocalizedText = { en: `Example “${title.en}”`, zh: `示例“${title.zh}”` };
  const changes = moved
    ? [
        moveChange({
          subject: "example",
          id,
          at,
          from: before.index,
          to: after.index,
          title: name,
          effect: NO_EFFECT,
        }),
      ]
    : [];
  if (isSame(before.item, after.item)) return changes;
  const fields = Object.keys({ ...before.item, ...after.item }).filter(
    (field) => !isSame(memberOf(before.item, field), memberOf(after.item, field)),
  );
  const words = fields.map(
    (field) => EXAMPLE_FIELDS[field as keyof PolicyExample] ?? { en: `\`${field}\``, zh: `\`${field}\`` },
  );
  return [
    ...changes,
    {
      kind: "changed",
      subject: "example",
      id,
      at,
      before: before.item,
      after: after.item,
      reaches: [],
      text: {
        en: `${name.en} changed in its ${words.map(({ en }) => en).join(", ")}`,
        zh: `${name.zh}有修改：${words.map(({ zh }) => zh).join("、")}`,
      },
    },
  ];
}

function memberOf(example: PolicyExample, field: string): unknown {
  return (example as unknown as Readonly<Record<string, unknown>>)[field];
}

const EXAMPLE_FIELDS: Readonly<Record<keyof PolicyExample, LocalizedText>> = {
  id: { en: "id", zh: "标识" },
  title: { en: "title", zh: "标题" },
  request: { en: "case", zh: "案件" },
  evaluatedAt: { en: "moment of evaluation", zh: "核算时刻" },
  expect: { en: "expected outcome", zh: "预期结果" },
  reasons: { en: "rules that must fire", zh: "须命中的规则" },
};
