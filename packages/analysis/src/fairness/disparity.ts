import type { LocalizedText } from "@evenhand/domain";
import { type FisherTest, fisherTest } from "../statistics/fisher.ts";
import { hodgesLehmann, type TypicalDifference } from "../statistics/hodges-lehmann.ts";
import { holm } from "../statistics/holm.ts";
import { type Ratio, USUAL_LEVEL } from "../statistics/interval.ts";
import { mantelHaenszel, type Pooled } from "../statistics/mantel-haenszel.ts";
import { isComputed, type NotComputable, notComputable } from "../statistics/not-computable.ts";
import { type PermutationTest, permutationTest } from "../statistics/permutation.ts";
import { complementOf } from "../statistics/proportion.ts";
import { type Quartiles, quartilesOf } from "../statistics/quartiles.ts";
import { riskRatio } from "../statistics/risk-ratio.ts";
import { type Rate, rateOf } from "../statistics/wilson.ts";
import { compareText } from "./compare-text.ts";
import type { CountedDecision } from "./decision.ts";
import { amountTitle, explainedTitle, nothingTitle, rateTitle, untestedTitle } from "./disparity-words.ts";
import {
  compareWithOthers,
  type GroupAttribute,
  type GroupComparison,
  type GroupTally,
  labelOf,
  LEAST_PEOPLE,
  tally,
} from "./group-tally.ts";
import { atOnce, type LongQuestion } from "./question.ts";
import { type HeldSame, USUALLY_SAME } from "./stratum.ts";

/** A p-value, and what is left of it among all the comparisons made (Holm). */
export type AdjustedP = { readonly p: number; readonly adjusted: number };

/** How often a group is penalised beside its reference group. Of those not penalised the ratio looks quite different, so both stand here. */
export type RateDisparity = {
  readonly group: Rate;
  readonly reference: Rate;
  /** Over all cases, whatever they were about: reported, never a finding. */
  readonly crude: {
    readonly penaltyRatio: Ratio | NotComputable;
    readonly noPenaltyRatio: Ratio | NotComputable;
    readonly test: FisherTest | NotComputable;
  };
  /** Among comparable cases. */
  readonly stratified:
    | {
        readonly penaltyRatio: Ratio | NotComputable;
        readonly noPenaltyRatio: Ratio | NotComputable;
        readonly oddsRatio: Ratio | NotComputable;
        readonly test: Pooled["test"];
        readonly strata: number;
        readonly inGroup: number;
        readonly inReference: number;
      }
    | NotComputable;
};

/** What those pay who pay anything, beside the reference group in comparable cases. Minor units. */
export type AmountDisparity = {
  readonly inGroup: number;
  readonly inReference: number;
  /** What the group pays in these strata, and what the reference group does. */
  readonly paid: {
    readonly group: Quartiles | NotComputable;
    readonly reference: Quartiles | NotComputable;
  };
  readonly typical: TypicalDifference | NotComputable;
  readonly test: PermutationTest | NotComputable;
};

type SmallGroup = { readonly group: string; readonly label: LocalizedText; readonly shown: "n < 10" };

type ComparedGroup = {
  readonly group: string;
  readonly label: LocalizedText;
  readonly shown: "compared";
  /** How many times its people stand in an upheld case, and how many people that are. */
  readonly n: number;
  readonly people: number;
  readonly rate: RateDisparity;
  readonly amount: AmountDisparity | NotComputable;
};

/** One group of an attribute. Of a small one nothing is said but that it is small. */
export type GroupDisparity =
  | SmallGroup
  | (ComparedGroup & {
      readonly rateP: AdjustedP | null;
      readonly amountP: AdjustedP | null;
      /** What stands out, each with its limit; where nothing does, one sentence that says so. */
      readonly titles: readonly LocalizedText[];
      /** Whether any of the titles is a finding: the stratified test, adjusted, is at most 1 − level. */
      readonly isFinding: boolean;
    });

export type AttributeDisparity = {
  readonly attribute: GroupAttribute;
  readonly groups: readonly GroupDisparity[];
  /** Why there is nothing to compare, where there is not. */
  readonly reason: NotComputable | null;
};

export type Disparities = {
  readonly attributes: readonly AttributeDisparity[];
  /** What comparable cases have the same, besides the policy version. */
  readonly same: HeldSame;
  /** How many comparisons the p-values are adjusted for. */
  readonly comparisons: number;
  readonly level: number;
};

export type DisparityOptions = {
  readonly attributes: readonly GroupAttribute[];
  /** What comparable cases have the same; kind and loss band unless something else is given. */
  readonly same?: HeldSame;
  /** What permutations are drawn from where they are too many to go through. */
  readonly seed: number;
  /** ISO 4217: amounts in another currency are left out, since there is no adding them. */
  readonly currency: string;
  readonly level?: number;
  /** How many arrangements are drawn where they are too many to go through; as many as take a few seconds unless given. */
  readonly draws?: number;
};

/** It asks no more of a decision than who fared how in what kind of case. */
export type DisparityQuestion = Omit<LongQuestion<Disparities>, "see"> & {
  readonly see: (decision: CountedDecision) => void;
};

/**
 * Do groups fare differently? For every group of every attribute: how often its people are penalised and how much they pay,
 * beside all others whose value is known (of two groups the smaller beside the larger) or beside the one group that is
 * asked for, crude and within strata of the same version and of what else is held the same.
 *
 * A finding rests on the stratified figures alone: the Cochran–Mantel–Haenszel test of the rate with continuity correction and
 * the permutation test of the amounts within strata, adjusted by Holm for all comparisons that could be made. The crude
 * figures are reported beside them; where they differ and the stratified do not, a title says that the mix of cases explains it.
 * Persons only; upheld cases only. Groups of fewer than ten people are not shown.
 *
 * Limits: it shows how recorded cases were decided, not who was reported; several people of one case are counted as if each
 * stood alone; what tells cases apart besides what is held the same is not taken out. So it is never proof of bias.
 */
export function disparities(asked: DisparityOptions): DisparityQuestion {
  const options = { ...asked, level: asked.level ?? USUAL_LEVEL, same: asked.same ?? USUALLY_SAME };
  const tallies = options.attributes.map((attribute) => ({
    attribute,
    groups: new Map<string, GroupTally>(),
  }));
  const answering = function* (): Generator<undefined, Disparities> {
    const all: { readonly tallied: Tallied; readonly drafts: readonly Draft[] }[] = [];
    for (const [index, tallied] of tallies.entries()) {
      const context = { ...options, attribute: tallied.attribute, seed: options.seed + index * 1_000 };
      all.push({ tallied, drafts: yield* draftsOf(tallied.groups, context) });
    }
    const adjust = adjusterOf(all.flatMap(({ drafts }) => drafts));
    return {
      attributes: all.map(({ tallied, drafts }) => ({
        attribute: tallied.attribute,
        groups: drafts.map((draft) => finished(draft, adjust, { ...options, attribute: tallied.attribute })),
        reason: drafts.some(({ shown }) => shown === "compared") ? null : nothingCompared(tallied),
      })),
      same: options.same,
      comparisons: adjust.size,
      level: options.level,
    };
  };
  return {
    see: (decision) => {
      const { currency, same } = options;
      for (const { attribute, groups } of tallies) tally(groups, { ...attribute, currency, same }, decision);
    },
    answering,
    answer: () => atOnce(answering()),
  };
}

type Tallied = { readonly attribute: GroupAttribute; readonly groups: ReadonlyMap<string, GroupTally> };

function nothingCompared({ attribute: { reference }, groups }: Tallied): NotComputable {
  if (groups.size === 0) return NOBODY_KNOWN;
  if (reference === undefined) return NOTHING_COMPARED;
  return (groups.get(reference)?.people.size ?? 0) < LEAST_PEOPLE ? SMALL_REFERENCE : NOTHING_COMPARED;
}

const NOBODY_KNOWN = notComputable(
  "of nobody in these decisions it is stated, so there are no groups",
  "这些决定中无人填报该事实，无法分组",
);

const NOTHING_COMPARED = notComputable(
  "there are not two groups of at least ten people to compare",
  "没有两个人数不少于十人的组可供比较",
);

const SMALL_REFERENCE = notComputable(
  "fewer than ten people are in the group that the others should stand beside",
  "所选参照组不足十人，不作比较",
);

/** A group before its p-values are adjusted for all comparisons. */
type Draft = SmallGroup | ComparedGroup;

type DraftContext = Omit<DisparityOptions, "attributes" | "level" | "same"> & {
  readonly attribute: GroupAttribute;
  readonly level: number;
};

/** The groups in the order of their values; it pauses after each. */
function* draftsOf(
  groups: ReadonlyMap<string, GroupTally>,
  context: DraftContext,
): Generator<undefined, readonly Draft[]> {
  const sorted = [...groups].toSorted(([a], [b]) => compareText(a, b));
  const drafts: Draft[] = [];
  for (const [index, [group, own]] of sorted.entries()) {
    const others = besideWhom(group, sorted, context.attribute.reference);
    if (!others) continue;
    const draft = draftOf(group, { own, others, ...context, seed: context.seed + index });
    if (draft) drafts.push(draft);
    yield;
  }
  return drafts;
}

/** Those whom a group stands beside; undefined where it is compared with nobody. */
function besideWhom(
  group: string,
  sorted: readonly (readonly [string, GroupTally])[],
  reference: string | undefined,
): readonly GroupTally[] | undefined {
  if (group === reference || sorted.length < 2) return undefined;
  const largest = sorted.toSorted(([, a], [, b]) => timesIn(b) - timesIn(a))[0]?.[0];
  // Of two groups each is the other's reverse; one comparison says it all.
  if (reference === undefined && sorted.length === 2 && group === largest) return undefined;
  return sorted.flatMap(([other, of]) =>
    other === group || (reference !== undefined && other !== reference) ? [] : [of],
  );
}

type Beside = DraftContext & { readonly own: GroupTally; readonly others: readonly GroupTally[] };

function draftOf(group: string, { own, others, ...context }: Beside): Draft | undefined {
  const label = labelOf(context.attribute, group);
  if (own.people.size < LEAST_PEOPLE) return { group, label, shown: "n < 10" };
  const comparison = compareWithOthers(own, others);
  if (comparison.peopleInReference < LEAST_PEOPLE) return undefined;
  const rate = rateDisparity(comparison, context.level);
  if (!isComputed(rate)) return undefined;
  return {
    group,
    label,
    shown: "compared",
    n: comparison.crude.group.of,
    people: own.people.size,
    rate,
    amount: amountDisparity(comparison, context),
  };
}

function timesIn({ strata }: GroupTally): number {
  return [...strata.values()].reduce((sum, { of }) => sum + of, 0);
}

function rateDisparity({ crude, strata }: GroupComparison, level: number): RateDisparity | NotComputable {
  const group = rateOf(crude.group, level);
  const reference = rateOf(crude.reference, level);
  if (!isComputed(group)) return group;
  if (!isComputed(reference)) return reference;
  const penalised = mantelHaenszel(strata, level);
  const spared = mantelHaenszel(strata.map(complementOf), level);
  return {
    group,
    reference,
    crude: {
      penaltyRatio: riskRatio(crude, level),
      noPenaltyRatio: riskRatio(complementOf(crude), level),
      test: fisherTest(crude),
    },
    stratified: isComputed(penalised)
      ? {
          penaltyRatio: penalised.riskRatio,
          noPenaltyRatio: isComputed(spared) ? spared.riskRatio : spared,
          oddsRatio: penalised.oddsRatio,
          test: penalised.test,
          strata: penalised.strata,
          inGroup: penalised.inGroup,
          inReference: penalised.inReference,
        }
      : penalised,
  };
}

/** Moving about so many amounts takes a few seconds at most; where there are many, fewer arrangements are drawn. */
const MOST_MOVES = 50_000_000;

function amountDisparity(
  { amounts }: GroupComparison,
  { level, seed, draws }: DraftContext,
): AmountDisparity | NotComputable {
  const both = amounts.filter(({ group, reference }) => group.length > 0 && reference.length > 0);
  const inGroup = both.reduce((sum, { group }) => sum + group.length, 0);
  const inReference = both.reduce((sum, { reference }) => sum + reference.length, 0);
  if (inGroup < LEAST_PEOPLE || inReference < LEAST_PEOPLE) {
    return notComputable(
      "fewer than ten penalties with an amount can be compared in one of the two groups",
      "两组之中有一组可供比较的扣款不足十笔",
    );
  }
  const affordable = Math.max(1_999, Math.min(19_999, Math.floor(MOST_MOVES / inGroup)));
  return {
    inGroup,
    inReference,
    paid: {
      group: quartilesOf(both.flatMap(({ group }) => group)),
      reference: quartilesOf(both.flatMap(({ reference }) => reference)),
    },
    typical: hodgesLehmann(amounts, level),
    test: permutationTest(amounts, { seed, draws: draws ?? affordable }),
  };
}

/** The p-values of a group's two comparisons, as far as they could be made. */
function pValuesOf(draft: Draft): { readonly rate: number | null; readonly amount: number | null } {
  if (draft.shown !== "compared") return { rate: null, amount: null };
  const { rate, amount } = draft;
  const test = isComputed(rate.stratified) ? rate.stratified.test : rate.stratified;
  return {
    rate: isComputed(test) ? test.corrected.p : null,
    amount: isComputed(amount) && isComputed(amount.test) ? amount.test.p : null,
  };
}

type Adjuster = { readonly size: number; readonly of: (p: number | null) => AdjustedP | null };

/** Holm's adjustment over all comparisons; equal p-values are adjusted alike, so that the value finds its own. */
function adjusterOf(drafts: readonly Draft[]): Adjuster {
  const known = drafts.flatMap((draft) => Object.values(pValuesOf(draft)).filter((p) => p !== null));
  const adjusted = holm(known);
  const byValue = new Map(isComputed(adjusted) ? known.map((p, index) => [p, adjusted[index] ?? p]) : []);
  return {
    size: known.length,
    of: (p) => (p === null ? null : { p, adjusted: byValue.get(p) ?? p }),
  };
}

function finished(
  draft: Draft,
  adjust: Adjuster,
  { attribute, currency, level }: DraftContext,
): GroupDisparity {
  if (draft.shown !== "compared") return draft;
  const { rate, amount } = pValuesOf(draft);
  const [rateP, amountP] = [adjust.of(rate), adjust.of(amount)];
  const standsOut = (p: AdjustedP | null): boolean => p !== null && p.adjusted <= 1 - level + 1e-12;
  const { reference } = attribute;
  const beside = reference === undefined ? null : labelOf(attribute, reference);
  const about = { ...draft, beside, currency, level };
  const findings = [
    ...(standsOut(rateP) ? [rateTitle(about)] : []),
    ...(standsOut(amountP) ? [amountTitle(about)] : []),
  ];
  const crude = draft.rate.crude.test;
  const isExplained = rateP !== null && !standsOut(rateP) && isComputed(crude) && crude.twoSided <= 1 - level;
  const isTested = rateP !== null || amountP !== null;
  const unremarkable = isTested ? nothingTitle(about) : untestedTitle(about);
  return {
    ...draft,
    rateP,
    amountP,
    titles: [
      ...findings,
      ...(isExplained ? [explainedTitle(about)] : []),
      ...(findings.length === 0 && !isExplained ? [unremarkable] : []),
    ],
    isFinding: findings.length > 0,
  };
}
