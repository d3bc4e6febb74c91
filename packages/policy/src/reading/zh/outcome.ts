import type { Deadline, Disposition, Measure, Outcome, PartyOutcome } from "@evenhand/domain";
import { bornePart } from "../borne-part.ts";
import { citation } from "../citation.ts";
import type { OutcomeContext } from "../explanation/explanation-words.ts";
import { type InstalmentRun, instalmentRuns } from "../explanation/instalments.ts";
import { amount, dayInWords, millionthsAsPercentage, momentInWords, monthInWords } from "../figures.ts";
import { type LevelKind, levelKind } from "../level-kind.ts";
import { lossNoun } from "../loss-noun.ts";
import { type Vocabulary, valueLabelOf, wordOf } from "../vocabulary.ts";
import { quoted } from "./noun.ts";
import { bearerName } from "./value.ts";

/** The result of a decision, a line for each thing found. */
export function outcomeInWords(outcome: Outcome, context: OutcomeContext): readonly string[] {
  const { vocabulary } = context;
  return [
    headline(outcome, vocabulary),
    ...recorded(outcome, vocabulary),
    ...outcome.parties.map((party) => partyLine(party, outcome, context)),
    ...bearers(outcome, vocabulary),
    ...outcome.compensation.map(
      ({ to, amountMinor, bearer }) =>
        `应向${bearerName(to, vocabulary)}补偿${money(amountMinor, vocabulary)}，由${bearerName(bearer, vocabulary)}承担。`,
    ),
    ...measures(outcome.measures, vocabulary),
    ...outcome.deadlines.map((deadline) => deadlineLine(deadline, vocabulary)),
    ...approval(outcome, context),
  ];
}

const HEADLINES: Readonly<Record<Disposition, string>> = {
  upheld: "投诉成立",
  "not-upheld": "投诉不成立",
  "out-of-scope": "投诉不属于本办法的受理范围",
  referred: "事项移交管理层处理",
  pending: "案件暂不作结论",
  refused: "不得作出该处理决定",
};

function headline({ disposition, ground }: Outcome, vocabulary: Vocabulary): string {
  return ground === undefined
    ? `${HEADLINES[disposition]}。`
    : `${HEADLINES[disposition]}，理由为${quoted(wordOf(ground, vocabulary))}。`;
}

function recorded({ category, severity, caseNumber }: Outcome, vocabulary: Vocabulary): readonly string[] {
  const parts = [
    ...(category === undefined ? [] : [`类别为${quoted(valueLabelOf("category", category, vocabulary))}`]),
    ...(severity === undefined ? [] : [`严重程度为${quoted(wordOf(severity, vocabulary))}`]),
    ...(caseNumber === undefined ? [] : [`案号为${caseNumber}`]),
  ];
  return parts.length === 0 ? [] : [`${parts.join("，")}。`];
}

function partyLine(
  party: PartyOutcome,
  outcome: Outcome,
  { vocabulary, referencesOf }: OutcomeContext,
): string {
  const role = party.role === undefined ? "" : `（${wordOf(party.role, vocabulary)}）`;
  const clauses = [
    ...shareOf(party, outcome, vocabulary),
    ...owed(party, vocabulary),
    ...sanctions(party, vocabulary),
  ];
  const said = clauses.length === 0 ? [nothing(party, vocabulary)] : clauses;
  return `${party.party}${role}：${said.join("；")}${citation(referencesOf(party.party), vocabulary)}。`;
}

function nothing({ exemption }: PartyOutcome, vocabulary: Vocabulary): string {
  return exemption === undefined ? "不予扣罚" : `不予扣罚，理由为${quoted(wordOf(exemption, vocabulary))}`;
}

function shareOf(party: PartyOutcome, outcome: Outcome, vocabulary: Vocabulary): readonly string[] {
  const { shareMillionths = 0 } = party;
  if (shareMillionths === 0) return [];
  const part = bornePart(party, outcome);
  const share = `${lossNoun(vocabulary)}的${millionthsAsPercentage(shareMillionths)}`;
  if (!part) return [`承担${share}`];
  const amount = money(part.amountMinor, vocabulary);
  return [part.isWholeShare ? `承担${share}，即${amount}` : `应分担${share}，实际承担${amount}`];
}

function owed(party: PartyOutcome, vocabulary: Vocabulary): readonly string[] {
  const {
    fineMinor,
    bonusMinor,
    totalMinor,
    schedule,
    outstandingMinor,
    suspended,
    notDeductibleMinor = 0,
  } = party;
  const law = notDeductibleMinor === 0 ? [] : [`另有${money(notDeductibleMinor, vocabulary)}依法不得扣减`];
  if (totalMinor === 0) return law;
  const total = money(totalMinor, vocabulary);
  const what =
    fineMinor === 0
      ? `应扣${total}`
      : bonusMinor === 0
        ? `罚款${total}`
        : `应扣${total}，其中罚款${money(fineMinor, vocabulary)}`;
  const runs = instalmentRuns(schedule);
  const isWhole = runs.length === 1 && runs[0]?.months === 1 && runs[0].amountMinor === totalMinor;
  const when = isWhole
    ? `，从${monthInWords(runs[0]?.from ?? "", "zh")}绩效奖金中扣减`
    : runs.length === 0
      ? ""
      : `，从绩效奖金中扣减：${months(runs, vocabulary)}`;
  const outstanding =
    outstandingMinor === 0
      ? []
      : [`${outstandingMinor === totalMinor ? "全部金额" : money(outstandingMinor, vocabulary)}保留为待扣`];
  const waits = suspended ? ["在异议处理完毕之前暂不扣减"] : outstanding;
  return [what + when, ...waits, ...law];
}

function months(runs: readonly InstalmentRun[], vocabulary: Vocabulary): string {
  return runs
    .map(({ from, to, months: count, amountMinor }) =>
      count === 1
        ? `${monthInWords(from, "zh")}扣${money(amountMinor, vocabulary)}`
        : `${monthInWords(from, "zh")}至${monthInWords(to, "zh")}共${count}个月，每月扣${money(amountMinor, vocabulary)}`,
    )
    .join("，");
}

function sanctions(
  { grade, reminder, commendation }: PartyOutcome,
  vocabulary: Vocabulary,
): readonly string[] {
  return [
    ...(grade === null ? [] : [`给予${wordOf(grade, vocabulary).replace(/处分$/, "")}处分`]),
    ...(reminder ? ["予以提醒"] : []),
    ...(commendation ? ["予以表扬"] : []),
  ];
}

function bearers({ bearers: parts }: Outcome, vocabulary: Vocabulary): readonly string[] {
  if (parts.length === 0) return [];
  const named = parts.map(
    ({ bearer, amountMinor }) => `${bearerName(bearer, vocabulary)}承担${money(amountMinor, vocabulary)}`,
  );
  return [`${lossNoun(vocabulary)}的承担：${named.join("，")}。`];
}

function measures(all: readonly Measure[], vocabulary: Vocabulary): readonly string[] {
  return all.map(({ kind, party, quantity }) => {
    const forWhom = party === undefined ? "应采取的措施" : `${party}应完成`;
    return `${forWhom}：${wordOf(kind, vocabulary)}${quantity === undefined ? "" : `（${quantity}）`}。`;
  });
}

function deadlineLine({ step, dueOn, dueAt, provisional }: Deadline, vocabulary: Vocabulary): string {
  const when = dueOn === undefined ? momentInWords(dueAt ?? "", "zh") : dayInWords(dueOn, "zh");
  const caution = provisional ? "（暂定：超出已公布的工作日历，仍可能变动）" : "";
  return `${wordOf(step, vocabulary)}的期限：${when}${caution}。`;
}

function approval(
  { authority: { level, excluded } }: Outcome,
  { vocabulary, levelSaidBy }: OutcomeContext,
): readonly string[] {
  return [
    ...(level === null ? [] : [levelLine(level, levelKind(level, levelSaidBy, vocabulary), vocabulary)]),
    ...(excluded.length === 0 ? [] : [`下列人员与本案有关，不得参与决定：${excluded.join("、")}。`]),
  ];
}

function levelLine(level: string, kind: LevelKind, vocabulary: Vocabulary): string {
  const name = bearerName(level, vocabulary);
  switch (kind) {
    case "approves":
      return `由${name}审批。`;
    case "handles":
      return `由${name}处理。`;
    case "level":
      return `处理层级：${name}。`;
  }
}

function money(amountMinor: number, { policy }: Vocabulary): string {
  return amount(amountMinor, { language: "zh", currency: policy.currency });
}
