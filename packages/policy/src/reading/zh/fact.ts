import { type FactDeclaration, type FactReference, isFactReference } from "@evenhand/domain";
import type { DerivedPlace, FactPlace } from "../document-words.ts";
import { figure } from "../figures.ts";
import { type Phrase, childPointer, phraseAt } from "../phrase.ts";
import { type Vocabulary, labelOf, typeOf, wordOf } from "../vocabulary.ts";
import { occasionOf, orList, quoted } from "./noun.ts";
import { literalInWords, referenceInWords } from "./statement.ts";
import { valueInWords } from "./value.ts";

/**
 * A fact that is to be stated, with what it may hold.
 *
 * @example "投诉类型（必填）：“品质缺陷”“交货延误”之一，也可填写其他类型。"
 */
export function factInWords({ name, declaration, pointer }: FactPlace, vocabulary: Vocabulary): Phrase {
  const label = phraseAt(childPointer(pointer, "label"))`${labelOf(name, vocabulary)}`;
  const required = phraseAt(childPointer(pointer, "required"))`${requiredInWords(declaration, vocabulary)}`;
  const unstated = name === "decidedOn" ? "，未填的以核算日为准" : "";
  const holds = phraseAt(
    childPointer(pointer, "type"),
  )`${[typeInWords(name, declaration, vocabulary), ...limits(name, declaration, vocabulary)].join("，")}${unstated}`;
  const weighs = phraseAt(childPointer(pointer, "weighs"))`${weightInWords(declaration)}`;
  const shielded = phraseAt(childPointer(pointer, "protected"))`${protectedInWords(declaration)}`;
  return phraseAt(pointer)`${label}${required}：${holds}${weighs}${shielded}。`;
}

function weightInWords({ weighs, type }: FactDeclaration): string {
  if (weighs === undefined) return "";
  const how = weighs === "worse" ? "重" : "轻";
  switch (type) {
    case "boolean":
      return `；属实的，情节较${how}`;
    case "enum":
      return `；列在后者情节较${how}`;
    case "set":
      return `；项数越多，情节越${how}`;
    case "date":
    case "instant":
      return `；越晚，情节越${how}`;
    default:
      return `；数值越大，情节越${how}`;
  }
}

function protectedInWords(declaration: FactDeclaration): string {
  return declaration.protected === true ? "；受保护，任何规则不得考虑" : "";
}

function requiredInWords({ required }: FactDeclaration, vocabulary: Vocabulary): string {
  if (required === undefined || required === false) return "";
  return required === true
    ? "（必填）"
    : `（${orList(required.map((kind) => wordOf(kind, vocabulary)))}必填）`;
}

function typeInWords(name: string, declaration: FactDeclaration, vocabulary: Vocabulary): string {
  const values = Object.keys(declaration.values ?? {}).map((value) =>
    literalInWords(value, name, vocabulary),
  );
  switch (declaration.type) {
    case "enum":
      return `${values.join("")}${values.length > 1 ? "之一" : ""}${declaration.open ? "，也可填写其他值" : ""}`;
    case "set":
      return `${values.join("")}中的任意几项`;
    case "boolean":
      return declaration.whenAbsent === "unknown" ? "是或否，未填视为未知" : "是或否，未填视为否";
    case "party":
      return declaration.mustBeParty ? "本案的一个当事方" : "所指之人或单位的编号";
    default:
      return TYPES[declaration.type];
  }
}

const TYPES: Readonly<
  Record<Exclude<FactDeclaration["type"], "enum" | "set" | "boolean" | "party">, string>
> = {
  money: "金额",
  integer: "整数",
  decimal: "数值",
  rate: "比例",
  date: "日期",
  instant: "日期和时间",
  text: "文字",
};

function limits(
  name: string,
  { minimum, maximum }: FactDeclaration,
  vocabulary: Vocabulary,
): readonly string[] {
  return [
    ...(minimum === undefined ? [] : [`不小于${limit(minimum)}`]),
    ...(maximum === undefined ? [] : [`不大于${limit(maximum)}`]),
  ];

  function limit(value: number | FactReference): string {
    if (isFactReference(value)) return labelOf(value.fact, vocabulary);
    return figure(value, typeOf(name, vocabulary), { language: "zh", currency: vocabulary.policy.currency });
  }
}

/**
 * A computed fact, with how it is computed.
 *
 * @example "首次答复超时时长：自接到投诉的时间至首次答复的时间的小时数，减去4小时。"
 */
export function derivedInWords({ derivation, pointer, where }: DerivedPlace, vocabulary: Vocabulary): Phrase {
  const label = phraseAt(childPointer(pointer, "label"))`${derivation.label.zh}`;
  return phraseAt(pointer)`${label}：${formula()}。`;

  function formula(): Phrase {
    const says = phraseAt(pointer);
    const name = (fact: string): string => referenceInWords(fact, vocabulary);
    const among = where ? says`在${where}的当事方中，` : "";
    switch (derivation.kind) {
      case "days-between":
      case "hours-between":
      case "minutes-between": {
        const [unit, duration] = (
          {
            "days-between": ["天数", "calendar-days"],
            "hours-between": ["小时数", "hours"],
            "minutes-between": ["分钟数", "minutes"],
          } as const
        )[derivation.kind];
        const after =
          derivation.after &&
          valueInWords(derivation.after, duration, childPointer(pointer, "after"), vocabulary);
        return says`自${name(derivation.from)}至${name(derivation.to)}的${unit}${after ? says`，减去${after}` : ""}`;
      }
      case "ratio":
        return says`${name(derivation.numerator)}除以${name(derivation.denominator)}`;
      case "relative-excess":
        return says`${name(derivation.of)}超出${name(derivation.over)}的部分占后者的比例`;
      case "count":
        return says`${name(derivation.of)}的项数`;
      case "sum":
        return says`${among}各方${name(derivation.of)}之和`;
      case "maximum":
        return says`${among}各方${name(derivation.of)}中的最高者`;
      case "count-parties":
        return where ? says`${where}的当事方数量` : says`当事方数量`;
      case "on-record":
        return says`此前${valueInWords(derivation.months, "months", childPointer(pointer, "months"), vocabulary)}内该方有${quoted(wordOf(derivation.code, vocabulary))}记录的次数`;
      case "first-known":
        return says`${derivation.of.map(name).join("；未知的，为")}`;
      case "greatest":
        return says`${derivation.of.map(name).join("、")}中的较高者，未知的不计`;
      case "local-day":
        return says`${occasionOf(derivation.of, vocabulary)}当日`;
    }
  }
}
