import type { Disposition } from "@evenhand/domain";
import { type Test, membersOf } from "../condition-node.ts";
import { type Phrase, joinPhrases, phraseAt } from "../phrase.ts";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { listed, noneOf } from "./listed.ts";
import { quoted } from "./noun.ts";

/** Tests of what the engine itself found, which have words of their own: dispositions, kinds of party, roles, charges. */
export function builtInStatement(test: Test, vocabulary: Vocabulary): Phrase | undefined {
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
    return phraseAt(
      operand.pointer,
    )`${DISPOSED[operand.value as Disposition] ?? `处理结论为${quoted(String(operand.value))}`}`;
  }
  const values = membersOf(operand)?.map(
    ({ value, pointer }) => phraseAt(pointer)`${quoted(wordOf(String(value), vocabulary))}`,
  );
  if (!values) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  return phraseAt(
    subjectPointer,
  )`处理结论${negated ? noneOf(values, bound, false) : phraseAt(bound.pointer)`为${listed(values, bound)}`}`;
}

function ofPartyKind({ subjectPointer, bounds }: Test, vocabulary: Vocabulary): Phrase | undefined {
  const [{ operator, operand, pointer }] = bounds;
  const kinds = membersOf(operand)?.map(
    ({ value, pointer: at }) => phraseAt(at)`${wordOf(String(value), vocabulary)}`,
  );
  if (!kinds) return undefined;
  const negated = operator === "notEqual" || operator === "notIn";
  const verb = phraseAt(pointer)`${negated ? (kinds.length > 1 ? "不属于" : "不是") : "为"}`;
  return phraseAt(
    subjectPointer,
  )`当事方${verb}${joinPhrases(kinds, { between: "、", last: negated ? "、" : "或" }, pointer)}`;
}

function ofRole({ subjectPointer, bounds }: Test): Phrase | undefined {
  const [{ operator, operand }] = bounds;
  return operand.kind === "unknown"
    ? phraseAt(subjectPointer)`${operator === "equal" ? "未认定责任角色" : "已认定责任角色"}`
    : undefined;
}

const CHARGED: Readonly<Record<string, { readonly some: string; readonly none: string }>> = {
  chargedTotal: { some: "有处罚或扣减金额", none: "无处罚或扣减金额" },
  chargedParties: { some: "有当事方被处罚或扣减", none: "无当事方被处罚或扣减" },
  gradedParties: { some: "有人受到纪律处分", none: "无人受到纪律处分" },
};

function ofCharged({
  fact,
  subjectPointer,
  bounds: [{ operator, operand }, upper],
}: Test): Phrase | undefined {
  const words = CHARGED[fact];
  if (upper || operand.kind !== "literal" || !words) return undefined;
  const { value } = operand;
  const some =
    (operator === "greaterThan" && value === 0) || (operator === "greaterThanInclusive" && value === 1);
  const none = (operator === "equal" && value === 0) || (operator === "lessThan" && value === 1);
  return some || none ? phraseAt(subjectPointer)`${some ? words.some : words.none}` : undefined;
}
