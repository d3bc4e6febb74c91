import type { FieldWords } from "./field-changes.ts";
import {
  sayDay,
  sayFact,
  sayFigure,
  sayFlag,
  sayGuard,
  sayList,
  sayReferences,
  sayText,
  sayWord,
} from "./say-value.ts";
import type { Say } from "./say-value.ts";
import {
  DERIVATIONS,
  FACT_KINDS,
  HIT_POLICIES,
  SCOPES,
  STAGES,
  UNITS,
  WEIGHT_WORDS,
  sayOneOf,
} from "./our-words.ts";

function words(en: string, zh: string, say: Say): FieldWords {
  return { name: { en, zh }, say };
}

/** A truth value that is not stated is false. */
export function flag(en: string, zh: string): FieldWords {
  return { ...words(en, zh, sayFlag), absent: { en: "no", zh: "否" } };
}

/** Fields that several kinds of things have. */
export const LABEL = words("name", "名称", sayText);
export const NOTES = words("note", "说明", sayText);
export const REFERENCES = words("citation", "依据条文", sayReferences);
export const STAGE = words("stage", "阶段", sayOneOf(STAGES));
export const SCOPE = words("scope", "适用对象", sayOneOf(SCOPES));
export const PRIORITY: FieldWords = {
  ...words("priority", "优先级", sayFigure("integer")),
  absent: { en: "1 (the default)", zh: "1（默认值）" },
};

export const HEADER_WORDS: Readonly<Record<string, FieldWords>> = {
  id: words("id", "标识", sayText),
  version: words("version", "版本", sayFigure("integer")),
  title: words("title", "标题", sayText),
  summary: words("summary", "摘要", sayText),
  effectiveFrom: words("day of effect", "施行日", sayDay),
  appliesBy: words("day that decides which version applies", "确定适用版本的日期", sayFact),
  currency: words("currency", "货币", sayText),
  timeZone: words("time zone", "时区", sayText),
  calendar: words("working-day calendar", "工作日历", sayText),
  guards: words("statutory guards", "法定限制", sayList(sayGuard)),
  lossFact: words("loss that is divided", "分摊的损失", sayFact),
  grades: words("grades (mildest first)", "处分等级（由轻到重）", sayList(sayWord)),
};

export const CAP_RATE = words("monthly cap", "每月扣减上限", sayFigure("rate"));

export const CONFLICT_WORDS: Readonly<Record<string, FieldWords>> = {
  decider: words("who decides, in the rule on conflicts of interest", "回避规定中的决定人", sayFact),
  instructors: words(
    "who gave instructions, in the rule on conflicts of interest",
    "回避规定中的指示人",
    sayList(sayFact),
  ),
  references: words("citation of the rule on conflicts of interest", "回避规定的依据条文", sayReferences),
};

export const GATE_WORDS: Readonly<Record<string, FieldWords>> = {
  label: LABEL,
  references: REFERENCES,
  act: words("what names the act", "行为的认定依据", sayFact),
  told: words("day of the written notice", "书面告知日", sayFact),
  days: words("days", "天数", sayFigure("calendar-days")),
  atLeast: {
    ...words("pieces of evidence", "证据件数", sayFigure("integer")),
    absent: { en: "1 (the default)", zh: "1（默认值）" },
  },
};

export const FACT_WORDS: Readonly<Record<string, FieldWords>> = {
  scope: SCOPE,
  type: words("type", "类型", sayOneOf(FACT_KINDS)),
  label: LABEL,
  help: words("help", "填写说明", sayText),
  required: {
    ...flag("required", "必填"),
    say: (value, vocabulary) =>
      Array.isArray(value) ? sayList(sayWord)(value, vocabulary) : sayFlag(value, vocabulary),
  },
  open: flag("other values accepted", "可填列表外的值"),
  whenAbsent: {
    ...words("when it is not stated", "未填写时", (_, { language }) =>
      language === "zh" ? "视为未知" : "it is unknown",
    ),
    absent: { en: "it counts as no", zh: "视为否" },
  },
  says: words("wording", "表述", sayText),
  mustBeParty: flag("must be a party of the case", "须为本案当事方"),
  namesKind: words("kind of whom it names", "所指对象的类型", sayWord),
  weighs: {
    ...words("what more of it makes of the matter", "对情节轻重的影响", sayOneOf(WEIGHT_WORDS)),
    absent: { en: "neither worse nor milder", zh: "无轻重之分" },
  },
  protected: flag("protected", "受保护"),
};

export const PARAMETER_WORDS: Readonly<Record<string, FieldWords>> = {
  unit: words("unit", "单位", sayOneOf(UNITS)),
  label: LABEL,
  references: REFERENCES,
  notes: NOTES,
};

export const DERIVED_WORDS: Readonly<Record<string, FieldWords>> = {
  scope: SCOPE,
  kind: words("how it is computed", "计算方式", sayOneOf(DERIVATIONS)),
  label: LABEL,
  from: words("start", "起点", sayFact),
  to: words("end", "终点", sayFact),
  after: words("allowance taken off", "扣除的期限", sayText),
  numerator: words("numerator", "分子", sayFact),
  denominator: words("denominator", "分母", sayFact),
  of: words("what it is taken of", "计算对象", (value, vocabulary) =>
    Array.isArray(value) ? sayList(sayFact)(value, vocabulary) : sayFact(value, vocabulary),
  ),
  over: words("what it is measured against", "比较基准", sayFact),
  code: words("occurrence counted", "统计事项", sayWord),
  months: words("months looked back", "回溯月数", sayText),
};

export const TABLE_WORDS: Readonly<Record<string, FieldWords>> = {
  label: LABEL,
  stage: STAGE,
  scope: SCOPE,
  references: REFERENCES,
  notes: NOTES,
  hitPolicy: words("hit policy", "命中方式", sayOneOf(HIT_POLICIES)),
  partial: flag("input without a row is meant", "允许无对应行"),
  priority: PRIORITY,
};

export const RULE_WORDS: Readonly<Record<string, FieldWords>> = {
  label: LABEL,
  stage: STAGE,
  scope: SCOPE,
  references: REFERENCES,
  notes: NOTES,
};
