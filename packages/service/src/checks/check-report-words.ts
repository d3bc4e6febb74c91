import type { Certificate, ProbesAsked } from "@evenhand/analysis";
import { type Language, shortHash } from "@evenhand/domain";
import type { ProofPayload } from "./check-job.ts";

/** What the report of a check says in one language. */
export type CheckReportWords = {
  readonly title: string;
  readonly version: (version: number) => string;
  readonly draft: (contentHash: string) => string;
  readonly begun: (at: string) => string;
  readonly result: (hash: string) => string;
  readonly provisional: string;
  readonly lead: (findings: number | null, answers: readonly Certificate["answer"][]) => string;
  readonly probes: string;
  readonly found: (asked: ProbesAsked, findings: number) => string;
  readonly notProved: string;
  readonly steps: string;
  readonly looked: (asked: ProbesAsked) => readonly string[];
  readonly notReached: (rules: readonly string[]) => string;
  readonly isCut: string;
  readonly by: (rules: readonly string[]) => string;
  readonly cases: string;
  readonly fact: string;
  readonly nth: (number: number, of: number) => string;
  /** Of a draft: no version. */
  readonly under: (version: number | undefined) => string;
  readonly ofParty: (party: string, fact: string) => string;
  readonly planned: (party: string, month: string) => string;
  readonly onRecord: (party: string, code: string) => string;
  readonly charged: (party: string) => string;
  readonly grade: string;
  readonly none: string;
  readonly answers: Readonly<Record<Certificate["answer"], string>>;
  readonly claim: (proof: ProofPayload, rate: string) => string;
  /** Parts of deciding that are none of the policy's own. */
  readonly parts: Readonly<Record<string, string>>;
  readonly open: (at: string, text: string) => string;
  readonly nothingOpen: string;
  readonly solver: (certificate: Pick<Certificate, "solver" | "timeLimitMs">, sha256: string) => string;
  /** By which hashes what was checked and what came of it are found again. */
  readonly identities: {
    readonly title: string;
    readonly what: string;
    readonly identity: string;
    readonly check: string;
    readonly draft: string;
    readonly result: string;
    readonly ofResult: string;
  };
};

const ENGLISH: CheckReportWords = {
  title: "Check report",
  version: (version) => `Version ${version}`,
  draft: (hash) => `Draft ${shortHash(hash)}`,
  begun: (at) => `Begun ${at}`,
  result: (hash) => `Result ${shortHash(hash)}`,
  provisional: "The check ended early: something that was asked for was not looked at.",
  lead: (findings, answers) => {
    const counted = counts(answers);
    return [
      ...(findings === null ? [] : [`Findings of probing: ${findings}.`]),
      ...(answers.length === 0
        ? []
        : [
            `Claims: ${counted.proved} proved, ${counted.refuted} refuted, ${counted["not-decided"]} not decided.`,
          ]),
    ].join(" ");
  },
  probes: "What probing found",
  found: (asked, findings) =>
    findings === 0
      ? `Nothing found in ${looked(asked)} cases of this policy and ${grouped(asked.evaluations)} evaluations; that is no proof.`
      : `Findings in ${looked(asked)} cases and ${grouped(asked.evaluations)} evaluations: ${findings}.`,
  notProved: "What was not found is not proved.",
  steps: "Steps that tables and grades declare, the largest first",
  looked: (asked) => [
    `Pairs of which one is worse: ${grouped(asked.orderedPairs)}; of two grades: ${grouped(asked.gradedPairs)}; one unit apart: ${grouped(asked.unitPairs)}.`,
    `Figures that rules compare with: ${grouped(asked.boundaries)}. Cases one after the other against the cap: ${grouped(asked.chainedCases)}. Changes of a protected fact alone: ${grouped(asked.flips)}.`,
  ],
  notReached: (rules) => `Applied in no case, so that nothing was looked at of: ${rules.join(", ")}.`,
  isCut: "A limit was reached before everything was looked at.",
  by: (rules) => `By ${rules.join("; ")}.`,
  cases: "Cases side by side",
  fact: "Fact",
  nth: (number, of) => (of === 1 ? "The case" : `Case ${number}`),
  under: (version) => (version === undefined ? "Under the draft" : `Under version ${version}`),
  ofParty: (party, fact) => `${party}: ${fact}`,
  planned: (party, month) => `${party}: already in ${month}`,
  onRecord: (party, code) => `${party}: on record, ${code}`,
  charged: (party) => `What ${party} is charged`,
  grade: "Grade",
  none: "none",
  answers: {
    proved: "Proved: it holds of every case there can be.",
    refuted: "Refuted by the case below, which the engine confirms.",
    "not-decided": "Not decided.",
  },
  claim: (proof, rate) => {
    switch (proof.kind) {
      case "cap":
        return proof.ofOneCase
          ? `No month takes more than ${rate} of anybody's monthly bonus by one case`
          : `No month takes more than ${rate} of anybody's monthly bonus, whatever stands in it already`;
      case "unique":
        return "No two rules of one priority say different things of one matter in one case";
      case "no-more-than":
        return `Nobody is charged more than under version ${proof.version}, the facts being the same`;
    }
  },
  parts: { attribution: "attribution", guards: "statutory guards" },
  open: (at, text) => `Left open, so that more cases were looked at than there are – ${at}: ${text}.`,
  nothingOpen: "Nothing was left open.",
  solver: ({ solver, timeLimitMs }, sha256) =>
    `${solver.name} ${solver.version}, ${timeLimitMs / 1_000} seconds for each question; text asked, SHA-256 ${sha256}.`,
  identities: {
    title: "Identity in full",
    what: "What",
    identity: "Identity",
    check: "Check",
    draft: "Content of the draft, SHA-256",
    result: "Result, SHA-256",
    ofResult: "The hash of the result is taken of its canonical JSON, as the API gives it out.",
  },
};

const CHINESE: CheckReportWords = {
  title: "检验报告",
  version: (version) => `第${version}版`,
  draft: (hash) => `草案${shortHash(hash)}`,
  begun: (at) => `开始时间：${at}`,
  result: (hash) => `结果标识：${shortHash(hash)}`,
  provisional: "检验提前结束，部分检验内容未能进行。",
  lead: (findings, answers) => {
    const counted = counts(answers);
    return [
      ...(findings === null ? [] : [`排查发现${findings}项。`]),
      ...(answers.length === 0
        ? []
        : [
            `待证命题中，已证明${counted.proved}项，已推翻${counted.refuted}项，未能判定${counted["not-decided"]}项。`,
          ]),
    ].join("");
  },
  probes: "排查结果",
  found: (asked, findings) =>
    findings === 0
      ? `在${looked(asked)}件案件、${grouped(asked.evaluations)}次核算中没有发现；这并非证明。`
      : `在${looked(asked)}件案件、${grouped(asked.evaluations)}次核算中有${findings}项发现。`,
  notProved: "未发现不等于已证明没有。",
  steps: "由表格和处分等级规定的跳变（由大到小）",
  looked: (asked) => [
    `轻重可比的案件${grouped(asked.orderedPairs)}对，处分不同的${grouped(asked.gradedPairs)}对，相差一个最小单位的${grouped(asked.unitPairs)}对。`,
    `规则所比较的数值${grouped(asked.boundaries)}个；对照当月上限的连续案件${grouped(asked.chainedCases)}件；只改变受保护的事实${grouped(asked.flips)}次。`,
  ],
  notReached: (rules) => `在各案中均未适用，因而未能排查的规则：${rules.join("、")}。`,
  isCut: "达到上限，未能全部排查。",
  by: (rules) => `涉及${rules.join("；")}。`,
  cases: "案件对照",
  fact: "事实",
  nth: (number, of) => (of === 1 ? "案件" : `案件${number}`),
  under: (version) => (version === undefined ? "按草案" : `按第${version}版`),
  ofParty: (party, fact) => `${party}：${fact}`,
  planned: (party, month) => `${party}：${month}已有扣减`,
  onRecord: (party, code) => `${party}：在案，${code}`,
  charged: (party) => `${party}的应扣金额`,
  grade: "处分",
  none: "无",
  answers: {
    proved: "已证明：对所有可能的案件均成立。",
    refuted: "已推翻：以下案件不符合该命题，经核算程序确认。",
    "not-decided": "未能判定。",
  },
  claim: (proof, rate) => {
    switch (proof.kind) {
      case "cap":
        return proof.ofOneCase
          ? `任何一案单月扣减均不超过当事人月度奖金的${rate}`
          : `无论当月已有多少扣减，任何人单月扣减均不超过其月度奖金的${rate}`;
      case "unique":
        return "同一优先级的任何两条规则，在同一案件中不会对同一事项给出不同结果";
      case "no-more-than":
        return `事实相同时，任何人的应扣金额均不高于第${proof.version}版`;
    }
  },
  parts: { attribution: "归责与分担", guards: "法定限制" },
  open: (at, text) => `未作限定，因而所考察的案件多于实际：${at}，${text}。`,
  nothingOpen: "没有未作限定的部分。",
  solver: ({ solver, timeLimitMs }, sha256) =>
    `${solver.name} ${solver.version}，每次求解时限${timeLimitMs / 1_000}秒；求解文本的SHA-256为${sha256}。`,
  identities: {
    title: "完整标识",
    what: "项目",
    identity: "标识",
    check: "检验",
    draft: "草案内容的SHA-256",
    result: "检验结果的SHA-256",
    ofResult: "检验结果的哈希按API所返回结果的规范化JSON计算。",
  },
};

export const CHECK_REPORT_WORDS: Readonly<Record<Language, CheckReportWords>> = { en: ENGLISH, zh: CHINESE };

function counts(answers: readonly Certificate["answer"][]): Readonly<Record<Certificate["answer"], number>> {
  const of = (answer: Certificate["answer"]): number => answers.filter((one) => one === answer).length;
  return { proved: of("proved"), refuted: of("refuted"), "not-decided": of("not-decided") };
}

function looked({ givenCases, refusedCases, builtCases }: ProbesAsked): string {
  return grouped(givenCases - refusedCases + builtCases);
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
