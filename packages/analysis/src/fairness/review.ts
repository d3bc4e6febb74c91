import type { LocalizedText } from "@evenhand/domain";
import { USUAL_LEVEL } from "../statistics/interval.ts";
import { type NotComputable, notComputable } from "../statistics/not-computable.ts";
import { type Crossed, crossed } from "./crossed.ts";
import { type DeparturesAnswer, departures } from "./departures.ts";
import { type Disparities, disparities } from "./disparity.ts";
import type { GroupAttribute } from "./group-tally.ts";
import { type InProportion, inProportion } from "./in-proportion.ts";
import { type LeftOut, type PartSource, leftOut } from "./left-out.ts";
import { type LikeCases, likeCases } from "./like-cases.ts";
import { type LongQuestion, atOnce } from "./question.ts";
import { type CountOptions, type ReviewCounts, reviewCounts } from "./review-counts.ts";
import { reviewHeadline, reviewLimits } from "./review-words.ts";
import type { HeldSame } from "./stratum.ts";
import { type StepTimeliness, timeliness } from "./timeliness.ts";

/** What is asked of decisions: every question but for comparators, which belong to one decision. */
export type ReviewAsk = CountOptions & {
  /** IANA time zone in which the days of deadlines are counted. */
  readonly timeZone: string;
  readonly seed: number;
  readonly attributes: readonly GroupAttribute[];
  readonly same: HeldSame;
  /** Two facts by which people are looked at at once; null where nobody asked. */
  readonly cross: { readonly rows: GroupAttribute; readonly columns: GroupAttribute } | null;
  /** Grades, mildest first. */
  readonly grades: readonly string[];
  readonly payFacts: readonly string[];
  readonly parts: readonly PartSource[];
  readonly rank: { readonly fact: string; readonly order: readonly string[] } | null;
  /** By step: the case fact that says when it was done. */
  readonly doneFacts: Readonly<Record<string, string>>;
  readonly unitFact: string | null;
};

export type Review = ReviewCounts & {
  readonly format: 1;
  readonly currency: string;
  readonly level: number;
  /** What permutations were drawn from. */
  readonly seed: number;
  /** What was found, in a sentence or two. */
  readonly headline: LocalizedText;
  /** What to bear in mind with the figures. */
  readonly limits: readonly LocalizedText[];
  readonly disparities: Disparities;
  /** Null where nobody asked. */
  readonly crossed: Crossed | null;
  /** Of `unlikeGroups` the 100 largest; of each its ten most frequent outcomes, each with ten decisions at most. */
  readonly likeCases: LikeCases & { readonly unlikeGroups: number };
  readonly departures: DeparturesAnswer;
  readonly leftOut: LeftOut | NotComputable;
  readonly proportion: InProportion;
  readonly timeliness: readonly StepTimeliness[];
};

/**
 * Asks everything of a stream of decisions at once, in one pass. The same decisions and the same seed give the same review,
 * in whatever order they come.
 *
 * @example
 * const question = review(ask);
 * await showAll(decisions, [question]); // 1234
 * question.answer().headline.en // "“South” typically pays 310.00 more than comparable cases (…). Not proof of bias."
 */
export function review(ask: ReviewAsk): LongQuestion<Review> {
  const { currency, seed, cross } = ask;
  const counted = reviewCounts(ask);
  const groups = disparities(ask);
  const cells = cross && crossed({ ...cross, currency });
  const [alike, departed] = [likeCases(), departures(ask.grades)];
  const [proportion, inTime] = [inProportion(ask), timeliness(timelinessAsk(ask))];
  const shares = leftOutOf(ask);
  const questions = [counted, groups, cells, alike, departed, proportion, inTime, shares];
  const answering = function* (): Generator<undefined, Review> {
    const found = yield* groups.answering();
    const counts = counted.answer();
    const like = bounded(alike.answer());
    yield;
    return {
      format: 1,
      currency,
      level: USUAL_LEVEL,
      seed,
      ...counts,
      headline: reviewHeadline({ ...counts, disparities: found, unlikeGroups: like.unlikeGroups }),
      limits: reviewLimits(counts.counts),
      disparities: found,
      crossed: cells?.answer() ?? null,
      likeCases: like,
      departures: departed.answer(),
      leftOut: shares?.answer() ?? NO_PARTS,
      proportion: proportion.answer(),
      timeliness: inTime.answer(),
    };
  };
  return {
    see: (decision) => {
      for (const question of questions) question?.see(decision);
    },
    answering,
    answer: () => atOnce(answering()),
  };
}

/** A review is kept and read whole, so that what it lists is bounded whatever the decisions are. */
const MOST_UNLIKE = 100;
const MOST_OUTCOMES = 10;
const MOST_OF_OUTCOME = 10;

function bounded({ unlike, ...answer }: LikeCases): Review["likeCases"] {
  return {
    ...answer,
    unlikeGroups: unlike.length,
    unlike: unlike.slice(0, MOST_UNLIKE).map((group) => ({
      ...group,
      outcomes: group.outcomes
        .slice(0, MOST_OUTCOMES)
        .map((outcome) => ({ ...outcome, decisions: outcome.decisions.slice(0, MOST_OF_OUTCOME) })),
    })),
  };
}

function timelinessAsk({ doneFacts, unitFact, timeZone }: ReviewAsk): Parameters<typeof timeliness>[0] {
  return { doneFacts, timeZone, ...(unitFact === null ? {} : { unitFact }) };
}

/** Null where nothing says who had which part, nor who ranks above whom. */
function leftOutOf({ parts, rank, currency }: ReviewAsk): ReturnType<typeof leftOut> | null {
  if (parts.length === 0 && !rank) return null;
  return leftOut({ parts, currency, ...(rank ? { rank } : {}) });
}

const NO_PARTS = notComputable(
  "nothing says who had which part in an occurrence, nor who ranks above whom, so whom penalties leave out cannot be told",
  "未指明表示参与方式或职级的事实，无法判断处罚遗漏了谁",
);
