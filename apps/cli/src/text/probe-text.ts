import type { ProbeCase, ProbeFinding, ProbeRemark, ProbeResult } from "@evenhand/analysis";
import { type FactValue, type Language, amountText } from "@evenhand/domain";

/** What probing a version found, as people read it at a terminal: findings with their cases, what is told besides, what was asked. */
export function probeText(result: ProbeResult, currency: string, language: Language): string {
  const { policy, findings, declaredSteps, remainders } = result;
  const words = WORDS[language];
  const lines = [
    `${policy.id}@${policy.version}${words.colon}${words.found(findings.length)}`,
    ...findings.flatMap((finding) => findingLines(finding, { words, currency, language })),
    ...remarkLines(words.declared, declaredSteps, language),
    ...remarkLines(words.remainders, remainders, language),
    ...words.asked(result),
  ];
  return `${lines.join("\n")}\n`;
}

type Writing = { readonly words: Words; readonly currency: string; readonly language: Language };

function findingLines(finding: ProbeFinding, writing: Writing): readonly string[] {
  const { kind, rules, message, cases, difference } = finding;
  const { words, language } = writing;
  const values = difference ? [difference.before, difference.after] : [];
  return [
    `  ${kind}  ${rules.join(", ")}`,
    `      ${message[language]}`,
    ...cases.map((one, index) => {
      const set = difference ? `${difference.fact} = ${shown(values[index])}${words.comma}` : "";
      return `      ${words.nth(index + 1)}${set}${caseLine(one, writing)}`;
    }),
    ...(cases[0] ? [`      ${words.facts}${factsLine(cases[0], difference?.fact)}`] : []),
  ];
}

function caseLine({ chargeMinor, grade, rules }: ProbeCase, { words, currency, language }: Writing): string {
  const money = (minor: number): string => amountText(minor, currency)[language];
  const charges = rules.filter(({ amountMinor }) => amountMinor !== 0);
  const parts = charges.map(({ rule, amountMinor }) => `${rule} ${money(amountMinor)}`);
  return [words.charged(money(chargeMinor)), ...parts, ...(grade === null ? [] : [grade])].join(words.comma);
}

/** What both cases have, but for the fact in which they differ. */
function factsLine({ request, onRecord }: ProbeCase, differing: string | undefined): string {
  const written = (facts: Readonly<Record<string, FactValue>>): readonly string[] =>
    Object.entries(facts).flatMap(([name, value]) =>
      name === differing ? [] : [`${name} = ${shown(value)}`],
    );
  return [
    ...written(request.case.facts),
    ...request.case.parties.map(({ id, kind, facts }) => `${id} (${kind}): ${written(facts).join(", ")}`),
    ...onRecord.map(({ party, code, times }) => `${party}: ${code} × ${times}`),
  ].join("; ");
}

function shown(value: FactValue | undefined): string {
  return JSON.stringify(value ?? null);
}

function remarkLines(
  heading: string,
  remarks: readonly ProbeRemark[],
  language: Language,
): readonly string[] {
  return remarks.length === 0 ? [] : [heading, ...remarks.map(({ message }) => `  - ${message[language]}`)];
}

type Words = {
  readonly colon: string;
  readonly comma: string;
  readonly facts: string;
  readonly declared: string;
  readonly remainders: string;
  readonly found: (count: number) => string;
  readonly nth: (number: number) => string;
  readonly charged: (amount: string) => string;
  readonly asked: (result: ProbeResult) => readonly string[];
};

const ENGLISH: Words = {
  colon: ": ",
  comma: ", ",
  facts: "both: ",
  declared: "steps that tables and grades declare:",
  remainders: "last units that move, because a loss is divided by the largest remainder:",
  found: (count) => (count === 0 ? "nothing found" : count === 1 ? "1 finding" : `${count} findings`),
  nth: (number) => `case ${number}: `,
  charged: (amount) => `charged ${amount}`,
  asked: ({ asked, seed }) => [
    `looked at: ${grouped(asked.givenCases + asked.builtCases)} cases (${grouped(asked.givenCases)} given or examples, ${grouped(asked.builtCases)} made up), numeric boundaries: ${grouped(asked.boundaries)}, evaluations: ${grouped(asked.evaluations)}; seed ${seed}`,
    `  ${grouped(asked.orderedPairs)} pairs of which one is worse, ${grouped(asked.gradedPairs)} of two grades, ${grouped(asked.unitPairs)} one unit apart; ${grouped(asked.chainedCases)} cases in ${grouped(asked.chains)} chains; ${grouped(asked.flips)} changes of a protected fact`,
    ...(asked.rulesNotReached.length === 0
      ? []
      : [`  fired in no case, so not looked at: ${asked.rulesNotReached.join(", ")}`]),
    ...(asked.isCut ? ["  a limit was reached before everything was looked at"] : []),
    "what is not found is not proved",
  ],
};

const CHINESE: Words = {
  colon: "：",
  comma: "，",
  facts: "两案相同：",
  declared: "由表格和处分等级规定的跳变：",
  remainders: "按最大余数法分配损失时，末位归属的变动：",
  found: (count) => (count === 0 ? "没有发现" : `${count}项发现`),
  nth: (number) => `案件${number}：`,
  charged: (amount) => `应扣${amount}`,
  asked: ({ asked, seed }) => [
    `排查范围：案件${grouped(asked.givenCases + asked.builtCases)}件（给定或示例${grouped(asked.givenCases)}件，系统构造${grouped(asked.builtCases)}件），数值临界值${grouped(asked.boundaries)}个，核算${grouped(asked.evaluations)}次；种子${seed}`,
    `  轻重可比的${grouped(asked.orderedPairs)}对，处分不同的${grouped(asked.gradedPairs)}对，相差一个最小单位的${grouped(asked.unitPairs)}对；连续案件${grouped(asked.chains)}组共${grouped(asked.chainedCases)}件；只改变受保护事实${grouped(asked.flips)}次`,
    ...(asked.rulesNotReached.length === 0
      ? []
      : [`  以下规则在各案中均未命中，未能排查：${asked.rulesNotReached.join("、")}`]),
    ...(asked.isCut ? ["  达到上限，未能全部排查"] : []),
    "未发现不等于已证明没有",
  ],
};

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, zh: CHINESE };

function grouped(count: number): string {
  return count.toLocaleString("en");
}
