import { type EvaluateRequest, type Policy, instantOn, parseDay } from "@evenhand/domain";
import { requirements } from "@evenhand/engine";
import type { Random } from "../statistics/random.ts";
import { type Bench, type Tried } from "./bench.ts";
import { boundariesIn } from "./boundaries.ts";
import { slotsOf } from "./probed-fact.ts";
import { satisfied } from "./satisfy.ts";
import { type Trial, withParties, withValue } from "./trial.ts";
import { valuesFor } from "./values.ts";

/** What made-up people get in a month: 3,000.00 in most currencies. */
const SAMPLE_BONUS = 300_000;

/** Days after a version's first day on which made-up cases are looked at, so that none of their days is still to come. */
const DAYS_LATER = 30;

/** When made-up cases of a policy are evaluated: noon, a month after it came into force. Epoch milliseconds. */
export function momentOf({ effectiveFrom, timeZone }: Policy): number {
  return instantOn((parseDay(effectiveFrom) ?? 0) + DAYS_LATER, "12:00", timeZone);
}

/**
 * Cases made up from what a policy declares and asks for, each of which makes other rules fire than those before it: the
 * example of its requirements, one for every rule, those two at a time, and some by chance. Each was tried.
 */
export function buildCases(bench: Bench, random: Random, most: number): readonly Tried[] {
  const { version } = bench.loaded;
  const base = baseOf(requirements(version).example, momentOf(version.policy), bench);
  const kept = new Map<string, Tried>();
  const keep = (trial: Trial): boolean => {
    const tried = kept.size < most ? bench.attempt(trial) : undefined;
    if (!tried || kept.has(patternOf(tried))) return false;
    kept.set(patternOf(tried), tried);
    return true;
  };
  keep(base);
  for (const trial of singles(bench, base)) keep(trial);
  for (const trial of combined(
    bench,
    [...kept.values()].map((tried) => tried.trial),
  ))
    keep(trial);
  const alone = [...kept.values()];
  for (const { trial } of alone) keep(withSecondParty(trial));
  for (let round = 0; round < most * 4 && bench.hasRoom(); round += 1) {
    const from = [...kept.values()][random.below(Math.max(1, kept.size))];
    if (from) keep(changedByChance(bench, from.trial, random));
  }
  return [...kept.values()];
}

/** Which rules fire on whom: a case that adds nothing to this is not needed. */
function patternOf({ explanation, outcome }: Tried): string {
  const fired = explanation.flatMap(({ rule, party, stage }) =>
    rule === undefined || stage === "deadline" || stage === "authority" ? [] : [`${rule}@${party ?? ""}`],
  );
  return [outcome.disposition, ...fired.toSorted()].join(" ");
}

function baseOf(example: EvaluateRequest, evaluatedAt: number, { facts }: Bench): Trial {
  const trial: Trial = { request: example, evaluatedAt, onRecord: [] };
  const bonus = facts.find(({ name }) => name === "monthlyBonus");
  const slots = bonus ? slotsOf(bonus, trial) : [];
  return slots.reduce((changed, slot) => withValue(changed, slot, SAMPLE_BONUS), trial);
}

const WAYS = 3;

function singles(bench: Bench, base: Trial): readonly Trial[] {
  return bench.loaded.version.rules.flatMap((rule) =>
    Array.from({ length: WAYS }, (_, choice) => {
      const party = base.request.case.parties[0]?.id ?? "";
      return satisfied(base, rule.rule.conditions, {
        loaded: bench.loaded,
        facts: bench.facts,
        party,
        choice,
      });
    }),
  );
}

/** Rules of the penalty stage are also asked together: what one takes, another may add to or take the place of. */
function combined(bench: Bench, trials: readonly Trial[]): readonly Trial[] {
  const rules = bench.loaded.version.rules.filter(
    ({ stage }) => stage === "attribution" || stage === "penalty",
  );
  return trials.flatMap((trial) =>
    rules.map((rule) => {
      const party = trial.request.case.parties[0]?.id ?? "";
      return satisfied(trial, rule.rule.conditions, {
        loaded: bench.loaded,
        facts: bench.facts,
        party,
        choice: 0,
      });
    }),
  );
}

function withSecondParty(trial: Trial): Trial {
  const { parties } = trial.request.case;
  const [first] = parties;
  return first ? withParties(trial, [...parties, { ...first, id: "P2" }]) : trial;
}

/** A trial with one to three facts set to other values, boundaries among them. */
export function changedByChance(bench: Bench, trial: Trial, random: Random): Trial {
  const { comparisons } = bench;
  const facts = bench.facts.filter(({ isRead, weight }) => isRead || weight !== undefined);
  let changed = trial;
  for (let count = 1 + random.below(3); count > 0 && facts.length > 0; count -= 1) {
    const fact = facts[random.below(facts.length)];
    const slots = fact ? slotsOf(fact, changed) : [];
    const slot = slots[random.below(Math.max(1, slots.length))];
    if (!fact || !slot) continue;
    const seen = { ...bench, trial: changed, ...(slot.party === undefined ? {} : { party: slot.party }) };
    const boundaries = boundariesIn(comparisons, seen).get(fact.name) ?? new Set();
    const values = valuesFor({ fact, slot, seen, boundaries, comparisons });
    changed = withValue(changed, slot, values[random.below(Math.max(1, values.length))]);
  }
  return changed;
}
