import { type Operator, type ValueType, dimensionOf } from "@evenhand/domain";
import { type Bound, type Test, membersOf } from "../condition-node.ts";
import { figure } from "../figures.ts";
import { type Phrase, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, valueLabelOf } from "../vocabulary.ts";
import { booleanStatement } from "./boolean-statement.ts";
import { builtInStatement } from "./built-in-statement.ts";
import { listed, noneOf } from "./listed.ts";
import { quoted } from "./noun.ts";

/**
 * One test as a Chinese statement.
 *
 * @example "客户索赔金额超过2,000.00元且不超过20,000.00元"
 */
export function statement(test: Test, vocabulary: Vocabulary): Phrase {
  const said =
    builtInStatement(test, vocabulary) ??
    ofKnown(test, vocabulary) ??
    ofBoolean(test, vocabulary) ??
    plain(test, vocabulary);
  return test.orUnknown
    ? phraseAt(test.bounds[0].pointer)`${said}（或${knowing(test.fact, vocabulary).unknown}）`
    : said;
}

/** What a value is held against, with its operator: “超过2,000.00元”, “为“品质问题””, “不早于约定交货日”. */
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
      return isMoment(fact, vocabulary)
        ? say`与${listed(values, bound)}相同`
        : say`为${listed(values, bound)}`;
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
  return second
    ? say`${subject}${lower}且${boundInWords(second, fact, vocabulary)}`
    : say`${subject}${lower}`;
}

function ofKnown({ fact, subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  if (operand.kind !== "unknown") return undefined;
  const entry = vocabulary.catalogue.get(fact);
  const words = knowing(fact, vocabulary);
  const say = phraseAt(pointer);
  const label = phraseAt(
    subjectPointer,
  )`${entry?.type === "boolean" ? "是否" : ""}${labelOf(fact, vocabulary)}`;
  const verb = operator === "notEqual" ? words.known : words.unknown;
  return words.follows ? say`${label}${verb}` : say`${verb}${label}`;
}

/** Facts are filled in, parties are pointed out, and what is computed is known. */
function knowing(
  fact: string,
  { catalogue }: Vocabulary,
): { readonly known: string; readonly unknown: string; readonly follows: boolean } {
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
    return operator === "equal"
      ? phraseAt(pointer)`${one}与${other}的填报一致`
      : phraseAt(pointer)`${one}与${other}的填报不一致`;
  }
  if (operand.kind !== "literal") return undefined;
  const holds = (operand.value === true) === (operator === "equal");
  return phraseAt(subjectPointer)`${booleanStatement(fact, holds, vocabulary)}`;
}

function operandInWords({ operand }: Bound, fact: string, vocabulary: Vocabulary): readonly Phrase[] {
  if (operand.kind === "unknown") return [phraseAt(operand.pointer)`未知`];
  if (operand.kind === "reference")
    return [phraseAt(operand.pointer)`${referenceInWords(operand.name, vocabulary)}`];
  return (membersOf(operand) ?? []).map(
    ({ value, pointer }) => phraseAt(pointer)`${literalInWords(value, fact, vocabulary)}`,
  );
}

/** What a comparison is made with by name: a parameter by its value, a fact by its label. */
export function referenceInWords(name: string, vocabulary: Vocabulary): string {
  const parameter = vocabulary.catalogue.get(name)?.parameter;
  if (!parameter) return labelOf(name, vocabulary);
  return figure(parameter.value, typeOf(name, vocabulary), {
    language: "zh",
    currency: vocabulary.policy.currency,
  });
}

/** A literal that a fact is compared with: figures in the fact's unit, words by their labels. */
export function literalInWords(
  value: number | string | boolean,
  fact: string,
  vocabulary: Vocabulary,
): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  const type = typeOf(fact, vocabulary);
  if (typeof value === "number" || type === "date" || type === "instant")
    return figure(value, type, { language: "zh", currency: vocabulary.policy.currency });
  return type === "party" ? value : quoted(valueLabelOf(fact, value, vocabulary));
}

type OrderOperator = Extract<
  Operator,
  "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive"
>;

const ORDER_WORDS: Readonly<Record<"amount" | "count" | "moment", Readonly<Record<OrderOperator, string>>>> =
  {
    amount: {
      lessThan: "低于",
      lessThanInclusive: "不超过",
      greaterThan: "超过",
      greaterThanInclusive: "不低于",
    },
    count: {
      lessThan: "少于",
      lessThanInclusive: "不超过",
      greaterThan: "超过",
      greaterThanInclusive: "不少于",
    },
    moment: {
      lessThan: "早于",
      lessThanInclusive: "不晚于",
      greaterThan: "晚于",
      greaterThanInclusive: "不早于",
    },
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
