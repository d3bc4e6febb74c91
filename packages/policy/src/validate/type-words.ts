import type { LocalizedText, ValueType } from "@evenhand/domain";

/** What a fact or parameter of a type holds, in words. */
export const TYPE_WORDS: Readonly<Record<ValueType, LocalizedText>> = {
  money: { en: "an amount of money", zh: "金额" },
  integer: { en: "a whole number", zh: "整数" },
  decimal: { en: "a number", zh: "数" },
  rate: { en: "a rate", zh: "比率" },
  ratio: { en: "a ratio", zh: "比值" },
  boolean: { en: "`true` or `false`", zh: "`true`或`false`" },
  date: { en: "a day", zh: "日期" },
  instant: { en: "a moment", zh: "时刻" },
  text: { en: "text", zh: "文本" },
  enum: { en: "a word from a list", zh: "列表中的词" },
  set: { en: "a set of words", zh: "词的集合" },
  party: { en: "the id of a party", zh: "当事方编号" },
  months: { en: "a number of months", zh: "月数" },
  "calendar-days": { en: "a number of calendar days", zh: "自然日天数" },
  "working-days": { en: "a number of working days", zh: "工作日数" },
  hours: { en: "a number of hours", zh: "小时数" },
  minutes: { en: "a number of minutes", zh: "分钟数" },
};

/**
 * Several types as a list of alternatives, each once.
 *
 * @example typesInWords(["date", "instant"]).en // "a day or a moment"
 */
export function typesInWords(types: readonly ValueType[]): LocalizedText {
  const listed = (language: keyof LocalizedText, last: string) =>
    [...new Set(types.map((type) => TYPE_WORDS[type][language]))].join(last);
  return { en: listed("en", " or "), zh: listed("zh", "或") };
}
