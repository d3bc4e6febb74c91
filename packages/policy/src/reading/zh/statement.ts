import { type Disposition, type Operator, type ValueType, dimensionOf } from "@evenhand/domain";
import type { Bound, Member, Operand, Test } from "../condition-tree.ts";
import { figure } from "../figures.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, valueLabelOf, wordOf } from "../vocabulary.ts";
import { booleanStatement } from "./boolean-statement.ts";
import { quoted } from "./noun.ts";

/**
 * One test as a Chinese statement.
 *
 * @example "客户索赔金额超过2,000.00元且不超过20,000.00元"
 */
export function statement(test: Test, vocabulary: Vocabulary): Phrase {
  const said = ofBuiltIn(test, vocabulary) ?? ofKnown(test, vocabulary) ?? ofBoolean(test, vocabulary) ?? plain(test, vocabulary);
  return test.orUnknown ? phraseAt(test.bounds[0].pointer)`${said}（或${knowing(test.fact, vocabulary).unknown}）` : said;
}

/** What a value is held against, with its operator: 「超过2,000.00元」, 「为「品质问题」」, 「不早于约定交货日」. */
export function boundInWords(bound: Bound, fact: string, vocabulary: Vocabulary): Phrase {
  const say = phraseAt(bound.pointer);
  const values = operandInWords(bound, fact, vocabulary);
  switch (bound.operator) {
    case "contains":
      return say`包括${listed(values, bound)}`;
    case "doesNotContain":
      return say`不包括${listed(values, bound)}`;
    case "equal":
    case "in":
      return isMoment(fact, vocabulary) ? say`与${listed(values, bound)}相同` : say`为${listed(values, bound)}`;
    case "notEqual":
    case "notIn":
      return noneOf(values, bound, isMoment(fact, vocabulary));
    default:
      return say`${orderWord(bound, typeOf(fact, vocabulary))}${listed(values, bound)}`;
  }
}

function plain({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase {
  const [first, second] = bounds;
  const say = phraseAt(first.pointer);
  const subject = phraseAt(subjectPointer)`${labelOf(fact, vocabulary)}`;
  const lower = boundInWords(first, fact, vocabulary);
  return second ? say`${subject}${lower}且${boundInWords(second, fact, vocabulary)}` : say`${subject}${lower}`;
}

function ofKnown({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  if (operand.kind !== "unknown") return undefined;
  const entry = vocabulary.catalogue.get(fact);
  const words = knowing(fact, vocabulary);
  const say = phraseAt(pointer);
  const label = phraseAt(subjectPointer)`${entry?.type === "boolean" ? "是否" : ""}${labelOf(fact, vocabulary)}`;
  const verb = operator === "notEqual" ? words.known : words.unknown;
  return words.follows ? say`${label}${verb}` : say`${verb}${label}`;
}

/** Facts are filled in, parties are pointed out, and what is computed is known. */
function knowing(fact: string, { catalogue }: Vocabulary): { readonly known: string; readonly unknown: string; readonly follows: boolean } {
  const entry = catalogue.get(fact);
  if (entry?.type === "party") return { known: "已指明", unknown: "未指明", follows: false };
  if (entry?.source === "declared") return { known: "已填写", unknown: "未填写", follows: false };
  return { known: "已知", unknown: "未知", follows: true };
}

function ofBoolean({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  if (vocabulary.catalogue.get(fact)?.type !== "boolean") return undefined;
  if (operand.kind === "reference") {
    const one = phraseAt(subjectPointer)`${quoted(labelOf(fact, vocabulary))}`;
    const other = phraseAt(operand.pointer)`${quoted(labelOf(operand.name, vocabulary))}`;
    return operator === "equal" ? phraseAt(pointer)`${one}与${other}的填报一致` : phraseAt(pointer)`${one}与${other}的填报不一致`;
  }
  if (operand.kind !== "literal") return undefined;
  const holds = (operand.value === true) === (operator === "equal");
  return phraseAt(subjectPointer)`${booleanStatement(fact, holds, vocabulary)}`;
}

function ofBuiltIn(test: Test, vocabulary: Vocabulary): Phrase | undefined {
  switch (test.fact) {
    case "disposition":
      return ofDisposition(test, vocabulary);
    case "partyKind":
      return ofPartyKind(test, vocabulary);
    case "assignedRole":
      return ofRole(test);
    case "chargedTotal":
    case "chargedParties":
    case "gradedParties":
      return ofCharged(test);
    default:
      return undefined;
  }
}

const DISPOSED: Readonly<Record<Disposition, string>> = {
  upheld: "投诉成立",
  "not-upheld": "投诉不成立",
  "out-of-scope": "投诉不属于受理范围",
  referred: "事项已移交管理层处理",
  pending: "案件尚待查明",
  refused: "该决定不得作出",
};

function ofDisposition({ subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [bound] = bounds;
  const { operator, operand } = bound;
  if (operand.kind === "literal" && operator === "equal") {
    return phraseAt(operand.pointer)`${DISPOSED[operand.value as Disposition] ?? `处理结论为${quoted(String(operand.value))}`}`;
  }
  const values = membersOf(operand)?.map(({ value, pointer }) => phraseAt(pointer)`${quoted(wordOf(String(value), vocabulary))}`);
  if (!values) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  return phraseAt(subjectPointer)`处理结论${negated ? noneOf(values, bound, false) : phraseAt(bound.pointer)`为${listed(values, bound)}`}`;
}

function ofPartyKind({ subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  const kinds = membersOf(operand)?.map(({ value, pointer: at }) => phraseAt(at)`${wordOf(String(value), vocabulary)}`);
  if (!kinds) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  const verb = phraseAt(pointer)`${negated ? (kinds.length > 1 ? "不属于" : "不是") : "为"}`;
  return phraseAt(subjectPointer)`当事方${verb}${joinPhrases(kinds, { between: "、", last: negated ? "、" : "或" }, pointer)}`;
}

function ofRole({ subjectPointer, bounds }: Test): Phrase | undefined {
  const [{ operator, operand }] = bounds;
  return operand.kind === "unknown" ? phraseAt(subjectPointer)`${operator === "equal" ? "未认定责任角色" : "已认定责任角色"}` : undefined;
}

const CHARGED: Readonly<Record<string, { readonly some: string; readonly none: string }>> = {
  chargedTotal: { some: "有处罚或扣减金额", none: "无处罚或扣减金额" },
  chargedParties: { some: "有当事方被处罚或扣减", none: "无当事方被处罚或扣减" },
  gradedParties: { some: "有人受到纪律处分", none: "无人受到纪律处分" },
};

function ofCharged({ fact, subjectPointer, bounds: [{ operator, operand }, upper] }: Test): Phrase | undefined {
  const words = CHARGED[fact];
  if (upper || operand.kind !== "literal" || !words) return undefined;
  const { value } = operand;
  const some = (operator === "greaterThan" && value === 0) || (operator === "greaterThanInclusive" && value === 1);
  const none = (operator === "equal" && value === 0) || (operator === "lessThan" && value === 1);
  return some || none ? phraseAt(subjectPointer)`${some ? words.some : words.none}` : undefined;
}

function membersOf(operand: Operand): readonly Member[] | undefined {
  if (operand.kind === "list") return operand.members;
  return operand.kind === "literal" ? [{ value: operand.value, pointer: operand.pointer }] : undefined;
}

/** 「甲」, 「甲」或「乙」, 「甲」「乙」「丙」之一; figures are kept apart by 、. */
function listed(values: readonly Phrase[], { pointer }: Bound): Phrase {
  const say = phraseAt(pointer);
  const [first = [], second] = values;
  if (values.length === 1 || !second) return first;
  if (values.length === 2) return say`${first}或${second}`;
  return say`${joinPhrases(values, between(values), pointer)}之一`;
}

function noneOf(values: readonly Phrase[], { pointer }: Bound, isMomentary: boolean): Phrase {
  const say = phraseAt(pointer);
  const [first = [], second] = values;
  if (isMomentary) return say`与${first}不同`;
  if (values.length === 1 || !second) return say`不是${first}`;
  if (values.length === 2) return say`既不是${first}也不是${second}`;
  return say`不属于${joinPhrases(values, between(values), pointer)}中的任何一种`;
}

function between(values: readonly Phrase[]): { readonly between: string; readonly last: string } {
  const separator = values.every((value) => value.at(-1)?.text.endsWith("」")) ? "" : "、";
  return { between: separator, last: separator };
}

function operandInWords({ operand }: Bound, fact: string, vocabulary: Vocabulary): readonly Phrase[] {
  if (operand.kind === "unknown") return [phraseAt(operand.pointer)`未知`];
  if (operand.kind === "reference") return [phraseAt(operand.pointer)`${referenceInWords(operand.name, vocabulary)}`];
  return (membersOf(operand) ?? []).map(({ value, pointer }) => phraseAt(pointer)`${literalInWords(value, fact, vocabulary)}`);
}

function referenceInWords(name: string, vocabulary: Vocabulary): string {
  const parameter = vocabulary.catalogue.get(name)?.parameter;
  if (!parameter) return labelOf(name, vocabulary);
  return figure(parameter.value, typeOf(name, vocabulary), { language: "zh", currency: vocabulary.policy.currency });
}

/** A literal that a fact is compared with: figures in the fact's unit, words by their labels. */
export function literalInWords(value: number | string | boolean, fact: string, vocabulary: Vocabulary): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  const type = typeOf(fact, vocabulary);
  if (typeof value === "number" || type === "date" || type === "instant") return figure(value, type, { language: "zh", currency: vocabulary.policy.currency });
  return type === "party" ? value : quoted(valueLabelOf(fact, value, vocabulary));
}

type OrderOperator = Extract<Operator, "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive">;

const ORDER_WORDS: Readonly<Record<"amount" | "count" | "moment", Readonly<Record<OrderOperator, string>>>> = {
  amount: { lessThan: "低于", lessThanInclusive: "不超过", greaterThan: "超过", greaterThanInclusive: "不低于" },
  count: { lessThan: "少于", lessThanInclusive: "不超过", greaterThan: "超过", greaterThanInclusive: "不少于" },
  moment: { lessThan: "早于", lessThanInclusive: "不晚于", greaterThan: "晚于", greaterThanInclusive: "不早于" },
};

function orderWord({ operator, operand }: Bound, type: ValueType): string {
  if (operator === "greaterThan" && operand.kind === "literal" && operand.value === 0) return "大于";
  const words = ORDER_WORDS[orderOf(type)];
  return operator in words ? words[operator as OrderOperator] : "";
}

function orderOf(type: ValueType): keyof typeof ORDER_WORDS {
  switch (dimensionOf(type)) {
    case "date":
    case "instant":
      return "moment";
    case "money":
    case "rate":
      return "amount";
    default:
      return "count";
  }
}

function isMoment(fact: string, vocabulary: Vocabulary): boolean {
  return orderOf(typeOf(fact, vocabulary)) === "moment";
}
