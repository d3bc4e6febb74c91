import type { LocalizedText, ValueType } from "@evenhand/domain";
import { pointer } from "@evenhand/domain";
import type { ChangeSubject, PolicyChange } from "./policy-change.ts";
import { reachText } from "./reach-text.ts";
import { isSame, keysOfBoth } from "./same.ts";
import type { Say } from "./say-value.ts";
import { sayAnything } from "./say-value.ts";
import type { Sides } from "./sides.ts";
import { differenceText } from "./signed-difference.ts";
import { inBoth } from "./sides.ts";

/** What a field is called, how its values are said, and what it means that it is absent, where that means something. */
export type FieldWords = {
  readonly name: LocalizedText;
  readonly say: Say;
  readonly absent?: LocalizedText;
  /** What it is counted in, where it is a figure: then a change says by how much as well. */
  readonly figure?: ValueType;
};

/** The thing whose fields are compared. */
export type Owner = {
  readonly subject: ChangeSubject;
  readonly id: string;
  /** As sentences name it: rule “Close within 7 days”. Empty of the policy itself. */
  readonly title: LocalizedText;
  readonly at: { readonly before: string; readonly after: string };
  readonly sides: Sides;
};

export type FieldChange = {
  /** The path of the field within its owner, by which it is called in the change: `event.amount`. */
  readonly field: string;
  /** Where it stands within its owner, where that is not the same path. */
  readonly path?: readonly (string | number)[];
  readonly before: unknown;
  readonly after: unknown;
  readonly words: FieldWords;
  readonly reaches?: readonly string[];
};

/**
 * One field of an owner that differs, as a change with its sentence; nothing where it is the same.
 *
 * @example
 * fieldChange(rule, { field: "priority", before: 1, after: 5, words: PRIORITY })[0]?.text.en
 * // "Rule “Close within 7 days”: priority changed from 1 to 5"
 */
export function fieldChange(
  owner: Owner,
  { field, path = field.split("."), before, after, words, reaches = [] }: FieldChange,
): readonly PolicyChange[] {
  if (isSame(before, after)) return [];
  const place = pointer(...path);
  return [
    {
      kind: "changed",
      subject: owner.subject,
      id: owner.id,
      field,
      at: {
        ...(before === undefined ? {} : { before: owner.at.before + place }),
        ...(after === undefined ? {} : { after: owner.at.after + place }),
      },
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      reaches,
      ...changeText(owner, { before, after, words, reaches }),
    },
  ];
}

/** Every field that differs between two records, those with words first and in their order, any other by its key. */
export function fieldChanges(
  owner: Owner,
  records: { readonly before: object; readonly after: object },
  options: FieldOptions,
): readonly PolicyChange[] {
  const { words, skip = new Set(), reachesOf = () => [] } = options;
  const keys = keysOfBoth(records.before, records.after).filter((key) => !skip.has(key));
  const ordered = [
    ...Object.keys(words).filter((key) => keys.includes(key)),
    ...keys.filter((key) => !Object.hasOwn(words, key)),
  ];
  return ordered.flatMap((field) =>
    fieldChange(owner, {
      field,
      path: [field],
      before: (records.before as Readonly<Record<string, unknown>>)[field],
      after: (records.after as Readonly<Record<string, unknown>>)[field],
      words: words[field] ?? unnamedField(field),
      reaches: reachesOf(field),
    }),
  );
}

export type FieldOptions = {
  readonly words: Readonly<Record<string, FieldWords>>;
  /** Fields that are compared by others. */
  readonly skip?: ReadonlySet<string>;
  readonly reachesOf?: (field: string) => readonly string[];
};

/** A field that has no words yet is told by its key, so that no difference goes untold. */
export function unnamedField(field: string): FieldWords {
  return { name: { en: `\`${field}\``, zh: `\`${field}\`` }, say: sayAnything };
}

type Said = Pick<FieldChange, "before" | "after" | "words"> & { readonly reaches: readonly string[] };

function changeText(
  { title, sides }: Owner,
  { before, after, words: { name, say, absent, figure }, reaches }: Said,
): Pick<PolicyChange, "text" | "said"> {
  const difference = inBoth((language) =>
    figure ? differenceText({ before, after, type: figure, sides }, language) : "",
  );
  const was = before === undefined ? absent : inBoth((language) => say(before, sides.before[language]));
  const is = after === undefined ? absent : inBoth((language) => say(after, sides.after[language]));
  const en = inEnglish(name.en, was?.en, is?.en) + difference.en + reachText(reaches, sides.after, "en");
  const zh = inChinese(name.zh, was?.zh, is?.zh) + difference.zh + reachText(reaches, sides.after, "zh");
  const of = (text: LocalizedText): LocalizedText =>
    title.en === ""
      ? { en: text.en.charAt(0).toUpperCase() + text.en.slice(1), zh: text.zh }
      : { en: `${title.en}: ${text.en}`, zh: `${title.zh}：${text.zh}` };
  const said = { what: of(name), ...(was && { before: was }), ...(is && { after: is }) };
  return { text: of({ en, zh }), said };
}

function inEnglish(name: string, was: string | undefined, is: string | undefined): string {
  if (was === undefined) return `${name} added, ${is ?? ""}`;
  if (is === undefined) return `${name} removed, was ${was}`;
  return was === is
    ? `${name} written differently, reads the same: ${is}`
    : `${name} changed from ${was} to ${is}`;
}

function inChinese(name: string, was: string | undefined, is: string | undefined): string {
  if (was === undefined) return `新增${name}：${is ?? ""}`;
  if (is === undefined) return `删去${name}（原为${was}）`;
  return was === is ? `${name}的写法有调整，含义不变：${is}` : `${name}由${was}改为${is}`;
}
