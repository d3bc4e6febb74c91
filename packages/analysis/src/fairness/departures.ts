import type { Departure } from "@evenhand/domain";
import { isComputed } from "../statistics/not-computable.ts";
import { type Rate, rateOf } from "../statistics/wilson.ts";
import { compareText } from "./compare-text.ts";
import type { FairnessDecision, Figures } from "./decision.ts";
import { type Foremost, addTo, foremostOf } from "./foremost.ts";
import type { FairnessQuestion } from "./question.ts";

/** Which way a decision departs: it costs those concerned less, more, or one of them less and another more. */
export type Direction = "milder" | "harsher" | "both-ways";

/** How often it was departed from proposals; `n < 10` where they are too few to say. */
export type DepartureRates =
  | { readonly shown: "n < 10" }
  | {
      readonly shown: "rates";
      /** Proposals that were decided on. */
      readonly n: number;
      readonly departed: number;
      readonly rate: Rate;
      readonly directions: Readonly<Record<Direction, { readonly departed: number; readonly rate: Rate }>>;
    };

/** A decision that departs from what the rules proposed. */
export type DepartedDecision = {
  readonly id: string;
  readonly reference: string;
  readonly decidedOn: string;
  readonly decider: string | null;
  readonly direction: Direction;
  /** Decided less proposed, over all parties, in minor units of `currency`. */
  readonly byMinor: number;
  readonly currency: string;
  readonly departures: readonly Departure[];
  /** The commitment to the reason. */
  readonly reason: string | null;
};

export type DeparturesAnswer = {
  readonly all: DepartureRates;
  /** By pseudonym; null is decisions that a key recorded. */
  readonly deciders: readonly { readonly decider: string | null; readonly rates: DepartureRates }[];
  /** Those that move the most money first, at most 200. */
  readonly decisions: readonly DepartedDecision[];
  readonly departed: number;
};

/** Fewer proposals than this say nothing of whoever decides on them. */
const LEAST_PROPOSALS = 10;
const LISTED: Foremost<DepartedDecision> = {
  most: 200,
  order: (a, b) => Math.abs(b.byMinor) - Math.abs(a.byMinor) || compareText(a.id, b.id),
};

/**
 * Who departs from the rules, how often and which way? Counted over upheld cases, in which something could be proposed; a
 * decision that answers an appeal is left out, since it is not its decider who began with a proposal. Rates with Wilson's
 * interval. What a departure says is taken from its figures: an amount or grade lowered is milder, whatever the reason.
 * Grades weigh by the order that the caller gives, mildest first; where they are unknown to it, a change of grade counts
 * as neither.
 */
export function departures(grades: readonly string[] = []): FairnessQuestion<DeparturesAnswer> {
  const counts = new Map<string | null, Map<Direction | "none", number>>();
  const listed: DepartedDecision[] = [];
  return {
    see: (decision) => {
      if (decision.disposition !== "upheld" || decision.appeal !== null) return;
      const direction = decision.departures.length === 0 ? "none" : directionOf(decision, grades);
      const own = counts.get(decision.decider) ?? new Map<Direction | "none", number>();
      counts.set(decision.decider, own.set(direction, (own.get(direction) ?? 0) + 1));
      if (direction !== "none") addTo(listed, departedOf(decision, direction), LISTED);
    },
    answer: () => {
      const whole = new Map<Direction | "none", number>();
      for (const own of counts.values()) {
        for (const [direction, count] of own) whole.set(direction, (whole.get(direction) ?? 0) + count);
      }
      return {
        all: ratesOf(whole),
        deciders: [...counts]
          .toSorted(([a], [b]) => compareText(a ?? "", b ?? ""))
          .map(([decider, own]) => ({ decider, rates: ratesOf(own) })),
        decisions: foremostOf(listed, LISTED),
        departed: sumOf(whole) - (whole.get("none") ?? 0),
      };
    },
  };
}

function directionOf({ parties }: FairnessDecision, grades: readonly string[]): Direction {
  const rank = ({ grade }: Figures): number => (grade === null ? -1 : grades.indexOf(grade));
  const steps = parties.flatMap(({ proposed, decided }) => {
    const isKnown = [proposed, decided].every(({ grade }) => grade === null || grades.includes(grade));
    return [decided.totalMinor - proposed.totalMinor, isKnown ? rank(decided) - rank(proposed) : 0];
  });
  const isHarsher = steps.some((step) => step > 0);
  if (isHarsher && steps.some((step) => step < 0)) return "both-ways";
  return isHarsher ? "harsher" : "milder";
}

function departedOf(decision: FairnessDecision, direction: Direction): DepartedDecision {
  const { id, reference, decidedOn, decider, currency, departures: figures, reason } = decision;
  const byMinor = decision.parties.reduce(
    (sum, { proposed, decided }) => sum + decided.totalMinor - proposed.totalMinor,
    0,
  );
  return { id, reference, decidedOn, decider, direction, byMinor, currency, departures: figures, reason };
}

function ratesOf(counts: ReadonlyMap<Direction | "none", number>): DepartureRates {
  const n = sumOf(counts);
  const rate = (count: number): { readonly departed: number; readonly rate: Rate } | undefined => {
    const of = rateOf({ count, of: n });
    return isComputed(of) ? { departed: count, rate: of } : undefined;
  };
  const departed = n - (counts.get("none") ?? 0);
  const [all, milder, harsher, bothWays] = [
    rate(departed),
    rate(counts.get("milder") ?? 0),
    rate(counts.get("harsher") ?? 0),
    rate(counts.get("both-ways") ?? 0),
  ];
  if (n < LEAST_PROPOSALS || !all || !milder || !harsher || !bothWays) return { shown: "n < 10" };
  return {
    shown: "rates",
    n,
    departed,
    rate: all.rate,
    directions: { milder, harsher, "both-ways": bothWays },
  };
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
