import type { EventType, LocalizedText, ValueType } from "@evenhand/domain";
import { flag } from "./common-words.ts";
import { EVENTS, UNITS, sayOneOf } from "./our-words.ts";
import type { FieldWords, Owner } from "./field-changes.ts";
import { fieldChange, unnamedField } from "./field-changes.ts";
import type { PolicyChange } from "./policy-change.ts";
import { isSame, keysOfBoth } from "./same.ts";
import type { Say } from "./say-value.ts";
import { sayAnything, sayFact, sayFigure, sayText, sayWord } from "./say-value.ts";

/** An event of a rule or table as the comparison takes it. */
export type LooseEvent = { readonly type: EventType; readonly params: object };

export type EventPair = {
  readonly before: LooseEvent;
  readonly after: LooseEvent;
  /** The whole rule as a sentence on both sides, for where it says something of another kind. */
  readonly sentences?: { readonly before: LocalizedText; readonly after: LocalizedText };
};

/**
 * What differs in what a rule says: parameter by parameter where it says something of the same kind, as a whole
 * otherwise. Changes are called `event.amount`, `event.rates.warning`; `event` where the kind itself changed.
 */
export function eventChanges(owner: Owner, { before, after, sentences }: EventPair): readonly PolicyChange[] {
  if (before.type !== after.type)
    return eventReplaced(owner, { before, after, ...(sentences && { sentences }) });
  const params = { before: membersOf(before.params), after: membersOf(after.params) };
  return keysOfBoth(params.before, params.after).flatMap((name) => {
    const [was, is] = [params.before[name], params.after[name]];
    const rates = name === "rates" ? ratesOf(was, is) : undefined;
    if (!rates)
      return fieldChange(owner, {
        field: `event.${name}`,
        path: ["params", name],
        before: was,
        after: is,
        words: paramWords(after.type, name),
      });
    return keysOfBoth(rates.before, rates.after).flatMap((grade) =>
      fieldChange(owner, {
        field: `event.rates.${grade}`,
        path: ["params", "rates", grade],
        before: rates.before[grade],
        after: rates.after[grade],
        words: rateWords(owner, grade),
      }),
    );
  });
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null ? (value as Members) : {};
}

function ratesOf(
  was: unknown,
  is: unknown,
): { readonly before: Members; readonly after: Members } | undefined {
  return was === undefined || is === undefined ? undefined : { before: membersOf(was), after: membersOf(is) };
}

function eventReplaced(owner: Owner, { before, after, sentences }: EventPair): readonly PolicyChange[] {
  const [change] = fieldChange(owner, {
    field: "event",
    path: [],
    before,
    after,
    words: { name: { en: "outcome", zh: "结果" }, say: sayEvent },
  });
  if (!change || !sentences || isSame(sentences.before, sentences.after)) return change ? [change] : [];
  const text = {
    en: `${owner.title.en} now says: ${sentences.after.en}; before it said: ${sentences.before.en}`,
    zh: `${owner.title.zh}现为：${sentences.after.zh}；原为：${sentences.before.zh}`,
  };
  return [{ ...change, text, said: { what: owner.title, ...sentences } }];
}

const sayEvent: Say = (value, vocabulary) => sayOneOf(EVENTS)((value as LooseEvent).type, vocabulary);

function rateWords({ sides }: Owner, grade: string): FieldWords {
  const [en, zh] = [sayWord(grade, sides.after.en), sayWord(grade, sides.after.zh)];
  return figureParam(`rate of the grade ${en}`, `处分等级${zh}的折算率`, "rate");
}

/**
 * What a parameter of an event is called, and how its values are said.
 *
 * @example paramWords("fine", "amount").name.en // "amount"
 */
export function paramWords(type: EventType, name: string): FieldWords {
  const own = `${type}.${name}`;
  if (Object.hasOwn(PARAMS_OF_EVENTS, own)) return PARAMS_OF_EVENTS[own] ?? unnamedField(name);
  return (Object.hasOwn(PARAMS, name) ? PARAMS[name] : undefined) ?? unnamedField(name);
}

function param(en: string, zh: string, say: Say): FieldWords {
  return { name: { en, zh }, say };
}

function figureParam(en: string, zh: string, type: ValueType): FieldWords {
  return { name: { en, zh }, say: sayFigure(type), figure: type };
}

const PARAMS: Readonly<Record<string, FieldWords>> = {
  disposition: param("disposition", "处理结论", sayWord),
  ground: param("ground", "理由", sayWord),
  category: param("category", "类别", sayWord),
  severity: param("severity", "严重程度", sayWord),
  date: param("day in the case number", "编号所用日期", sayAnything),
  dateFormat: param("form of the day in the case number", "编号日期格式", sayText),
  sequence: param("running number", "流水号", sayAnything),
  digits: figureParam("digits of the running number", "流水号位数", "integer"),
  role: param("role", "责任角色", sayWord),
  portion: param("portion", "分担方式", (value, vocabulary) =>
    typeof value === "string" ? sayOneOf(PORTIONS)(value, vocabulary) : sayFigure("rate")(value, vocabulary),
  ),
  points: param("points", "基数", sayAnything),
  share: figureParam("share", "份额", "rate"),
  bearer: param("bearer", "承担方", sayWord),
  once: flag("counts once only", "仅计一次"),
  amount: figureParam("amount", "金额", "money"),
  times: figureParam("times", "倍数", "integer"),
  insteadOf: figureParam("amount it takes the place of", "所替代的金额", "money"),
  on: param("on whom it falls", "处罚对象", sayAnything),
  grade: param("grade", "处分等级", sayWord),
  months: figureParam("months of bonus", "奖金月数", "months"),
  to: param("to whom", "补偿对象", sayWord),
  rate: figureParam("rate", "比率", "rate"),
  of: param("what it is taken of", "计算基础", (value, vocabulary) =>
    typeof value === "string" ? sayOneOf(DEDUCTION_BASES)(value, vocabulary) : sayAnything(value, vocabulary),
  ),
  atLeast: figureParam("least amount", "最低金额", "money"),
  step: param("step", "步骤", sayWord),
  from: param("start of the time", "起算日", sayFact),
  within: param("time allowed", "期限", sayAnything),
  unit: param("unit of time", "计时单位", sayOneOf(UNITS)),
  at: param("time of day", "时刻", sayText),
  partOf: param("step it is a part of", "所属步骤", sayWord),
  level: param("level of approval", "审批级别", sayWord),
  kind: param("measure", "措施", sayWord),
  quantity: figureParam("quantity", "数量", "decimal"),
  code: param("warning code", "提示代码", sayWord),
  message: param("message", "提示内容", sayText),
};

/** Where one name means different things in different events. */
const PARAMS_OF_EVENTS: Readonly<Record<string, FieldWords>> = {
  "compensate.amount": figureParam("compensation", "补偿金额", "money"),
  "bear.within": param("unit whose points are counted", "计算基数的单位", sayAnything),
};

const PORTIONS: Readonly<Record<string, LocalizedText>> = {
  equal: { en: "equal parts", zh: "均分" },
  points: { en: "by points", zh: "按基数" },
  share: { en: "by share", zh: "按份额" },
  rest: { en: "the rest", zh: "其余部分" },
};

const DEDUCTION_BASES: Readonly<Record<string, LocalizedText>> = {
  share: { en: "the share of the loss", zh: "损失分担额" },
  bonus: { en: "months of bonus", zh: "月度奖金" },
  grade: { en: "the grade", zh: "处分等级" },
};
