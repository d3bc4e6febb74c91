import type { LocalizedText } from "./text.ts";

/** Labels of the words the engine itself puts into outcomes; a policy's own `words` come first. */
export const ENGINE_WORDS = {
  company: { en: "the company", zh: "公司" },
  upheld: { en: "upheld", zh: "投诉成立" },
  "not-upheld": { en: "not upheld", zh: "投诉不成立" },
  "out-of-scope": { en: "out of scope", zh: "不属于受理范围" },
  referred: { en: "referred to management", zh: "移交管理层" },
  pending: { en: "pending", zh: "待查" },
  refused: { en: "refused", zh: "不得如此处理" },
  "no-finding": { en: "nothing found against them", zh: "未发现应负责任" },
  "not-deducted": { en: "borne, but not taken off pay", zh: "由其承担，但不从薪酬中扣减" },
  "traced-elsewhere": { en: "traced to the person or unit they name", zh: "责任已落实到所列的个人或单位" },
  "conflict-of-interest": { en: "conflict of interest", zh: "利益冲突，应回避" },
  "prohibited-deduction": { en: "prohibited deduction", zh: "法律禁止的扣减" },
  head: { en: "head of the department", zh: "部门负责人" },
  person: { en: "person", zh: "个人" },
  team: { en: "team", zh: "班组" },
  department: { en: "department", zh: "部门" },
  external: { en: "external party", zh: "外部单位" },
} as const satisfies Record<string, LocalizedText>;

/**
 * The warnings the engine gives of itself, with their labels. A policy adds its own through `warn` events.
 * - `bonus-unknown`: an amount computed from an unknown bonus is 0.00
 * - `no-bonus`: nothing can be deducted, the amount stays outstanding
 * - `no-room`: no month has room under the cap; `schedule-cut`: more than 600 months would be needed
 * - `long-schedule`: the schedule is longer than 24 months
 * - `guard-figure-missing`: a statutory guard needs a figure the case does not state; nothing is scheduled
 * - `guard-lowered`: a statutory guard took part of the amount off for good
 */
export const ENGINE_WARNINGS = {
  "future-date": { en: "date in the future", zh: "日期在将来" },
  "party-not-in-case": { en: "not a party of the case", zh: "不是本案当事方" },
  "unlisted-value": { en: "value not on the list", zh: "取值不在列表中" },
  "bonus-unknown": { en: "bonus unknown", zh: "奖金未知" },
  "no-bonus": { en: "nothing can be deducted", zh: "无奖金可扣" },
  "no-room": { en: "no month has room", zh: "各月均无可扣余额" },
  "schedule-cut": { en: "schedule cut at 600 months", zh: "扣减计划超过600个月" },
  "long-schedule": { en: "schedule longer than 24 months", zh: "扣减计划超过24个月" },
  "guard-figure-missing": { en: "a statutory guard lacks a figure", zh: "法定限制缺少所需数据" },
  "guard-lowered": { en: "lowered by a statutory guard", zh: "因法定限制而减少" },
  "guard-forbidden": { en: "forbidden by a statutory guard", zh: "法律禁止" },
  "provisional-deadline": { en: "provisional deadline", zh: "暂定期限" },
  "conflict-of-interest": { en: "conflict of interest", zh: "利益冲突" },
  refused: { en: "may not be decided so", zh: "不得如此处理" },
} as const satisfies Record<string, LocalizedText>;
export type EngineWarningCode = keyof typeof ENGINE_WARNINGS;

/** The label of a word in an outcome: the policy's own, else the engine's, else the word itself in both languages. */
export function wordLabel(word: string, words: Readonly<Record<string, LocalizedText>>): LocalizedText {
  if (Object.hasOwn(words, word)) return words[word] as LocalizedText;
  return Object.hasOwn(OWN_LABELS, word) ? (OWN_LABELS[word] as LocalizedText) : { en: word, zh: word };
}

const OWN_LABELS: Readonly<Record<string, LocalizedText>> = { ...ENGINE_WARNINGS, ...ENGINE_WORDS };
