import { type LocalizedText, quote } from "@evenhand/domain";
import type { TextForm } from "../schema/text.ts";

/** What a value should have been, by zod's name for it. A literal is named by its JSON. */
const KINDS: Readonly<Record<string, LocalizedText>> = {
  string: { en: "text", zh: "文本" },
  number: { en: "a number", zh: "数字" },
  int: { en: "a whole number", zh: "整数" },
  boolean: { en: "`true` or `false`", zh: "`true`或`false`" },
  array: { en: "a list", zh: "列表" },
  object: { en: "a group of fields", zh: "一组字段" },
  record: { en: "a group of fields", zh: "一组字段" },
  null: { en: "`null`", zh: "`null`" },
};

/** What a text of a form looks like, and how to bring one into it. */
export const FORMS: Readonly<Record<TextForm, { readonly is: LocalizedText; readonly help: LocalizedText }>> =
  {
    identifier: {
      is: { en: "an id", zh: "有效的标识" },
      help: {
        en: "use lower-case words and digits joined by hyphens",
        zh: "请用小写英文单词和数字，以连字符连接",
      },
    },
    "fact-name": {
      is: { en: "a name", zh: "有效的名称" },
      help: {
        en: "write it as in `lossAmount`: letters and digits, the first a small letter",
        zh: "请仿照`lossAmount`的写法：字母和数字，首字母小写",
      },
    },
    day: {
      is: { en: "a day", zh: "有效的日期" },
      help: { en: "write the day as `YYYY-MM-DD`", zh: "日期请写作`YYYY-MM-DD`" },
    },
    time: {
      is: { en: "a time of day", zh: "有效的时刻" },
      help: {
        en: "write the time as `HH:MM`, from `00:00` to `23:59`",
        zh: "时刻请写作`HH:MM`，自`00:00`至`23:59`",
      },
    },
    currency: {
      is: { en: "the code of a currency", zh: "有效的货币代码" },
      help: {
        en: "use the three capital letters of ISO 4217, such as `CNY`",
        zh: "请用ISO 4217的三个大写字母，如`CNY`",
      },
    },
  };

/**
 * Several kinds as a list of alternatives.
 *
 * @example kindsOf(["number", "array"]).en // "a number or a list"
 */
export function kindsOf(expected: readonly string[]): LocalizedText {
  const words = expected.map((kind) => KINDS[kind] ?? { en: quote(kind), zh: quote(kind) });
  return {
    en: listed([...new Set(words.map(({ en }) => en))], { between: ", ", last: " or " }),
    zh: listed([...new Set(words.map(({ zh }) => zh))], { between: "、", last: "或" }),
  };
}

/**
 * Names in backticks as a list of alternatives.
 *
 * @example namesOf(["all", "any"]).en // "`all` or `any`"
 */
export function namesOf(names: readonly string[]): LocalizedText {
  const quoted = names.map((name) => quote(name));
  return {
    en: listed(quoted, { between: ", ", last: " or " }),
    zh: listed(quoted, { between: "、", last: "或" }),
  };
}

/** As many of the names that may stand in a place as a message gives. */
const MOST_LISTED = 20;

/**
 * The names that may stand in a place, as the sentence that helps; `undefined` where they are none or too many to list.
 *
 * @example oneOf(["cn"])?.en // "use `cn`"
 */
export function oneOf(names: Iterable<string>): LocalizedText | undefined {
  const all = [...names];
  if (all.length === 0 || all.length > MOST_LISTED) return undefined;
  const { en, zh } = namesOf(all);
  return { en: `use ${en}`, zh: `可用：${zh}` };
}

/**
 * A value as messages show it: text without its quotation marks, lists and groups by their brackets.
 *
 * @example shown({ a: 1 }) // "`{…}`"
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "`[…]`";
  if (typeof value === "object" && value !== null) return "`{…}`";
  return quote(typeof value === "string" ? value : String(value));
}

/**
 * A value whose kind is at fault, as it stands in the document: text keeps its quotation marks, so that nobody takes it
 * for a number.
 *
 * @example written("100") // '`"100"`'
 */
export function written(value: unknown): string {
  return typeof value === "string" ? quote(JSON.stringify(value)) : shown(value);
}

/**
 * What a value is, where something else was wanted; nothing where the value itself says so.
 *
 * @example kindOf("100")?.en // "text"
 */
export function kindOf(value: unknown): LocalizedText | undefined {
  if (typeof value === "string") return { en: "text", zh: "文本" };
  if (typeof value === "number") return { en: "a number", zh: "数字" };
  return Array.isArray(value) ? { en: "a list", zh: "列表" } : undefined;
}

/**
 * That a value is of one kind and not of another.
 *
 * @example isNot("100", { en: "an amount of money", zh: "金额" }).en // '`"100"` is text, not an amount of money'
 */
export function isNot(value: unknown, wanted: LocalizedText): LocalizedText {
  const kind = kindOf(value);
  const own = written(value);
  // What is of the wanted kind as it is, such as a broken number where a whole one is wanted, is only said not to do.
  if (!kind || (typeof value === "number" && NUMBERS.test(wanted.en)))
    return { en: `${own} is not ${wanted.en}`, zh: `${own}不是${wanted.zh}` };
  return { en: `${own} is ${kind.en}, not ${wanted.en}`, zh: `${own}是${kind.zh}，不是${wanted.zh}` };
}

const NUMBERS = /\bnumber\b/;

/**
 * How a text is made into what it was meant to be, where it says a number or a truth value in quotation marks.
 *
 * @example unquoted("100", "number")?.en // "leave out the quotation marks"
 */
export function unquoted(value: unknown, wanted: "number" | "boolean"): LocalizedText | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const says =
    wanted === "number" ? text !== "" && Number.isFinite(Number(text)) : /^(?:true|false)$/.test(text);
  return says ? { en: "leave out the quotation marks", zh: "请去掉引号" } : undefined;
}

function listed(
  items: readonly string[],
  { between, last }: { readonly between: string; readonly last: string },
): string {
  if (items.length < 2) return items[0] ?? "";
  return items.slice(0, -1).join(between) + last + (items.at(-1) ?? "");
}

/**
 * A number as people write it.
 *
 * @example grouped(10_000) // "10,000"
 */
export function grouped(value: number | bigint): string {
  return value.toLocaleString("en");
}
