import {
  type DecidedSide,
  type DisparityQuestion,
  type PastCase,
  type Sides,
  disparities,
  gapChanges,
  gapHeadline,
  ruledDecision,
  startSimulation,
} from "@evenhand/analysis";
import { type LocalizedText, type Policy, parseInstant } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { isSame } from "../simulations/estimate-simulation.ts";
import type { DraftFairness } from "./draft-fairness.ts";
import type { FairnessAsked, FairnessDraft } from "./fairness-job.ts";
import { reviewAskOf } from "./review-ask.ts";
import type { DecisionToReview } from "./reviewing.ts";

/** Where a decision is found again, in the order in which both versions decide the cases. */
export type DecidedPlace = { readonly decidedOn: string; readonly id: string };

/** In the order of days, then of ids. */
export function inOrder(one: DecidedPlace, other: DecidedPlace): number {
  return `${one.decidedOn} ${one.id}` < `${other.decidedOn} ${other.id}` ? -1 : 1;
}

/**
 * The cases of decisions, decided anew by the version in force and by a draft, each upon what it planned and found in these
 * cases before. Both by rules alone, so that what differs between the two is the draft's doing and nobody's departure.
 *
 * INVARIANT: decisions are given in the order of `inOrder`.
 */
export class Drafting {
  readonly #draft: FairnessDraft;
  readonly #simulation: ReturnType<typeof startSimulation>;
  readonly #before: DisparityQuestion;
  readonly #after: DisparityQuestion;
  readonly #currency: string;
  readonly #isSame: boolean;
  #done = 0;

  constructor(asked: FairnessAsked & { readonly draft: FairnessDraft }, { sides, versions }: Opened) {
    const ask = reviewAskOf(asked, versions);
    this.#draft = asked.draft;
    this.#currency = sides.candidate.version.policy.currency;
    this.#isSame = isSame(sides);
    this.#before = disparities(ask);
    this.#after = disparities({ ...ask, currency: this.#currency });
    this.#simulation = startSimulation({
      ...sides,
      groups: [],
      candidateName: DRAFT,
      onDecided: (one, { baseline, candidate }) => {
        this.#before.see(ruled(one, baseline, sides.baseline));
        this.#after.see(ruled(one, candidate, sides.candidate));
      },
    });
  }

  /** How many cases were decided. */
  get done(): number {
    return this.#done;
  }

  take({ row, record }: DecisionToReview): void {
    const { applies_on: appliesOn } = row;
    this.#simulation.take({
      id: row.id,
      // What its sender called it is nobody's business here.
      case: { ...record.case, reference: row.id },
      evaluatedAt: parseInstant(record.evaluatedAt) ?? 0,
      appliesOn,
      decidedOn: record.decidedOn,
    });
    this.#done += 1;
  }

  *answering(): Generator<undefined, DraftFairness> {
    const before = yield* this.#before.answering();
    const after = yield* this.#after.answering();
    const { counts, skipped, limits } = this.#simulation.result();
    const { version } = this.#draft.baseline;
    const names = { before: { en: `version ${version}`, zh: `第${version}版` }, after: DRAFT };
    const gaps = gapChanges(before, after, { names, currency: this.#currency });
    return {
      ...this.#draft,
      counts: { cases: counts.taken, compared: counts.evaluated, skipped: counts.skipped },
      skipped: skipped.map(({ reason, cases }) => ({ reason, cases })),
      before,
      after,
      gaps,
      headline: this.#isSame ? sameContent(version) : gapHeadline(gaps, names),
      limits: [...limits, NOT_TESTED],
    };
  }
}

type Opened = {
  readonly sides: Sides;
  /** Of the policy, the oldest first. */
  readonly versions: readonly Policy[];
};

const DRAFT = { en: "the draft", zh: "草案" };

function sameContent(version: number): LocalizedText {
  return {
    en: `The draft says exactly what version ${version} says, so it changes no gap.`,
    zh: `草案与第${version}版内容相同，不会改变任何差距。`,
  };
}

const NOT_TESTED = {
  en: "The change of a gap is described and not tested; the intervals under both show how much of it may be chance.",
  zh: "差距的变化仅作描述，未作检验；其中有多少可能出于偶然，可参看两者各自的区间。",
};

function ruled(
  one: PastCase,
  { outcome }: DecidedSide,
  { version }: LoadedVersion,
): ReturnType<typeof ruledDecision> {
  return ruledDecision({ case: one.case, outcome, version });
}
