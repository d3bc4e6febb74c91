import type { FactValue } from "@evenhand/domain";
import { type Bench, type Tried, chargeOf, concernedBy, entryOf, areComparable } from "./bench.ts";
import { rulesBetween } from "./charges.ts";
import type { ProbeFindingKind } from "./probe-result.ts";
import type { ProbedFact } from "./probed-fact.ts";
import type { Slot } from "./trial.ts";
import { isMore } from "./values.ts";

/** Two trials that differ in one fact; where the fact has an order, the one with less of it first. */
export type Pair = {
  readonly fact: ProbedFact;
  readonly slot: Slot;
  readonly values: readonly [FactValue | undefined, FactValue | undefined];
  readonly tried: readonly [Tried, Tried];
};

/** Something found, still as large as it was found. */
export type Candidate = {
  readonly kind: ProbeFindingKind | "declared-step" | "remainder";
  /** Whose charge it is about. */
  readonly id: string;
  readonly pair: Pair;
  readonly byMinor: number;
  readonly rules: readonly string[];
  readonly times: number;
};

/** Takes what is found, one for each kind, fact and set of rules: the one that goes furthest, and how often. */
export type Watch = {
  readonly note: (candidate: Omit<Candidate, "times">) => void;
  readonly count: (what: PairCount) => void;
  readonly counts: () => Readonly<Record<PairCount, number>>;
  readonly candidates: () => readonly Candidate[];
};

export type PairCount = "orderedPairs" | "gradedPairs" | "unitPairs" | "undecidedPairs" | "flips";

export function watchOf(): Watch {
  const found = new Map<string, Candidate>();
  const counts = { orderedPairs: 0, gradedPairs: 0, unitPairs: 0, undecidedPairs: 0, flips: 0 };
  return {
    count: (what) => void (counts[what] += 1),
    counts: () => counts,
    candidates: () => [...found.values()],
    note(candidate) {
      const key = keyOf(candidate);
      const known = found.get(key);
      const times = (known?.times ?? 0) + 1;
      const larger = known && known.byMinor >= candidate.byMinor ? known : candidate;
      found.set(key, { ...larger, times });
    },
  };
}

/** What makes two findings one. */
export function keyOf({ kind, rules, pair }: Pick<Candidate, "kind" | "rules" | "pair">): string {
  return JSON.stringify([kind, pair.fact.name, rules]);
}

/** Looks at a pair for what its kind of fact must not do: cost the wrong way, or grade the wrong way. */
export function lookAt(pair: Pair, bench: Bench, watch: Watch): void {
  if (!areComparable(pair.tried)) return watch.count("undecidedPairs");
  if (pair.fact.weight !== undefined && isMore(pair.fact, pair.values)) {
    watch.count("orderedPairs");
    for (const id of concernedBy(pair.slot, pair.tried)) {
      const byMinor = wrongOrder(pair, id);
      if (byMinor <= 0) continue;
      const rules = rulesBetween(pair.tried, id);
      const isRemainder = byMinor === 1 && rules.every((rule) => dividesLoss(rule, bench));
      const kind = pair.fact.weight === "worse" ? "worse-costs-less" : "milder-costs-more";
      watch.note({ kind: isRemainder ? "remainder" : kind, id, pair, byMinor, rules });
    }
  }
  if (pair.fact.weight === undefined && differsInGrade(pair)) {
    watch.count("gradedPairs");
    for (const id of concernedBy(pair.slot, pair.tried)) {
      const ordered = milderFirst(pair, id, bench);
      const byMinor = wrongGrade(ordered, id, bench);
      const rules = rulesBetween(pair.tried, id);
      if (byMinor > 0) watch.note({ kind: "graver-grade-costs-less", id, pair: ordered, byMinor, rules });
    }
  }
}

/**
 * Whether all that a rule takes is a share of the loss: dividing by the largest remainder may give somebody one minor unit
 * less of one more (Balinski and Young, “Fair Representation”, 1982, call it the Alabama paradox).
 */
function dividesLoss(id: string, { loaded }: Bench): boolean {
  const event = loaded.version.rules.find((rule) => rule.id === id)?.rule.event;
  return event?.type === "deduct" && event.params.of === "share";
}

function milderFirst(pair: Pair, id: string, { loaded }: Bench): Pair {
  const { grades } = loaded.version.policy;
  const [first, second] = pair.tried.map((tried) => grades.indexOf(gradeOf(tried, id) ?? ""));
  if ((first ?? 0) <= (second ?? 0)) return pair;
  return { ...pair, values: [pair.values[1], pair.values[0]], tried: [pair.tried[1], pair.tried[0]] };
}

/** By how much the charge goes against the weight of the fact; not above 0 where it does not. */
export function wrongOrder({ fact, tried: [less, more] }: Pair, id: string): number {
  const rise = chargeOf(more, id) - chargeOf(less, id);
  return fact.weight === "milder" ? rise : -rise;
}

/** By how much less the graver of two grades costs; not above 0 where it does not, or there are no two grades. */
export function wrongGrade({ tried: [one, other] }: Pair, id: string, { loaded }: Bench): number {
  const { grades } = loaded.version.policy;
  const [first, second] = [gradeOf(one, id), gradeOf(other, id)];
  if (first === undefined || second === undefined) return 0;
  const graver = Math.sign(grades.indexOf(second) - grades.indexOf(first));
  return graver * (chargeOf(one, id) - chargeOf(other, id));
}

function gradeOf(tried: Tried, id: string): string | undefined {
  return entryOf(tried, id)?.grade ?? undefined;
}

function differsInGrade({ slot, tried }: Pair): boolean {
  return concernedBy(slot, tried).some((id) => {
    const [first, second] = tried.map((one) => gradeOf(one, id));
    return first !== undefined && second !== undefined && first !== second;
  });
}
