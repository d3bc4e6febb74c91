import type { FactValue } from "@evenhand/domain";
import type { Random } from "../statistics/random.ts";
import { type Bench, type Tried, areComparable } from "./bench.ts";
import { boundariesIn } from "./boundaries.ts";
import { changedByChance } from "./build-cases.ts";
import { type ProbedFact, slotsOf } from "./probed-fact.ts";
import { lookForSteps } from "./steps.ts";
import { type Slot, type Trial, withValue } from "./trial.ts";
import { fromUnits, toUnits } from "./units.ts";
import { valuesFor } from "./values.ts";
import { type Watch, lookAt } from "./watch.ts";

/** What one sweep is over. */
type Asked = { readonly fact: ProbedFact; readonly slot: Slot; readonly trial: Trial };

/** Where thresholds were looked at, so that it can be said how many. */
export type BoundariesSeen = Set<string>;

/** Probes every fact that weighs or that a rule reads, at every boundary, in one case. */
export function sweepCase(bench: Bench, trial: Trial, watch: Watch, seen: BoundariesSeen): void {
  for (const fact of probeable(bench)) {
    for (const slot of slotsOf(fact, trial)) {
      if (!bench.hasRoom()) return;
      const asked = { fact, slot, trial };
      const rungs = climb(asked, valuesOf(asked, bench, seen), bench);
      lookAtPairs(asked, rungs, bench, watch);
      lookForSteps({ fact, slot, rungs }, bench, watch);
    }
  }
}

/** Probes one fact of a case changed by chance, at two of its values. */
export function probeByChance(bench: Bench, trials: readonly Trial[], random: Random, watch: Watch): void {
  const from = trials[random.below(Math.max(1, trials.length))];
  const facts = probeable(bench);
  const fact = facts[random.below(Math.max(1, facts.length))];
  if (!from || !fact) return;
  const trial = changedByChance(bench, from, random);
  const slots = slotsOf(fact, trial);
  const slot = slots[random.below(Math.max(1, slots.length))];
  if (!slot) return;
  const asked = { fact, slot, trial };
  lookAtPairs(asked, climb(asked, twoByChance(asked, bench, random), bench), bench, watch);
}

/** Two values that it is probed at, or two anywhere in its range that are one least unit apart. */
function twoByChance(asked: Asked, bench: Bench, random: Random): readonly (FactValue | undefined)[] {
  const values = valuesOf(asked, bench);
  const { fact } = asked;
  const known = values.flatMap((value) => toUnits(value, fact.type) ?? []);
  const most = Math.max(...known);
  if (known.length > 0 && random.below(2) === 0 && most > Math.min(...known)) {
    const from = Math.min(...known) + random.below(Math.min(2 ** 32 - 1, most - Math.min(...known)));
    return [from, from + 1].map((units) => fromUnits(units, fact.type, bench.loaded.version.policy.timeZone));
  }
  const chosen = new Set([
    random.below(Math.max(1, values.length)),
    random.below(Math.max(1, values.length)),
  ]);
  return values.filter((_, index) => chosen.has(index));
}

function probeable({ facts }: Bench): readonly ProbedFact[] {
  return facts.filter(({ isRead, weight }) => isRead || weight !== undefined);
}

function valuesOf(
  { fact, slot, trial }: Asked,
  { loaded, facts, comparisons }: Bench,
  noted?: BoundariesSeen,
): readonly (FactValue | undefined)[] {
  const seen = { loaded, facts, trial, ...(slot.party === undefined ? {} : { party: slot.party }) };
  const boundaries = boundariesIn(comparisons, seen).get(fact.name) ?? new Set();
  for (const units of boundaries) noted?.add(`${fact.name} ${units}`);
  return valuesFor({ fact, slot, seen, boundaries, comparisons });
}

type Rung = { readonly value: FactValue | undefined; readonly tried: Tried };

function climb(
  { slot, trial }: Asked,
  values: readonly (FactValue | undefined)[],
  bench: Bench,
): readonly Rung[] {
  return values.flatMap((value): Rung[] => {
    const tried = bench.attempt(withValue(trial, slot, value));
    return tried ? [{ value, tried }] : [];
  });
}

function lookAtPairs({ fact, slot }: Asked, rungs: readonly Rung[], bench: Bench, watch: Watch): void {
  for (const [lower, upper] of pairsToLookAt(fact, rungs)) {
    const tried = [lower.tried, upper.tried] as const;
    lookAt({ fact, slot, values: [lower.value, upper.value], tried }, bench, watch);
  }
}

/** Of values in one order neighbours are enough: what falls anywhere falls between two of them. Others are held each against each. */
function pairsToLookAt(fact: ProbedFact, rungs: readonly Rung[]): readonly (readonly [Rung, Rung])[] {
  return rungs.flatMap((upper, index) => {
    const before = rungs.slice(0, index);
    if (fact.weight === undefined || fact.type === "set")
      return before.map((lower) => [lower, upper] as const);
    const nearest = before.findLast(
      ({ value, tried }) => value !== undefined && areComparable([tried, upper.tried]),
    );
    return nearest ? [[nearest, upper] as const] : [];
  });
}
