import {
  type ScheduledDeduction,
  decimalFraction,
  floorOf,
  formatDay,
  fraction,
  multiplyFractions,
  parseDay,
} from "@evenhand/domain";
import type { Random } from "../statistics/random.ts";
import type { Bench, Tried } from "./bench.ts";
import { changedByChance } from "./build-cases.ts";
import { slotsOf } from "./probed-fact.ts";
import { type Trial, withValue } from "./trial.ts";

/** A month in which more is planned for somebody than the cap leaves, with the cases that planned it. */
export type CapBreach = {
  readonly id: string;
  readonly month: string;
  readonly plannedMinor: number;
  readonly mostMinor: number;
  readonly bonusMinor: number;
  /** The cases with an instalment in that month, in the order in which they were decided. */
  readonly cases: readonly { readonly tried: Tried; readonly scheduled: readonly ScheduledDeduction[] }[];
};

export type ChainsAsked = {
  readonly chains: number;
  readonly casesInChain: number;
  /** Of a month's bonus at most this rate, 0 to 1. */
  readonly capRate: number;
};

export type ChainsProbed = {
  readonly breaches: readonly CapBreach[];
  readonly chains: number;
  readonly chainedCases: number;
};

/** Bonuses up to 10,000.00, which caps round on most of. */
const MOST_BONUS = 1_000_000;

/**
 * Decides chains of cases of the same people, each over what the ones before it have planned, and adds up every month.
 * The most that a month may hold is worked out here once more, floor(rate × bonus), and not taken from the engine.
 */
export function probeChains(
  bench: Bench,
  trials: readonly Trial[],
  random: Random,
  asked: ChainsAsked,
): ChainsProbed {
  const breaches: CapBreach[] = [];
  let [chains, chainedCases] = [0, 0];
  while (chains < asked.chains && bench.hasRoom() && trials.length > 0) {
    chains += 1;
    const bonusMinor = 1 + random.below(MOST_BONUS);
    const decided: CapBreach["cases"][number][] = [];
    for (const trial of chainFrom(bench, trials, random, { length: asked.casesInChain, bonusMinor })) {
      const scheduled = decided.flatMap(({ tried }) => plannedIn(tried));
      const tried = bench.attempt(trial, scheduled);
      if (!tried) continue;
      chainedCases += 1;
      decided.push({ tried, scheduled });
      const breach = breachIn(decided, { bonusMinor, capRate: asked.capRate });
      if (!breach) continue;
      breaches.push(breach);
      break;
    }
  }
  return { breaches, chains, chainedCases };
}

type Chain = { readonly length: number; readonly bonusMinor: number };

function chainFrom(
  bench: Bench,
  trials: readonly Trial[],
  random: Random,
  { length, bonusMinor }: Chain,
): readonly Trial[] {
  const first = trials[random.below(trials.length)];
  const bonus = bench.facts.find(({ name }) => name === "monthlyBonus");
  if (!first || !bonus) return [];
  let day = parseDay(bench.loaded.version.policy.effectiveFrom) ?? 0;
  return Array.from({ length }, () => {
    day += random.below(MOST_DAYS_BETWEEN);
    const changed = changedByChance(bench, first, random);
    const dated = withValue(changed, { fact: "decidedOn" }, formatDay(day));
    return slotsOf(bonus, dated).reduce((trial, slot) => withValue(trial, slot, bonusMinor), dated);
  });
}

const MOST_DAYS_BETWEEN = 40;

function plannedIn({ outcome }: Tried): readonly ScheduledDeduction[] {
  return outcome.parties.flatMap(({ party, schedule }) =>
    schedule.map(({ month, amountMinor }) => ({ party, month, amountMinor })),
  );
}

function breachIn(
  decided: CapBreach["cases"],
  { bonusMinor, capRate }: { readonly bonusMinor: number; readonly capRate: number },
): CapBreach | undefined {
  const mostMinor = floorOf(multiplyFractions(fraction(bonusMinor), decimalFraction(capRate)));
  const sums = new Map<string, { id: string; month: string; plannedMinor: number }>();
  for (const { party: id, month, amountMinor } of decided.flatMap(({ tried }) => plannedIn(tried))) {
    const key = `${month} ${id}`;
    sums.set(key, { id, month, plannedMinor: (sums.get(key)?.plannedMinor ?? 0) + amountMinor });
  }
  const passed = [...sums.values()].find(({ plannedMinor }) => plannedMinor > mostMinor);
  if (!passed) return undefined;
  const cases = decided.filter(({ tried }) =>
    plannedIn(tried).some(({ party, month }) => party === passed.id && month === passed.month),
  );
  return { ...passed, mostMinor, bonusMinor, cases };
}
