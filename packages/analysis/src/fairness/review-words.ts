import type { LocalizedText } from "@evenhand/domain";
import type { Disparities, GroupDisparity } from "./disparity.ts";
import type { ReviewCounts } from "./review-counts.ts";

type Said = Pick<ReviewCounts, "counts"> & {
  readonly disparities: Disparities;
  readonly unlikeGroups: number;
};

/**
 * What was found in a few sentences: the clearest difference between groups with its limit, how many others stand out, and
 * how many like cases were decided unlike. Where there is nothing to say, why.
 *
 * @example reviewHeadline(said).en
 * // "“South” typically pays 310.00 more than comparable cases (95% interval 90.00 to 520.00, n = 84). Not proof of bias."
 */
export function reviewHeadline({ counts, disparities, unlikeGroups }: Said): LocalizedText {
  if (counts.decisions === 0) return NO_DECISIONS;
  return joined([...groupSentences(disparities), ...unlikeSentence(unlikeGroups)]);
}

const NO_DECISIONS: LocalizedText = {
  en: "There are no decisions in force that were asked for, so nothing can be said about them.",
  zh: "所选范围内没有有效的决定，无法作出判断。",
};

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

function groupSentences({ attributes }: Disparities): readonly LocalizedText[] {
  if (attributes.length === 0) return [NO_ATTRIBUTES];
  const compared = attributes.flatMap(({ groups }) => groups).filter(isCompared);
  if (compared.length === 0) return [NOTHING_COMPARED];
  const found = compared.filter(({ isFinding }) => isFinding).toSorted((a, b) => leastP(a) - leastP(b));
  const [title] = found[0]?.titles ?? [];
  if (!title) return [NOTHING_FOUND];
  return [title, ...(found.length > 1 ? [others(found.length - 1)] : [])];
}

function isCompared(group: GroupDisparity): group is Compared {
  return group.shown === "compared";
}

function leastP({ rateP, amountP }: Compared): number {
  return Math.min(rateP?.adjusted ?? 1, amountP?.adjusted ?? 1);
}

function others(count: number): LocalizedText {
  return {
    en: `${count === 1 ? "One further group differs" : `${count} further groups differ`} as well.`,
    zh: `另有${count}个组存在明显差异。`,
  };
}

const NO_ATTRIBUTES: LocalizedText = {
  en: "No groups were compared, since no fact was named and the policy declares none as protected.",
  zh: "未指定分组事实，制度也未声明受保护的事实，因此未作组间比较。",
};

const NOTHING_COMPARED: LocalizedText = {
  en: "No groups could be compared; the reasons stand with each.",
  zh: "没有可供比较的组，原因逐项列明。",
};

const NOTHING_FOUND: LocalizedText = {
  en: "No difference between groups stands out in comparable cases. Not proof that there is none.",
  zh: "在可比案件中，各组之间未见明显差异。这不证明没有差异。",
};

function unlikeSentence(groups: number): readonly LocalizedText[] {
  if (groups === 0) return [];
  return [
    {
      en: `${groups === 1 ? "One group of like cases was" : `${groups} groups of like cases were`} decided unlike.`,
      zh: `有${groups}组同类案件的处理结果不同。`,
    },
  ];
}

function joined(sentences: readonly LocalizedText[]): LocalizedText {
  return {
    en: sentences.map(({ en }) => en).join(" "),
    zh: sentences.map(({ zh }) => zh).join(""),
  };
}

/** With fewer upheld cases than this single ones weigh heavily in every figure. */
const FEW_CASES = 30;

/** What to bear in mind with the figures. */
export function reviewLimits({
  decisions,
  upheld,
  otherCurrency,
}: ReviewCounts["counts"]): readonly LocalizedText[] {
  if (decisions === 0) return [];
  return [
    ...(upheld < FEW_CASES
      ? [
          {
            en: `With ${upheld} upheld ${upheld === 1 ? "case" : "cases"}, single ones weigh heavily in every figure.`,
            zh: `成立的案件仅${upheld}件，个别案件对数据影响较大。`,
          },
        ]
      : []),
    ...(otherCurrency > 0
      ? [
          {
            en: `Amounts in another currency are in no figure: ${otherCurrency} upheld ${otherCurrency === 1 ? "case" : "cases"}.`,
            zh: `${otherCurrency}件成立的案件使用其他币种，其金额未计入任何数据。`,
          },
        ]
      : []),
    {
      en: "The figures show how recorded cases were decided, not who was reported and what was never recorded.",
      zh: "数据反映已记录案件的处理结果，不反映谁被举报，也不反映未被记录的情况。",
    },
    {
      en: "Several people of one case count as if each stood alone, and what tells cases apart besides what is held the same is not taken out.",
      zh: "同一案件的多人按各自独立计算；除所设定的相同条件外，案件之间的其他差别未予排除。",
    },
  ];
}
