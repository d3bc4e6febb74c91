export type { CaseChange, ChangedBy, PartyChange } from "./simulate/case-change.ts";
export { CHANGED_BY } from "./simulate/case-change.ts";
export {
  type ApprovalChange,
  CHANGE_KINDS,
  type Cause,
  type ChangeKind,
} from "./simulate/compare/case-comparison.ts";
export { type CaseDifference, type Sides, comparisonOf } from "./simulate/compare/comparison.ts";
export { type DecidedSide, type UndecidedSide, decideSide } from "./simulate/compare/decided-side.ts";
export { type RuleHits, RuleTally } from "./simulate/compare/rule-tally.ts";
export { type Skipped, type SkippedSide, SkippedTally } from "./simulate/compare/skipped-tally.ts";
export { type DecidedSides, decideSides } from "./simulate/decide-sides.ts";
export {
  type FactChoice,
  type GroupFact,
  YES_NO,
  groupableFacts,
  isGroupable,
} from "./simulate/group-facts.ts";
export { MOST_GROUP_FACTS, type PastCase, type SimulationAsk } from "./simulate/past-case.ts";
export { isInside } from "./simulate/tally/weighed-case.ts";
export { recordWindowOf } from "./simulate/record-window.ts";
export type * from "./simulate/simulation-result.ts";
export type { SimulationState } from "./simulate/simulation-state.ts";
export type { Simulation } from "./simulate/simulation.ts";
export { startSimulation } from "./simulate/start-simulation.ts";
export { type UnfitToSimulate, unfitToSimulate } from "./simulate/unfit-to-simulate.ts";
export { type FisherTest, fisherTest } from "./statistics/fisher.ts";
export { hodgesLehmann, type TypicalDifference } from "./statistics/hodges-lehmann.ts";
export { holm } from "./statistics/holm.ts";
export { type Interval, type Ratio, USUAL_LEVEL } from "./statistics/interval.ts";
export { type ChiSquareTest, mantelHaenszel, type Pooled } from "./statistics/mantel-haenszel.ts";
export { isComputed, type NotComputable } from "./statistics/not-computable.ts";
export { type PermutationOptions, type PermutationTest, permutationTest } from "./statistics/permutation.ts";
export { complement, complementOf, type Proportion, type TwoGroups } from "./statistics/proportion.ts";
export { type Random, randomFrom } from "./statistics/random.ts";
export { riskRatio } from "./statistics/risk-ratio.ts";
export type { Stratum } from "./statistics/strata.ts";
export { type Rate, rateOf } from "./statistics/wilson.ts";
export {
  type BriefRecord,
  type DecisionSource,
  type FairnessDecision,
  type CountedDecision,
  type FairnessParty,
  type Figures,
  isPenalised,
  readerOf,
  ruledDecision,
} from "./fairness/decision.ts";
export {
  type LikeCases,
  type LikeDecision,
  type LikeOutcome,
  type UnlikeOutcomes,
  likeCases,
} from "./fairness/like-cases.ts";
export { type FairnessQuestion, type LongQuestion, showAll } from "./fairness/question.ts";
export type { RelevantFacts } from "./fairness/relevant-facts.ts";
export {
  type AdjustedP,
  type AmountDisparity,
  type AttributeDisparity,
  type Disparities,
  type DisparityOptions,
  type DisparityQuestion,
  type GroupDisparity,
  type RateDisparity,
  disparities,
} from "./fairness/disparity.ts";
export {
  type GroupAttribute,
  LEAST_PEOPLE,
  groupOf as factGroupOf,
  peopleCounted,
} from "./fairness/group-tally.ts";
export {
  type GapChange,
  type GapDirection,
  type GapNames,
  gapChanges,
  gapHeadline,
} from "./fairness/gap-changes.ts";
export { type Crossed, type CrossedCell, type CrossedOptions, crossed } from "./fairness/crossed.ts";
export { type Review, type ReviewAsk, review } from "./fairness/review.ts";
export type { ReviewCounts } from "./fairness/review-counts.ts";
export { type HeldSame, USUALLY_SAME } from "./fairness/stratum.ts";
export {
  type DepartedDecision,
  type DepartureRates,
  type DeparturesAnswer,
  type Direction,
  departures,
} from "./fairness/departures.ts";
export {
  type LeftOut,
  type LeftOutOptions,
  type LowestPays,
  PARTS,
  type Part,
  type PartShare,
  type PartSource,
  leftOut,
} from "./fairness/left-out.ts";
export { type Quartiles, quartilesOf } from "./statistics/quartiles.ts";
export {
  type Distribution,
  type InProportion,
  type Outlier,
  type ProportionOptions,
  inProportion,
} from "./fairness/in-proportion.ts";
export { type StepTimeliness, type TimelinessOptions, timeliness } from "./fairness/timeliness.ts";
export { type Comparator, type ComparatorOptions, comparators } from "./fairness/comparators.ts";
export {
  PROBE_LIMITS,
  PROBE_PARTS,
  QUICK_PROBE_LIMITS,
  type ProbeLimits,
  type ProbeOptions,
  type ProbeSeedCase,
  probeInParts,
  probePolicy,
} from "./probes/probe-policy.ts";
export {
  PROBE_FINDING_KINDS,
  type ProbeCase,
  type ProbeDifference,
  type ProbeFinding,
  type ProbeFindingKind,
  type ProbeRemark,
  type ProbeResult,
  type ProbesAsked,
} from "./probes/probe-result.ts";
export { statedText } from "./probes/stated-text.ts";
export type { OnRecord } from "./probes/trial.ts";
export { type Certificate, type ProveWith, prove } from "./proof/prove.ts";
export type { ConfirmedCase, EngineOutcome, Question } from "./proof/posed.ts";
export type { Approximation } from "./proof/script.ts";
export { type DecidedTotal, caseText } from "./proof/case-text.ts";
