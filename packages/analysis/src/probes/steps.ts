import { type Bench, type Tried, areComparable, chargeOf, concernedBy, entryOf } from "./bench.ts";
import { chargesOf } from "./charges.ts";
import { type Trial, withValue } from "./trial.ts";
import { fromUnits, toUnits } from "./units.ts";
import type { Pair, Watch } from "./watch.ts";

/** Trials of one case with more and more of one numeric fact. */
export type Ladder = Pick<Pair, "fact" | "slot"> & {
  readonly rungs: readonly { readonly value: Pair["values"][0]; readonly tried: Tried }[];
};

/**
 * Looks for steps: where one least unit more moves a charge by more than the slope beside it, because other rules charge
 * or the grade is another. What a formula gives (a share of the loss, an amount for each) moves with the fact and makes
 * no step.
 */
export function lookForSteps(ladder: Ladder, bench: Bench, watch: Watch): void {
  const pairs = unitPairs(ladder);
  for (const [index, pair] of pairs.entries()) {
    if (!pair) continue;
    if (!areComparable(pair.tried)) {
      watch.count("undecidedPairs");
      continue;
    }
    watch.count("unitPairs");
    const beside = [pairs[index - 1], pairs[index + 1]].flatMap((other) => other ?? []);
    for (const id of concernedBy(pair.slot, pair.tried)) {
      const step = stepIn({ pair, beside, id }, bench);
      if (step) watch.note({ kind: kindOf(step), id, pair, byMinor: step.byMinor, rules: step.rules });
    }
  }
}

/** The step that a fact makes at a value of a trial, looked at once more with the units on either side. */
export function stepAt(
  base: Trial,
  { pair, id }: Pick<At, "pair" | "id">,
  bench: Bench,
): (Step & { readonly pair: Pair }) | undefined {
  const { fact, slot } = pair;
  const from = toUnits(pair.values[0], fact.type);
  if (from === undefined) return undefined;
  const { timeZone } = bench.loaded.version.policy;
  const rungs = [from - 1, from, from + 1, from + 2].flatMap((units) => {
    const value = fromUnits(units, fact.type, timeZone);
    const tried = bench.attempt(withValue(base, slot, value));
    return tried ? [{ value, tried }] : [];
  });
  const pairs = unitPairs({ fact, slot, rungs }).flatMap((one) => one ?? []);
  const again = pairs.find(({ values }) => toUnits(values[0], fact.type) === from);
  if (!again || !areComparable(again.tried)) return undefined;
  const step = stepIn({ pair: again, beside: pairs.filter((one) => one !== again), id }, bench);
  return step && { ...step, pair: again };
}

export type Step = {
  /** Beyond the slope beside it; minor units. */
  readonly byMinor: number;
  readonly rules: readonly string[];
  readonly isDeclared: boolean;
};

export function kindOf({ isDeclared }: Step): "declared-step" | "undeclared-step" {
  return isDeclared ? "declared-step" : "undeclared-step";
}

/** The rungs that are one least unit apart; `undefined` stands for a gap, so that neighbours are neighbours. */
function unitPairs({ fact, slot, rungs }: Ladder): readonly (Pair | undefined)[] {
  return rungs.slice(1).map((upper, index): Pair | undefined => {
    const lower = rungs[index];
    const [from, to] = [toUnits(lower?.value, fact.type), toUnits(upper.value, fact.type)];
    if (!lower || from === undefined || to !== from + 1) return undefined;
    return { fact, slot, values: [lower.value, upper.value], tried: [lower.tried, upper.tried] };
  });
}

type At = { readonly pair: Pair; readonly beside: readonly Pair[]; readonly id: string };

/** A fen either way is rounding, and no step. */
const ROUNDING = 1;

function stepIn({ pair: { tried }, beside, id }: At, bench: Bench): Step | undefined {
  if (isSameCharging(tried, id)) return undefined;
  const slopes = beside.filter((other) => isSameCharging(other.tried, id));
  const whole = Math.abs(chargeOf(tried[1], id) - chargeOf(tried[0], id));
  const slope = Math.max(
    0,
    ...slopes.map((other) => Math.abs(chargeOf(other.tried[1], id) - chargeOf(other.tried[0], id))),
  );
  const byMinor = whole - slope;
  const rules = makersOf(tried, slopes, id);
  if (byMinor <= ROUNDING || rules.length === 0) return undefined;
  return { byMinor, rules, isDeclared: rules.every((rule) => declares(rule, bench)) };
}

function isSameCharging([one, other]: Pair["tried"], id: string): boolean {
  const [before, after] = [charging(one, id), charging(other, id)];
  return before.join(" ") === after.join(" ") && entryOf(one, id)?.grade === entryOf(other, id)?.grade;
}

function charging(tried: Tried, id: string): readonly string[] {
  return [...chargesOf(tried, id)].flatMap(([rule, amount]) => (amount === 0 ? [] : [rule])).toSorted();
}

/** The rules whose own charge moves further here than beside. */
function makersOf(tried: Pair["tried"], slopes: readonly Pair[], id: string): readonly string[] {
  const here = movesOf(tried, id);
  const there = slopes.map((other) => movesOf(other.tried, id));
  const makers = [...here].filter(
    ([rule, by]) => by - Math.max(0, ...there.map((moves) => moves.get(rule) ?? 0)) > ROUNDING,
  );
  return makers.map(([rule]) => rule).toSorted();
}

function movesOf([one, other]: Pair["tried"], id: string): ReadonlyMap<string, number> {
  const [before, after] = [chargesOf(one, id), chargesOf(other, id)];
  const rules = [...new Set([...before.keys(), ...after.keys()])];
  return new Map(rules.map((rule) => [rule, Math.abs((after.get(rule) ?? 0) - (before.get(rule) ?? 0))]));
}

/** A row of a table says what its tier costs, and a conversion what its grade costs; a rule of its own says neither. */
function declares(id: string, { loaded: { version } }: Bench): boolean {
  const own = version.policy.rules.find((rule) => rule.id === id);
  if (!own) return true;
  const { event } = own.rule;
  return event.type === "deduct" && event.params.of === "grade";
}
