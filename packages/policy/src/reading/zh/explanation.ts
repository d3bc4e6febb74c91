import { type ArithmeticLine, type ExplanationStep, formatMinor } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { ruleEvent } from "../event-place.ts";
import { startAskedFor } from "../explanation/start-asked-for.ts";
import { datesInWords } from "../explanation/dates-in-text.ts";
import type { ExplanationWords, FiredWords } from "../explanation/explanation-words.ts";
import { dayInWords, figure, momentInWords } from "../figures.ts";
import { textOf } from "../phrase.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { eventInWords } from "./event.ts";
import { outcomeInWords } from "./outcome.ts";
import { CHINESE_TRACE } from "./trace.ts";

/** Explanations in Chinese. */
export const CHINESE_EXPLANATION: ExplanationWords = {
  trace: CHINESE_TRACE,
  headings: {
    decision: "案件",
    result: "处理结果",
    version: "适用版本",
    steps: "认定经过",
    notApplied: "未适用的规定",
    warnings: "需要注意",
    check: "核对依据",
  },
  stages: {
    intake: "受理与认定",
    attribution: "归责与分担",
    penalty: "处罚与措施",
    guard: "上限与扣减安排",
    deadline: "期限",
    authority: "审批与处理层级",
  },
  decision: ({ reference, evaluatedAt }) => [
    `案件编号：${reference}`,
    `核算时间：${momentInWords(evaluatedAt, "zh")}`,
  ],
  outcome: outcomeInWords,
  version: ({ label }, { policy }) => `依据《${policy.title.zh}》，${datesInWords(label.zh, "zh")}。`,
  fired,
  effect: (rule, vocabulary) =>
    textOf(
      eventInWords({
        place: ruleEvent(rule, ""),
        vocabulary,
        ofParty: rule.scope === "party",
        forPersons: false,
        knownLast: startAskedFor(rule, vocabulary),
      }),
    ),
  arithmetic: (line, step, vocabulary) => {
    const cite = citation(line.references ?? [], vocabulary);
    if (step.effect?.type === "due") return dueFormula(line.formula, step, vocabulary) + cite;
    const formula = datesInWords(line.formula, "zh") + yuan(line, vocabulary);
    const label = line.label.zh.replace(step.label.zh, "").replace(/^：/, "");
    return `${label === "" ? "金额" : datesInWords(label, "zh")}：${formula}${cite}`;
  },
  computed: ({ label, arithmetic }, references) =>
    `${datesInWords(label.zh, "zh")}${references}${arithmetic && !label.zh.includes("：") ? "：" : "。"}`,
  note: (text) => `${text}。`,
  notApplied: (rule, parties, reason) => `${rule}：${reason}${parties === "" ? "" : `（${parties}）`}。`,
  tableRows: (label, oneFired) => (oneFired ? `“${label}”的其余各行` : `“${label}”`),
  parties: (ids) =>
    ids.length > MOST_NAMED ? `${ids.slice(0, MOST_NAMED).join("、")}等${ids.length}方` : ids.join("、"),
  warning: (text, party) =>
    `${datesInWords(text, "zh").replace(/。$/, "")}${party === undefined ? "" : `（涉及${party}）`}。`,
  check: ({ policy, calendar, guards }) => [
    `制度${policy.id}第${policy.version}版：SHA-256 ${policy.hash}`,
    `工作日历${calendar.id}第${calendar.version}版：SHA-256 ${calendar.hash}`,
    ...guards.map(
      ({ jurisdiction, effectiveFrom, hash }) =>
        `法定限制${jurisdiction}（自${dayInWords(effectiveFrom, "zh")}起施行）：SHA-256 ${hash}`,
    ),
  ],
};

const MOST_NAMED = 8;

function fired({ because, effect, gaveWay }: FiredWords): readonly string[] {
  return [
    ...(because.length === 0 ? [] : [`依据：${because.join("；")}。`]),
    ...(effect === undefined ? [] : [`结果：${effect}。`]),
    ...(gaveWay === undefined ? [] : [`未生效（${gaveWay}）。`]),
  ];
}

/** A line that ends in the amount it comes to says the unit. */
function yuan({ formula, resultMinor }: ArithmeticLine, { policy: { currency } }: Vocabulary): string {
  if (resultMinor === undefined || currency !== "CNY") return "";
  return formula.endsWith(formatMinor(resultMinor, currency)) ? "元" : "";
}

/** “2026年7月6日 + 7日 = 2026年7月13日” */
function dueFormula(formula: string, { effect }: ExplanationStep, { policy }: Vocabulary): string {
  const [, from, within, due] = /^(\S+) \+ (\S+) = (\S+)$/.exec(formula) ?? [];
  const unit = effect?.params["unit"];
  if (from === undefined || within === undefined || due === undefined)
    return datesInWords(formula, "zh").replaceAll(", ", "、");
  const isUnit =
    unit === "calendar-days" || unit === "working-days" || unit === "hours" || unit === "minutes";
  const length = isUnit
    ? figure(Number(within), unit, { language: "zh", currency: policy.currency })
    : within;
  return `计算：${datesInWords(from, "zh")} + ${length} = ${datesInWords(due, "zh")}`;
}
