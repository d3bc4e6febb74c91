import {
  type DecidedSide,
  RuleTally,
  type Sides,
  SkippedTally,
  type UndecidedSide,
  comparisonOf,
  recordWindowOf,
} from "@evenhand/analysis";
import type { RecentCase, RecentCases } from "@evenhand/service";
import { type CaseChange, type Effect, MOST_LISTED } from "./effect.ts";

/** Two answers to one case. */
export type ComparedCase = {
  readonly one: RecentCase;
  readonly baseline: DecidedSide | UndecidedSide;
  readonly candidate: DecidedSide | UndecidedSide;
};

/**
 * What a draft does to a sample, from what each case came to under both.
 *
 * @example compareCases(compared, { baseline, candidate, sample, tookMs: 212 }).changed // 37
 */
export function compareCases(
  all: readonly ComparedCase[],
  { sample, tookMs, ...sides }: Sides & { readonly sample: RecentCases; readonly tookMs: number },
): Effect {
  const { differenceOf, labels } = comparisonOf(sides);
  const [rules, skipped] = [new RuleTally(), new SkippedTally()];
  const changes: CaseChange[] = [];
  const sums = { compared: 0, beforeMinor: 0, afterMinor: 0 };
  for (const { one, ...both } of all) {
    const { baseline, candidate } = both;
    if ("problem" in baseline || "problem" in candidate) {
      skipped.add(one.id, both);
      continue;
    }
    sums.compared += 1;
    sums.beforeMinor += baseline.totalMinor;
    sums.afterMinor += candidate.totalMinor;
    rules.add({ baseline, candidate });
    const difference = differenceOf({ baseline, candidate });
    if (!difference) continue;
    changes.push({
      id: one.id,
      appliesOn: one.appliesOn,
      beforeMinor: baseline.totalMinor,
      afterMinor: candidate.totalMinor,
      kinds: difference.kinds,
      causes: difference.causes.map(({ label }) => label),
    });
  }
  return {
    ...sums,
    baseVersion: sides.baseline.version.policy.version,
    takenAt: sample.takenAt,
    cases: sample.cases.length,
    changed: changes.length,
    higher: changes.filter(({ beforeMinor, afterMinor }) => afterMinor > beforeMinor).length,
    lower: changes.filter(({ beforeMinor, afterMinor }) => afterMinor < beforeMinor).length,
    otherApproval: changes.filter(({ kinds }) => kinds.includes("approval")).length,
    currency: sides.candidate.version.policy.currency,
    rules: rules.hits(labels),
    skipped: skipped.reasons(),
    changes: changes.toSorted((left, right) => sizeOf(right) - sizeOf(left)).slice(0, MOST_LISTED),
    isWithoutRecord: recordWindowOf(sides).codes.size > 0,
    tookMs,
  };
}

function sizeOf({ beforeMinor, afterMinor }: CaseChange): number {
  return Math.abs(afterMinor - beforeMinor);
}
