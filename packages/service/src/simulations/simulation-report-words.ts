import type { CapBearing, HistogramBin } from "@evenhand/analysis";
import { type Language, shortHash } from "@evenhand/domain";
import type { SimulationView } from "./read-simulation.ts";

/** What the report of a simulation says in one language. */
export type SimulationWords = {
  readonly title: string;
  /** Between two sentences that end by themselves. */
  readonly sentenceEnd: string;
  readonly sides: (view: SimulationView) => string;
  readonly days: (from: string, to: string) => string;
  readonly noDays: string;
  readonly evaluated: (counts: { readonly evaluated: string; readonly taken: string }) => string;
  readonly provisional: (progress: { readonly done: string; readonly total: string }) => string;
  readonly stale: string;
  readonly sections: Readonly<
    Record<
      | "totals"
      | "histogram"
      | "groups"
      | "rules"
      | "transitions"
      | "months"
      | "skipped"
      | "limits"
      | "reproduce",
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | "figure"
      | "cases"
      | "n"
      | "lower"
      | "same"
      | "higher"
      | "rule"
      | "before"
      | "after"
      | "difference"
      | "changed"
      | "from"
      | "month"
      | "peopleHigher"
      | "peopleLower"
      | "reason"
      | "first"
      | "what"
      | "identity",
      string
    >
  > & {
    readonly value: (currency: string) => string;
    readonly range: (currency: string) => string;
  };
  readonly totals: Readonly<
    Record<
      | "baseline"
      | "candidate"
      | "net"
      | "moved"
      | "higherApproval"
      | "byEarlierMonth"
      | "concerned"
      | "affected"
      | "higher"
      | "lower",
      string
    >
  >;
  /** A bin of differences; without `upTo` it is open. */
  readonly range: (direction: HistogramBin["direction"], above: string, upTo: string | undefined) => string;
  readonly same: string;
  readonly withheld: string;
  readonly withheldGroups: string;
  readonly rest: string;
  readonly noRules: string;
  readonly parties: string;
  readonly noMonths: string;
  readonly capTitle: string;
  readonly cap: Readonly<Record<keyof CapBearing, string>>;
  readonly reproduce: Readonly<
    Record<"run" | "baseline" | "candidate" | "cases" | "engine" | "result" | "command" | "same", string>
  >;
};

const ENGLISH: SimulationWords = {
  title: "Simulation report",
  sentenceEnd: " ",
  sides: ({ baseline, candidate }) =>
    `version ${baseline.version} → ${
      "draft" in candidate ? `draft ${shortHash(candidate.contentHash)}` : `version ${candidate.version}`
    }`,
  days: (from, to) => `cases decided ${from} to ${to}, facts as recorded then`,
  noDays: "no cases",
  evaluated: ({ evaluated, taken }) => `${evaluated} of ${taken} cases evaluated`,
  provisional: ({ done, total }) =>
    `Provisional: ${done} of ${total} cases were looked at, and the others are in no figure.`,
  stale: "The draft has been edited since; this is of its earlier content.",
  sections: {
    totals: "Totals",
    histogram: "Change in amount per case",
    groups: "Groups",
    rules: "Rules and figures that changed",
    transitions: "Old → new outcome",
    months: "Payroll months and the cap",
    skipped: "Cases in no figure",
    limits: "What to bear in mind",
    reproduce: "Reproduce",
  },
  columns: {
    figure: "Figure",
    value: (currency) => `Value (amounts in ${currency})`,
    range: (currency) => `Difference (${currency})`,
    cases: "Cases",
    n: "n",
    lower: "▼ Less",
    same: "＝ Same",
    higher: "▲ More",
    rule: "Rule or figure",
    before: "Before",
    after: "After",
    difference: "Difference",
    changed: "Changed cases",
    from: "Before ↓ after →",
    month: "Month",
    peopleHigher: "▲ People",
    peopleLower: "▼ People",
    reason: "Why it cannot be decided",
    first: "The first of them",
    what: "What",
    identity: "By",
  },
  totals: {
    baseline: "Charged before",
    candidate: "Charged after",
    net: "Net",
    moved: "Moved (all differences without their signs)",
    higherApproval: "Cases that need a higher approver",
    byEarlierMonth: "Changes by an earlier month only",
    concerned: "People in these cases",
    affected: "People with any change",
    higher: "People with more to pay",
    lower: "People with less to pay",
  },
  range: (direction, above, upTo) => {
    const sign = direction === "higher" ? "▲" : "▼";
    return upTo === undefined ? `${sign} above ${above}` : `${sign} above ${above} up to ${upTo}`;
  },
  same: "＝ same amount",
  withheld: "not shown",
  withheldGroups:
    "A group of fewer than 10 people or cases is not shown, nor is the next larger one where the first could be worked out from the others.",
  rest: "further values",
  noRules: "Every rule stands in the same cases as before.",
  parties: "Each person or unit counts once for each of their cases.",
  noMonths: "Every payroll month takes the same from everybody.",
  capTitle: "The monthly cap, over charges of persons",
  cap: {
    charges: "Charges",
    carried: "Had to wait for a later month",
    carriedMinor: "Amount that waited",
    outstandingMinor: "Amount that found no month",
  },
  reproduce: {
    run: "Run",
    baseline: "Baseline",
    candidate: "Candidate",
    cases: "Cases",
    engine: "Engine",
    result: "Result",
    command: "Command",
    same: "The same versions, cases and engine give the same bytes, and with them the same result hash.",
  },
};

const CHINESE: SimulationWords = {
  title: "模拟报告",
  sentenceEnd: "",
  sides: ({ baseline, candidate }) =>
    `第${baseline.version}版 → ${
      "draft" in candidate ? `草案${shortHash(candidate.contentHash)}` : `第${candidate.version}版`
    }`,
  days: (from, to) => `决定日${from}至${to}的案件，事实以当时记录为准`,
  noDays: "无案件",
  evaluated: ({ evaluated, taken }) => `已核算${evaluated}件，共${taken}件`,
  provisional: ({ done, total }) => `暂定结果：${total}件案件中只处理了${done}件，其余未计入任何数据。`,
  stale: "草案此后又有修改，本报告所述为修改前的内容。",
  sections: {
    totals: "合计",
    histogram: "每件案件的金额变化",
    groups: "分组情况",
    rules: "有变化的规则与参数",
    transitions: "原结果 → 新结果",
    months: "各工资月与月度上限",
    skipped: "未计入的案件",
    limits: "阅读时请注意",
    reproduce: "复现",
  },
  columns: {
    figure: "项目",
    value: (currency) => `数值（金额单位：${currency}）`,
    range: (currency) => `差额（${currency}）`,
    cases: "件数",
    n: "n",
    lower: "▼ 减少",
    same: "＝ 不变",
    higher: "▲ 增加",
    rule: "规则或参数",
    before: "原",
    after: "新",
    difference: "差额",
    changed: "所致变化件数",
    from: "原 ↓ 新 →",
    month: "月份",
    peopleHigher: "▲ 人数",
    peopleLower: "▼ 人数",
    reason: "无法核算的原因",
    first: "其中最先的几件",
    what: "项目",
    identity: "标识",
  },
  totals: {
    baseline: "原应扣总额",
    candidate: "新应扣总额",
    net: "净差额",
    moved: "变动金额（差额绝对值之和）",
    higherApproval: "须由更高层级审批的案件",
    byEarlierMonth: "仅因此前月份的变化",
    concerned: "涉案人员",
    affected: "结果有变化的人员",
    higher: "合计应扣增加的人员",
    lower: "合计应扣减少的人员",
  },
  range: (direction, above, upTo) => {
    const sign = direction === "higher" ? "▲" : "▼";
    return upTo === undefined ? `${sign} 超过${above}` : `${sign} 超过${above}，不超过${upTo}`;
  },
  same: "＝ 金额不变",
  withheld: "不显示",
  withheldGroups: "不足10人或10件的组不显示；如可由其余各组推算得出，则人数或件数次少的组也不显示。",
  rest: "其他取值",
  noRules: "各条规则适用的案件均与此前相同。",
  parties: "每一人员或单位在其每件案件中各计一次。",
  noMonths: "各工资月对每个人的扣减均与此前相同。",
  capTitle: "月度上限对个人应扣款项的作用",
  cap: {
    charges: "应扣款项",
    carried: "须延至以后月份的",
    carriedMinor: "延后金额",
    outstandingMinor: "未能排入任何月份的金额",
  },
  reproduce: {
    run: "模拟编号",
    baseline: "基准版本",
    candidate: "拟议版本",
    cases: "案件",
    engine: "程序",
    result: "结果",
    command: "命令",
    same: "版本、案件和程序均相同的，所得结果逐字节相同，结果哈希也相同。",
  },
};

export const SIMULATION_WORDS: Readonly<Record<Language, SimulationWords>> = { en: ENGLISH, zh: CHINESE };
