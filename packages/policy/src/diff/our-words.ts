import type {
  DecisionTable,
  DerivedKind,
  EventType,
  FactType,
  LocalizedText,
  ParameterUnit,
  RuleStage,
  Scope,
  Weight,
} from "@evenhand/domain";
import type { Say } from "./say-value.ts";
import { sayAnything } from "./say-value.ts";

export const STAGES = {
  intake: { en: "intake", zh: "受理" },
  attribution: { en: "attribution", zh: "责任认定" },
  penalty: { en: "penalty", zh: "处罚" },
  deadline: { en: "deadline", zh: "期限" },
  authority: { en: "authority", zh: "审批权限" },
} as const satisfies Record<RuleStage, LocalizedText>;

export const SCOPES = {
  case: { en: "the case as a whole", zh: "整个案件" },
  party: { en: "each party", zh: "各当事方" },
} as const satisfies Record<Scope, LocalizedText>;

export const UNITS = {
  money: { en: "money", zh: "金额" },
  rate: { en: "rate", zh: "比率" },
  months: { en: "months", zh: "月" },
  count: { en: "count", zh: "计数" },
  "calendar-days": { en: "calendar days", zh: "日历日" },
  "working-days": { en: "working days", zh: "工作日" },
  hours: { en: "hours", zh: "小时" },
  minutes: { en: "minutes", zh: "分钟" },
  date: { en: "day", zh: "日期" },
} as const satisfies Record<ParameterUnit, LocalizedText>;

export const FACT_KINDS = {
  money: { en: "money", zh: "金额" },
  integer: { en: "whole number", zh: "整数" },
  decimal: { en: "decimal", zh: "小数" },
  rate: { en: "rate", zh: "比率" },
  boolean: { en: "yes or no", zh: "是或否" },
  date: { en: "day", zh: "日期" },
  instant: { en: "moment", zh: "时刻" },
  text: { en: "text", zh: "文字" },
  enum: { en: "one of a list", zh: "单选" },
  set: { en: "several of a list", zh: "多选" },
  party: { en: "party", zh: "当事方" },
} as const satisfies Record<FactType, LocalizedText>;

export const WEIGHT_WORDS = {
  worse: { en: "worse", zh: "加重" },
  milder: { en: "milder", zh: "减轻" },
} as const satisfies Record<Weight, LocalizedText>;

export const DERIVATIONS = {
  "days-between": { en: "days between", zh: "相隔天数" },
  "hours-between": { en: "hours between", zh: "相隔小时数" },
  "minutes-between": { en: "minutes between", zh: "相隔分钟数" },
  ratio: { en: "ratio", zh: "比值" },
  "relative-excess": { en: "excess in proportion", zh: "超出比例" },
  count: { en: "count", zh: "项数" },
  sum: { en: "sum over parties", zh: "各方合计" },
  maximum: { en: "largest over parties", zh: "各方最大值" },
  "count-parties": { en: "number of parties", zh: "当事方数量" },
  "on-record": { en: "times on record", zh: "在案次数" },
  "first-known": { en: "first that is known", zh: "首个已知值" },
  greatest: { en: "largest that is known", zh: "已知最大值" },
  "local-day": { en: "local day", zh: "当地日期" },
} as const satisfies Record<DerivedKind, LocalizedText>;

export const HIT_POLICIES = {
  unique: { en: "no two rows may hold", zh: "至多一行适用" },
  first: { en: "the upper row wins", zh: "在上的一行优先" },
} as const satisfies Record<DecisionTable["hitPolicy"], LocalizedText>;

export const EVENTS = {
  disposition: { en: "disposition", zh: "处理结论" },
  classify: { en: "classification", zh: "分类" },
  number: { en: "case number", zh: "案件编号" },
  role: { en: "role", zh: "责任角色" },
  bear: { en: "claim on the loss", zh: "分担损失" },
  exempt: { en: "exemption", zh: "免责" },
  fine: { en: "fine", zh: "罚款" },
  grade: { en: "grade", zh: "处分等级" },
  deduct: { en: "deduction", zh: "扣减" },
  remind: { en: "reminder", zh: "提醒" },
  commend: { en: "commendation", zh: "表扬" },
  suspend: { en: "suspension", zh: "暂缓执行" },
  compensate: { en: "compensation", zh: "补偿" },
  due: { en: "deadline", zh: "期限" },
  authority: { en: "approval", zh: "审批权限" },
  measure: { en: "measure", zh: "措施" },
  warn: { en: "warning", zh: "提示" },
} as const satisfies Record<EventType, LocalizedText>;

/** A word of one of our own closed lists, without quotation marks. */
export function sayOneOf(list: Readonly<Record<string, LocalizedText>>): Say {
  return (value, vocabulary) => {
    const known = typeof value === "string" && Object.hasOwn(list, value) ? list[value] : undefined;
    return known ? known[vocabulary.language] : sayAnything(value, vocabulary);
  };
}
