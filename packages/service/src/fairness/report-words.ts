import type { HeldSame, Part } from "@evenhand/analysis";
import type { Language } from "@evenhand/domain";

/** What the report of a fairness review says in one language. */
export type ReportWords = {
  readonly title: string;
  readonly joint: string;
  readonly noDays: string;
  readonly days: (from: string, until: string) => string;
  readonly decisions: (counts: { readonly decisions: number; readonly upheld: number }) => string;
  readonly sections: Readonly<
    Record<
      | "groups"
      | "crossed"
      | "like"
      | "departures"
      | "leftOut"
      | "proportion"
      | "timeliness"
      | "draft"
      | "limits",
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | "n"
      | "rate"
      | "penaltyRatio"
      | "noPenaltyRatio"
      | "p"
      | "decisions"
      | "outcomes"
      | "departed"
      | "decider"
      | "departs"
      | "milder"
      | "harsher"
      | "part"
      | "people"
      | "penalised"
      | "share"
      | "measure"
      | "quarter"
      | "median"
      | "threeQuarters"
      | "outlying"
      | "step"
      | "unit"
      | "inTime"
      | "notSaid",
      string
    >
  > & { readonly typical: (currency: string) => string; readonly amount: (currency: string) => string };
  readonly about: (fact: string, words: string) => string;
  readonly adjusted: (comparisons: number, level: string) => string;
  readonly cell: (n: number, rate: string, paid: string) => string;
  readonly crude: string;
  readonly like: (groups: number, compared: number, unlike: number) => string;
  readonly outcome: (count: number, amount: string) => string;
  readonly first: (count: number) => string;
  readonly key: string;
  readonly everybody: string;
  readonly lowest: (cases: number, of: number) => string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly cap: (binds: number, n: number, rate: string) => string;
  readonly measures: Readonly<Record<"penaltyToLoss" | "penaltyToPay" | "monthsToPay", string>>;
  /** The facts that stated a month's pay, in the order in which they were asked for. */
  readonly penaltyTo: (facts: readonly string[]) => string;
  readonly noDeadlines: string;
  readonly drafted: (draft: string, compared: number, cases: number) => string;
  readonly skipped: (reason: string, cases: number) => string;
  readonly same: (same: HeldSame) => string;
  readonly evidence: (of: {
    readonly id: string;
    readonly seed: number;
    readonly decisionSet: string;
    readonly result: string;
  }) => string;
};

const ENGLISH: ReportWords = {
  title: "Fairness review",
  joint: "; ",
  noDays: "No decisions",
  days: (from, until) => `Decided from ${from} until ${until}`,
  decisions: ({ decisions, upheld }) => `${decisions} decisions in force, ${upheld} upheld`,
  sections: {
    groups: "Do groups fare differently?",
    crossed: "Two facts at once",
    like: "Were like cases treated alike?",
    departures: "Who departs from the rules?",
    leftOut: "Who is left out?",
    proportion: "Is it in proportion?",
    timeliness: "Is it timely?",
    draft: "Would the draft widen a gap?",
    limits: "Limits, and how to check this",
  },
  columns: {
    n: "n",
    rate: "Penalised",
    penaltyRatio: "Ratio penalised",
    noPenaltyRatio: "Ratio not penalised",
    p: "p, adjusted",
    decisions: "Decisions",
    outcomes: "Outcomes",
    departed: "Departures in",
    decider: "Recorded by",
    departs: "Departs",
    milder: "Milder",
    harsher: "Harsher",
    part: "Part",
    people: "People",
    penalised: "Penalised",
    share: "Share of the amount",
    measure: "Measure",
    quarter: "A quarter below",
    median: "Median",
    threeQuarters: "A quarter above",
    outlying: "Far off",
    step: "Step",
    unit: "Unit",
    inTime: "In time",
    notSaid: "Not stated",
    typical: (currency) => `Typical difference (${currency})`,
    amount: (currency) => `Amount (${currency})`,
  },
  about: (fact, words) => `By ${fact}: ${words}.`,
  adjusted: (comparisons, level) =>
    `Ratios and differences are those among comparable cases, with ${level} intervals; p-values are adjusted for ${comparisons} ${comparisons === 1 ? "comparison" : "comparisons"} (Holm).`,
  cell: (n, rate, paid) => `n = ${n}; ${rate}; median ${paid}`,
  crude: "Over all cases, whatever they were about: to look further by, never a finding.",
  like: (groups, compared, unlike) =>
    groups === 0
      ? "No two decisions were on like cases, so there is nothing to compare."
      : `${compared} decisions in ${groups} groups of like cases; ${unlike} of the groups were decided unlike.`,
  outcome: (count, amount) => `${count} × ${amount}`,
  first: (count) => `The ${count} largest groups are listed.`,
  key: "another system, with a key",
  everybody: "Everybody",
  lowest: (cases, of) =>
    of === 0
      ? "No case with a penalty names people of several ranks."
      : `In ${cases} of ${of} cases with people of several ranks only the lowest rank pays.`,
  parts: {
    did: "did it",
    instructed: "instructed",
    planned: "planned",
    trained: "trained",
    supervised: "supervised",
  },
  cap: (binds, n, rate) => `The monthly cap binds for ${binds} of ${n} persons with an amount, ${rate}.`,
  measures: {
    penaltyToLoss: "Penalty ÷ loss",
    penaltyToPay: "Penalty ÷ month's pay",
    monthsToPay: "Months to pay off",
  },
  penaltyTo: (facts) => `Penalty ÷ ${facts.join(" or ")}`,
  noDeadlines: "The decisions set no deadlines.",
  drafted: (draft, compared, cases) =>
    `${compared} of ${cases} cases were decided by both the version in force and the draft ${draft}.`,
  skipped: (reason, cases) => `Left out: ${cases} (${reason}).`,
  same: ({ category, lossBand, facts }) =>
    `Comparable cases have the same ${["version", ...(category ? ["kind"] : []), ...(lossBand ? ["loss band"] : []), ...facts].join(", ")}.`,
  evidence: ({ id, seed, decisionSet, result }) =>
    `Review ${id}; seed of permutations ${seed}; SHA-256 of the decisions ${decisionSet}, of the result ${result}. Asked again, the same decisions give the same result.`,
};

const CHINESE: ReportWords = {
  title: "公平性分析报告",
  joint: "；",
  noDays: "无决定",
  days: (from, until) => `决定日期：${from}至${until}`,
  decisions: ({ decisions, upheld }) => `有效决定${decisions}件，其中成立${upheld}件`,
  sections: {
    groups: "各组处理结果是否有差异",
    crossed: "按两项事实交叉比较",
    like: "同类案件是否同等处理",
    departures: "谁偏离规则建议",
    leftOut: "处罚遗漏了谁",
    proportion: "处罚是否相称",
    timeliness: "是否按期",
    draft: "草案是否会扩大差距",
    limits: "局限与核对方法",
  },
  columns: {
    n: "人次",
    rate: "受处罚比率",
    penaltyRatio: "受处罚比率之比",
    noPenaltyRatio: "未受处罚比率之比",
    p: "p值（已校正）",
    decisions: "决定数",
    outcomes: "处理结果",
    departed: "偏离建议的案件",
    decider: "决定人",
    departs: "偏离建议",
    milder: "从轻",
    harsher: "从重",
    part: "参与方式",
    people: "人数",
    penalised: "受处罚人数",
    share: "占金额比例",
    measure: "指标",
    quarter: "下四分位",
    median: "中位数",
    threeQuarters: "上四分位",
    outlying: "离群数",
    step: "步骤",
    unit: "单位",
    inTime: "按期率",
    notSaid: "未填报",
    typical: (currency) => `典型差额（${currency}）`,
    amount: (currency) => `金额（${currency}）`,
  },
  about: (fact, words) => `按${fact}：${words}。`,
  adjusted: (comparisons, level) =>
    `比率之比与差额均取自可比案件，附${level}区间；p值已就全部${comparisons}项比较作Holm校正。`,
  cell: (n, rate, paid) => `${n}人次；${rate}；中位数${paid}`,
  crude: "就全部案件而言，未区分案件种类，仅供进一步查看，不构成发现。",
  like: (groups, compared, unlike) =>
    groups === 0
      ? "没有两件决定涉及同类案件，无从比较。"
      : `${groups}组同类案件共${compared}件决定，其中${unlike}组处理结果不同。`,
  outcome: (count, amount) => `${count}件×${amount}`,
  first: (count) => `仅列出件数最多的${count}组。`,
  key: "其他系统（密钥）",
  everybody: "合计",
  lowest: (cases, of) =>
    of === 0
      ? "没有受处罚的案件涉及多个职级的人员。"
      : `在${of}件涉及多个职级人员的案件中，有${cases}件仅由最低职级承担。`,
  parts: { did: "实施", instructed: "指示", planned: "策划", trained: "培训", supervised: "监督" },
  cap: (binds, n, rate) => `${n}名应扣人员中，${binds}人受每月扣减上限约束，比率为${rate}。`,
  measures: {
    penaltyToLoss: "处罚金额÷损失",
    penaltyToPay: "处罚金额÷月收入",
    monthsToPay: "扣清所需月数",
  },
  penaltyTo: (facts) => `处罚金额÷${facts.join("或")}`,
  noDeadlines: "这些决定未设期限。",
  drafted: (draft, compared, cases) =>
    `${cases}件案件中，有${compared}件可由施行版本与草案${draft}分别核算。`,
  skipped: (reason, cases) => `未计入${cases}件（${reason}）。`,
  same: ({ category, lossBand, facts }) =>
    `可比案件指以下各项均相同的案件：${["版本", ...(category ? ["种类"] : []), ...(lossBand ? ["损失档次"] : []), ...facts].join("、")}。`,
  evidence: ({ id, seed, decisionSet, result }) =>
    `分析编号${id}；置换检验的随机种子${seed}；决定集合的SHA-256为${decisionSet}，结果的SHA-256为${result}。对相同决定作相同分析，结果相同。`,
};

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { en: ENGLISH, zh: CHINESE };
