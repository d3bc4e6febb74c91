import type { CountedDecision, FairnessParty } from "./decision.ts";

/** The Renard series R10 (ISO 3): ten steps to a power of ten, each about a quarter above the one before. */
const STEPS = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8] as const;

/**
 * Where the band begins that a loss lies in, in minor units: bands run from one number of the series R10 to the next, times
 * powers of ten, so that within a band no loss is more than some 28% above another. In wider ones a group that has the
 * larger losses would seem to be treated harder. 0 is a band of its own.
 *
 * @example lossBandOf(310_000) // 250000: from 2,500.00 up to 3,150.00
 */
export function lossBandOf(lossMinor: number): number {
  if (lossMinor < 1) return 0;
  const power = 10 ** (String(Math.trunc(lossMinor)).length - 1);
  const step = STEPS.findLast((from) => lossMinor >= from * power) ?? 1;
  return step * power;
}

/** What is held the same among comparable cases, besides the policy version. */
export type HeldSame = {
  /** The kind of case, as decided. */
  readonly category: boolean;
  /** A loss in the same band, or none stated. */
  readonly lossBand: boolean;
  /** Facts of the person, or else of the case, such as rank. */
  readonly facts: readonly string[];
};

/** What is held the same unless something else is asked for. */
export const USUALLY_SAME: HeldSame = { category: true, lossBand: true, facts: [] };

/** What makes cases comparable for somebody in them: the same policy version, and whatever else is held the same. */
export function stratumOf(
  { policy, category, lossMinor, facts }: CountedDecision,
  party: Pick<FairnessParty, "facts">,
  same: HeldSame,
): string {
  const band = lossMinor === null ? null : lossBandOf(lossMinor);
  return JSON.stringify([
    policy.hash,
    ...(same.category ? [category] : []),
    ...(same.lossBand ? [band] : []),
    ...same.facts.map((fact) => party.facts[fact] ?? facts[fact] ?? null),
  ]);
}
