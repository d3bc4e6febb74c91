import { type Outcome, canonicalJson } from "@evenhand/domain";
import { type Bench, type Tried, chargeOf } from "./bench.ts";
import { boundariesIn } from "./boundaries.ts";
import { rulesBetween } from "./charges.ts";
import { slotsOf } from "./probed-fact.ts";
import { type Trial, valueAt, withValue } from "./trial.ts";
import { valuesFor } from "./values.ts";
import type { Watch } from "./watch.ts";

/**
 * Evaluates a case again with nothing changed but one protected fact, for each value that it is probed at, and notes each
 * outcome that is another.
 */
export function flipProtected(bench: Bench, trial: Trial, names: readonly string[], watch: Watch): void {
  const base = bench.attempt(trial);
  if (!base) return;
  for (const fact of bench.facts.filter(({ name }) => names.includes(name))) {
    for (const slot of slotsOf(fact, trial)) {
      const { loaded, facts, comparisons } = bench;
      const seen = { loaded, facts, trial, ...(slot.party === undefined ? {} : { party: slot.party }) };
      const boundaries = boundariesIn(comparisons, seen).get(fact.name) ?? new Set();
      const current = valueAt(trial, slot);
      for (const value of valuesFor({ fact, slot, seen, boundaries, comparisons })) {
        const flipped = value === current ? undefined : bench.attempt(withValue(trial, slot, value));
        if (!flipped) continue;
        watch.count("flips");
        const tried = [base, flipped] as const;
        if (!outcomeDiffers(tried)) continue;
        const id = mostMoved(tried, slot.party);
        const byMinor = Math.abs(chargeOf(flipped, id) - chargeOf(base, id));
        const pair = { fact, slot, values: [current, value], tried } as const;
        watch.note({ kind: "protected-fact-decides", id, pair, byMinor, rules: rulesBetween(tried, id) });
      }
    }
  }
}

/** Whether two cases come to anything else; that a warning names another value is no other outcome. */
export function outcomeDiffers([one, other]: readonly [Tried, Tried]): boolean {
  return comparable(one.outcome) !== comparable(other.outcome);
}

function comparable({ warnings: _, ...outcome }: Outcome): string {
  return canonicalJson(outcome);
}

/** Whose charge moves most; where nobody's does, the party whose fact it is, or the first. */
function mostMoved([one, other]: readonly [Tried, Tried], party: string | undefined): string {
  const ids = [...one.outcome.parties, ...other.outcome.parties].map((entry) => entry.party);
  const moved = ids
    .map((id) => ({ id, by: Math.abs(chargeOf(other, id) - chargeOf(one, id)) }))
    .toSorted((left, right) => right.by - left.by)[0];
  return moved && moved.by > 0 ? moved.id : (party ?? moved?.id ?? "");
}
