import { type LocalizedText, amountText } from "@evenhand/domain";
import { isComputed } from "../statistics/not-computable.ts";
import { compareText } from "./compare-text.ts";
import type { Disparities, GroupDisparity } from "./disparity.ts";

/** Which way a distance between a group and those it stands beside changes. */
export type GapDirection = "widens" | "narrows" | "same" | "unsaid";

/** What another version would do to the distance of one group from those it stands beside, in comparable cases. */
export type GapChange = {
  readonly fact: string;
  readonly group: string;
  readonly label: LocalizedText;
  readonly measure: "rate" | "amount";
  /**
   * Under the one version and under the other: of rates how many times as often the group is penalised, of amounts the
   * typical difference in minor units. Null where it cannot be said.
   */
  readonly before: number | null;
  readonly after: number | null;
  readonly change: GapDirection;
  readonly words: LocalizedText;
};

/** What the two versions are called inside a sentence. */
export type GapNames = { readonly before: LocalizedText; readonly after: LocalizedText };

/**
 * Would another version widen a gap? Each group's distance from those it stands beside, among comparable cases, under both.
 * A distance is how far a ratio is from 1 either way, or a difference from nothing; what reads the same to two
 * places, or to the minor unit, is the same. It describes and tests nothing.
 *
 * @example gapChanges(before, after, { names, currency: "CNY" })[0]?.words.en
 * // "“South”, how often penalised: 1.10 times as often as comparable cases under version 2, 1.30 times under the draft. The gap widens."
 */
export function gapChanges(
  before: Disparities,
  after: Disparities,
  given: { readonly names: GapNames; readonly currency: string },
): readonly GapChange[] {
  return after.attributes.flatMap(({ attribute, groups }) => {
    const known = before.attributes.find((one) => one.attribute.fact === attribute.fact)?.groups ?? [];
    return groups.flatMap((group) => {
      const own = known.find((one) => one.group === group.group);
      if (!own || own.shown !== "compared" || group.shown !== "compared") return [];
      const about = { fact: attribute.fact, group: group.group, label: group.label };
      return [rateChange(own, group), amountChange(own, group)].map((figures) => ({
        ...about,
        ...figures,
        words: wordsOf(group.label, figures, given),
      }));
    });
  });
}

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;
type Figures = Pick<GapChange, "measure" | "before" | "after" | "change">;

function rateChange(before: Compared, after: Compared): Figures {
  const [one, other] = [ratioOf(before), ratioOf(after)].map((ratio) =>
    ratio === null ? null : Number(ratio.toFixed(2)),
  );
  return changeOf("rate", [one ?? null, other ?? null], (ratio) => Math.abs(Math.log(ratio)));
}

/** Null where there is none, or where it is no number that anything can be divided by. */
function ratioOf({ rate: { stratified } }: Compared): number | null {
  if (!isComputed(stratified) || !isComputed(stratified.penaltyRatio)) return null;
  const { estimate } = stratified.penaltyRatio;
  return estimate === null || estimate === 0 ? null : estimate;
}

function amountChange(before: Compared, after: Compared): Figures {
  const [one, other] = [before, after].map(({ amount }) =>
    isComputed(amount) && isComputed(amount.typical) ? Math.round(amount.typical.estimate) : null,
  );
  return changeOf("amount", [one ?? null, other ?? null], Math.abs);
}

function changeOf(
  measure: Figures["measure"],
  [before, after]: readonly [number | null, number | null],
  distance: (value: number) => number,
): Figures {
  if (before === null || after === null) return { measure, before, after, change: "unsaid" };
  const by = distance(after) - distance(before);
  return {
    measure,
    before,
    after,
    change: before === after || by === 0 ? "same" : by > 0 ? "widens" : "narrows",
  };
}

function wordsOf(
  label: LocalizedText,
  { measure, before, after, change }: Figures,
  { names, currency }: { readonly names: GapNames; readonly currency: string },
): LocalizedText {
  if (before === null || after === null)
    return {
      en: `“${label.en}”, ${MEASURES[measure].en}: it cannot be said under both.`,
      zh: `“${label.zh}”的${MEASURES[measure].zh}：无法就两者作出比较。`,
    };
  const [was, is] = [before, after].map((value) =>
    measure === "rate" ? ratioText(value) : differenceText(value, currency),
  );
  return {
    en: `“${label.en}”, ${MEASURES[measure].en}: ${was?.en} comparable cases under ${names.before.en}, ${is?.en} comparable cases under ${names.after.en}. ${CHANGES[change].en}`,
    zh: `“${label.zh}”的${MEASURES[measure].zh}：按${names.before.zh}${was?.zh}，按${names.after.zh}${is?.zh}。${CHANGES[change].zh}`,
  };
}

const MEASURES: Readonly<Record<Figures["measure"], LocalizedText>> = {
  rate: { en: "how often penalised", zh: "受处罚比率" },
  amount: { en: "what is typically paid", zh: "典型扣款" },
};

const CHANGES: Readonly<Record<GapDirection, LocalizedText>> = {
  widens: { en: "The gap widens.", zh: "差距扩大。" },
  narrows: { en: "The gap narrows.", zh: "差距缩小。" },
  same: { en: "The gap stays the same.", zh: "差距不变。" },
  unsaid: { en: "", zh: "" },
};

function ratioText(ratio: number): LocalizedText {
  const digits = ratio.toFixed(2);
  return { en: `${digits} times as often as`, zh: `为可比案件的${digits}倍` };
}

function differenceText(minor: number, currency: string): LocalizedText {
  const amount = amountText(Math.abs(minor), currency);
  if (minor === 0) return { en: "the same as", zh: "与可比案件相同" };
  return minor < 0
    ? { en: `${amount.en} less than`, zh: `比可比案件低${amount.zh}` }
    : { en: `${amount.en} more than`, zh: `比可比案件高${amount.zh}` };
}

/**
 * What becomes of the gaps, in a sentence or two.
 *
 * @example gapHeadline(gaps, names).en // "Under the draft 1 gap widens, 0 narrow and 3 stay the same."
 */
export function gapHeadline(gaps: readonly GapChange[], { after }: GapNames): LocalizedText {
  const counted = (change: GapDirection): number => gaps.filter((gap) => gap.change === change).length;
  const [widens, narrows, same] = [counted("widens"), counted("narrows"), counted("same")];
  if (widens + narrows + same === 0)
    return {
      en: `Whether a gap would change under ${after.en} cannot be said: no group can be compared under both.`,
      zh: `无法判断${after.zh}是否会改变差距：没有可在两者之下比较的组。`,
    };
  const widest = gaps
    .filter(({ change }) => change === "widens")
    .toSorted((a, b) => compareText(a.measure, b.measure))[0];
  return {
    en: `Under ${after.en} ${widens} of ${widens + narrows + same} gaps between groups ${widens === 1 ? "widens" : "widen"}, ${narrows} ${narrows === 1 ? "narrows" : "narrow"} and ${same} ${same === 1 ? "stays" : "stay"} the same.${widest ? ` ${widest.words.en}` : ""}`,
    zh: `按${after.zh}，各组之间的${widens + narrows + same}项差距中，${widens}项扩大，${narrows}项缩小，${same}项不变。${widest ? widest.words.zh : ""}`,
  };
}
