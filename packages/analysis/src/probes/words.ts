import { type Language, type LocalizedText, type Policy, amountText } from "@evenhand/domain";
import { labelOf, listed, monthInWords, partName, percentage, vocabularyOf, wordOf } from "@evenhand/policy";
import type { Vocabulary } from "@evenhand/policy";
import type { CapBreach } from "./cap.ts";
import type { ProbeCase } from "./probe-result.ts";
import { statedText } from "./stated-text.ts";
import type { Candidate } from "./watch.ts";

/** What is said of findings under one policy, in both languages. */
export type ProbeWords = {
  readonly candidate: (candidate: Candidate, cases: readonly [ProbeCase, ProbeCase]) => LocalizedText;
  readonly breach: (breach: CapBreach, capRate: number) => LocalizedText;
  readonly read: (fact: string, readers: readonly string[]) => LocalizedText;
};

export function probeWords(policy: Policy): ProbeWords {
  const both: Both = { en: vocabularyOf(policy, "en"), zh: vocabularyOf(policy, "zh") };
  return {
    candidate: (candidate, cases) => candidateText(candidate, cases, both),
    breach: (breach, capRate) => breachText(breach, capRate, policy),
    read: (fact, readers) => ({
      en: `“${labelOf(fact, both.en)}” is protected, and it is read by ${partsIn(readers, both).en}`,
      zh: `“${labelOf(fact, both.zh)}”受保护，却被${partsIn(readers, both).zh}读取`,
    }),
  };
}

type Both = Readonly<Record<Language, Vocabulary>>;

function partsIn(ids: readonly string[], both: Both): LocalizedText {
  const said = (language: Language): string =>
    listed(
      ids.map((id) => partName(id, both[language])),
      language,
    );
  return { en: said("en"), zh: said("zh") };
}

function candidateText(
  { kind, id, byMinor, rules, pair }: Candidate,
  [before, after]: readonly [ProbeCase, ProbeCase],
  both: Both,
): LocalizedText {
  const { currency } = both.en.policy;
  const money = (minor: number): LocalizedText => amountText(minor, currency);
  const [was, is, by] = [money(before.chargeMinor), money(after.chargeMinor), money(byMinor)];
  const name = { en: `“${labelOf(pair.fact.name, both.en)}”`, zh: `“${labelOf(pair.fact.name, both.zh)}”` };
  const [from, to] = pair.values.map((value) => ({
    en: statedText(value, { within: "sentence", fact: pair.fact.name, vocabulary: both.en }),
    zh: statedText(value, { within: "sentence", fact: pair.fact.name, vocabulary: both.zh }),
  }));
  if (!from || !to) throw new Error("a pair has two values");
  const change = {
    en: `${name.en} from ${from.en} to ${to.en}`,
    zh: `${name.zh}由${from.zh}变为${to.zh}`,
  };
  switch (kind) {
    case "worse-costs-less":
      return {
        en: `${change.en} makes the matter worse, and ${id} is charged ${by.en} less: ${is.en} instead of ${was.en}`,
        zh: `${change.zh}，情形更重，${id}却少扣${by.zh}：由${was.zh}降为${is.zh}`,
      };
    case "milder-costs-more":
      return {
        en: `${change.en} makes the matter milder, and ${id} is charged ${by.en} more: ${is.en} instead of ${was.en}`,
        zh: `${change.zh}，情形更轻，${id}却多扣${by.zh}：由${was.zh}升为${is.zh}`,
      };
    case "graver-grade-costs-less": {
      const grade = (one: ProbeCase): LocalizedText => ({
        en: `“${wordOf(one.grade ?? "", both.en)}”`,
        zh: `“${wordOf(one.grade ?? "", both.zh)}”`,
      });
      const [milder, graver] = [grade(before), grade(after)];
      return {
        en: `${milder.en} costs more than the graver ${graver.en}: with ${name.en} at ${from.en} ${id} is charged ${was.en}, at ${to.en} only ${is.en}`,
        zh: `${milder.zh}比较重的${graver.zh}扣得更多：${name.zh}为${from.zh}时，${id}应扣${was.zh}，为${to.zh}时只扣${is.zh}`,
      };
    }
    case "remainder":
      return {
        en: `${change.en} leaves ${id} with ${is.en} instead of ${was.en}: the last unit of the loss goes to somebody else, by the largest remainder`,
        zh: `${change.zh}，${id}由${was.zh}变为${is.zh}：损失按最大余数法分配到最小单位，末位归他人承担`,
      };
    case "undeclared-step":
    case "declared-step": {
      const isDeclared = kind === "declared-step";
      const parts = partsIn(rules, both);
      return {
        en: `${change.en} moves what ${id} is charged from ${was.en} to ${is.en}, a step of ${by.en} ${isDeclared ? `declared by ${parts.en}` : "that no table or grade declares"}`,
        zh: `${change.zh}，${id}的应扣金额由${was.zh}变为${is.zh}，其中${by.zh}为跳变，${isDeclared ? `由${parts.zh}规定` : "没有表格或处分等级作此规定"}`,
      };
    }
    default: {
      const isSame = before.chargeMinor === after.chargeMinor;
      const amounts = isSame
        ? { en: `the charge stays ${was.en}`, zh: `应扣金额仍为${was.zh}` }
        : { en: `charged ${is.en} instead of ${was.en}`, zh: `应扣金额由${was.zh}变为${is.zh}` };
      return {
        en: `${change.en}, and nothing else, changes the outcome for ${id}: ${amounts.en}`,
        zh: `只有${change.zh}，其余不变，${id}的处理结果即不同：${amounts.zh}`,
      };
    }
  }
}

function breachText(
  { id, month, plannedMinor, mostMinor, bonusMinor }: CapBreach,
  capRate: number,
  { currency }: Policy,
): LocalizedText {
  const [planned, most, bonus] = [plannedMinor, mostMinor, bonusMinor].map((minor) =>
    amountText(minor, currency),
  );
  if (!planned || !most || !bonus) throw new Error("three amounts are said");
  return {
    en: `${planned.en} is planned for ${id} in ${monthInWords(month, "en")}, above the most that a month may take: ${percentage(capRate)} of ${bonus.en}, ${most.en}`,
    zh: `${id}在${monthInWords(month, "zh")}计划扣减${planned.zh}，超过当月上限${most.zh}（${bonus.zh}的${percentage(capRate)}）`,
  };
}
