import type { Guard, GuardCap, GuardDateFact, GuardPeriod, Reference, WageFact } from "@evenhand/domain";
import { citation } from "../citation.ts";
import { amount, dayInWords, percentage } from "../figures.ts";
import type { GuardWords } from "../guard-words.ts";
import { quoted } from "./noun.ts";

/** Statutory guards in Chinese. */
export const CHINESE_GUARD: GuardWords = {
  title: ({ title, jurisdiction }) => `${quoted(title.zh)}（${jurisdiction}）`,
  from: (day, cite) => `自${dayInWords(day, "zh")}起适用下列规定${cite}：`,
  rules: (period, guard, vocabulary) =>
    rulesOf(period, guard).map(([text, references]) => text + citation(references, vocabulary)),
  item: (text, index, isLast) => `（${index + 1}）${text}${isLast ? "。" : "；"}`,
  caution: ({ confidence }) =>
    `上述内容的可信程度：${CONFIDENCE[confidence]}。仅供法律顾问参考，不构成法律意见。`,
};

const CONFIDENCE: Readonly<Record<GuardPeriod["confidence"], string>> = {
  high: "高",
  medium: "中",
  low: "低",
};

/** What has no article of its own rests on those of the whole period, which are cited first. */
const NOWHERE_ELSE: readonly Reference[] = [];

type Said = readonly [text: string, references: readonly Reference[]];

function rulesOf(period: GuardPeriod, guard: Guard): readonly Said[] {
  const { moneyPenalty, floor, limitationDays, requires = [], doublePunishment } = period;
  if (moneyPenalty === "forbidden") return [["不得从任何人处扣款", NOWHERE_ELSE]];
  return [
    ...(moneyPenalty === "loss-only" ? [["只可扣减其应分担的损失，不得罚款", NOWHERE_ELSE] as const] : []),
    ...capped(period.perActCap, guard, (most) => `同一案件各月合计最多扣减${most}`),
    ...capped(period.perPeriodCap, guard, (most) => `每月扣减各案合计不超过${most}`),
    ...capped(period.allDeductionsCap, guard, (most) => `每月各项扣款不论事由，合计不超过${most}`),
    ...(floor ? [[`扣减后当月剩余工资不低于${BASES[floor.base]}`, floor.references] as const] : []),
    carried(period),
    ...requires.map(({ fact, references: own }): Said => [BEFORE[fact], own]),
    ...(limitationDays
      ? [[`扣减须自行为之日起${limitationDays.days}日内作出，末日计入`, limitationDays.references] as const]
      : []),
    ...(doublePunishment === "forbidden" ? [["同一行为不得重复处罚", NOWHERE_ELSE] as const] : []),
  ];
}

function capped(
  cap: GuardCap | undefined,
  { currency }: Guard,
  say: (most: string) => string,
): readonly Said[] {
  if (!cap) return [];
  const most =
    "rate" in cap
      ? `${BASES[cap.base]}的${percentage(cap.rate)}`
      : amount(cap.amountMinor, { language: "zh", currency });
  return [[say(most), cap.references]];
}

function carried({ carry }: GuardPeriod): Said {
  const { allowed, instalments, horizonDays } = carry;
  const until = horizonDays === undefined ? "" : `，但该月须自决定之日起${horizonDays}日内开始`;
  const text = !allowed
    ? "须一次扣清，不得顺延至以后各月"
    : instalments
      ? `当月扣减不完的，可在以后各月分次扣减${until}`
      : `须在一个月内一次扣清${until}`;
  return [text, carry.references ?? NOWHERE_ELSE];
}

const BASES: Readonly<Record<WageFact, string>> = {
  monthlyWage: "当月工资",
  minimumWage: "当地最低工资标准",
  averageDailyWage: "日平均工资",
  monthlyBonus: "当月绩效奖金",
};

const BEFORE: Readonly<Record<GuardDateFact, string>> = {
  actOn: "扣款前须载明行为发生日",
  heardOn: "扣款前须听取本人申辩",
  noticeGivenOn: "扣款前须书面告知本人",
};
