import { type LocalizedText, amountText } from "@evenhand/domain";
import type { Interval, Ratio } from "../statistics/interval.ts";
import { isComputed, type NotComputable } from "../statistics/not-computable.ts";
import type { AmountDisparity, RateDisparity } from "./disparity.ts";

/** What a title is about. */
export type TitleSubject = {
  readonly label: LocalizedText;
  /** The one group that it stands beside; null where that is all others. */
  readonly beside: LocalizedText | null;
  readonly n: number;
  readonly rate: RateDisparity;
  readonly amount: AmountDisparity | NotComputable;
  readonly currency: string;
  readonly level: number;
};

const NOT_PROOF: LocalizedText = { en: "Not proof of bias.", zh: "这本身不证明存在偏见。" };

/** The group is penalised more or less often than comparable cases. */
export function rateTitle({ label, beside, rate, level }: TitleSubject): LocalizedText {
  const comparable = comparableOf(beside);
  const { stratified } = rate;
  if (!isComputed(stratified)) throw new Error("there is no finding without a test");
  const n = stratified.inGroup;
  const penalty = ratioText(stratified.penaltyRatio);
  const spared = ratioText(stratified.noPenaltyRatio);
  const percent = percentOf(level);
  return {
    en: `“${label.en}” is penalised ${penalty ? `${penalty.estimate} times as often as` : "at another rate than"} ${comparable.en} (${
      penalty ? `${percent} interval ${penalty.lower} to ${penalty.upper}, ` : ""
    }${spared ? `without a penalty ${spared.estimate} times as often, ` : ""}n = ${n}). ${NOT_PROOF.en}`,
    zh: `“${label.zh}”受处罚的比率${penalty ? `为${comparable.zh}的${penalty.estimate}倍` : `与${comparable.zh}不同`}（${
      penalty ? `${percent}区间${penalty.lower}至${penalty.upper}，` : ""
    }${spared ? `未受处罚的比率为${spared.estimate}倍，` : ""}n = ${n}）。${NOT_PROOF.zh}`,
  };
}

/** The group pays more or less than comparable cases. */
export function amountTitle({ label, beside, amount, currency, level }: TitleSubject): LocalizedText {
  const comparable = comparableOf(beside);
  if (!isComputed(amount) || !isComputed(amount.test)) throw new Error("there is no finding without a test");
  const { typical, test, inGroup } = amount;
  const isTypical = isComputed(typical) && Math.round(typical.estimate) !== 0;
  const by = differenceText(isTypical ? typical.estimate : test.difference, currency);
  const interval = isTypical && isComputed(typical.interval) ? typical.interval : null;
  const ends = interval && intervalText(interval, currency);
  const percent = percentOf(level);
  return {
    en: `“${label.en}” ${isTypical ? "typically" : "on average"} pays ${by.en} than ${comparable.en} (${
      ends ? `${percent} interval ${ends.en}, ` : ""
    }n = ${inGroup}). ${NOT_PROOF.en}`,
    zh: `“${label.zh}”的扣款${isTypical ? "通常" : "平均"}比${comparable.zh}${by.zh}（${
      ends ? `${percent}区间${ends.zh}，` : ""
    }n = ${inGroup}）。${NOT_PROOF.zh}`,
  };
}

/** The crude figure differs, the stratified does not. */
export function explainedTitle({ label, beside, rate, n }: TitleSubject): LocalizedText {
  const crude = ratioText(rate.crude.penaltyRatio);
  const others = beside ? { en: `“${beside.en}”`, zh: `“${beside.zh}”` } : { en: "others", zh: "其他组" };
  return {
    en: `Over all cases “${label.en}” is penalised ${crude ? `${crude.estimate} times as often as` : "at another rate than"} ${others.en}; among comparable cases no difference stands out, so which cases there were explains it as far as these figures go (n = ${n}).`,
    zh: `就全部案件而言，“${label.zh}”受处罚的比率${crude ? `为${others.zh}的${crude.estimate}倍` : `与${others.zh}不同`}；在可比案件中未见明显差异，就这些数据而言，差异可由案件构成解释（n = ${n}）。`,
  };
}

/** Nothing stands out. */
export function nothingTitle({ label, beside, n }: TitleSubject): LocalizedText {
  const comparable = comparableOf(beside);
  return {
    en: `“${label.en}”: no difference from ${comparable.en} stands out (n = ${n}). Not proof that there is none.`,
    zh: `“${label.zh}”：与${comparable.zh}相比，未见明显差异（n = ${n}）。这不证明没有差异。`,
  };
}

/** Nothing could be tested: no stratum holds both, or nothing in them varies. */
export function untestedTitle({ label, beside, n }: TitleSubject): LocalizedText {
  const comparable = comparableOf(beside);
  return {
    en: `“${label.en}”: nothing can be said of a difference from ${comparable.en}, since there are none or they were all decided alike (n = ${n}).`,
    zh: `“${label.zh}”：没有${comparable.zh}，或结果全部相同，无法就差异作出判断（n = ${n}）。`,
  };
}

function comparableOf(beside: LocalizedText | null): LocalizedText {
  return beside
    ? { en: `comparable cases of “${beside.en}”`, zh: `“${beside.zh}”的可比案件` }
    : { en: "comparable cases", zh: "可比案件" };
}

function ratioText(
  ratio: Ratio | NotComputable,
): { readonly estimate: string; readonly lower: string; readonly upper: string } | null {
  if (!isComputed(ratio) || ratio.estimate === null) return null;
  const two = (value: number): string => value.toFixed(2);
  return {
    estimate: two(ratio.estimate),
    lower: two(ratio.lower),
    upper: ratio.upper === null ? "∞" : two(ratio.upper),
  };
}

function differenceText(minor: number, currency: string): LocalizedText {
  const amount = amountText(Math.abs(Math.round(minor)), currency);
  return minor < 0
    ? { en: `${amount.en} less`, zh: `低${amount.zh}` }
    : { en: `${amount.en} more`, zh: `高${amount.zh}` };
}

/** Both ends without “more” or “less” where both are what the sentence says already. */
function intervalText({ lower, upper }: Interval, currency: string): LocalizedText {
  const plain = (minor: number): LocalizedText => amountText(Math.abs(Math.round(minor)), currency);
  const isOneSided = lower >= 0 || upper <= 0;
  const [from, to] = isOneSided
    ? [lower, upper].toSorted((a, b) => Math.abs(a) - Math.abs(b)).map(plain)
    : [differenceText(lower, currency), differenceText(upper, currency)];
  return { en: `${from?.en} to ${to?.en}`, zh: `${from?.zh}至${to?.zh}` };
}

function percentOf(level: number): string {
  return `${Number((level * 100).toFixed(4))}%`;
}
