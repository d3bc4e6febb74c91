import type { Outcome, PartyOutcome } from "@evenhand/domain";

/** What a party bears of the loss in the end, and whether that is the whole of the share that fell to it. */
export type BornePart = { readonly amountMinor: number; readonly isWholeShare: boolean };

/**
 * A statutory guard or a departure may leave somebody less than their share; the rest falls back on the company.
 * `undefined` where no loss was divided.
 *
 * @example bornePart(party, outcome) // { amountMinor: 60000, isWholeShare: false } of a share of 10% of 12,000.00
 */
export function bornePart(
  { party, shareMillionths = 0 }: PartyOutcome,
  { bearers }: Outcome,
): BornePart | undefined {
  if (bearers.length === 0) return undefined;
  const loss = bearers.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amountMinor = bearers.find(({ bearer }) => bearer === party)?.amountMinor ?? 0;
  // The share is rounded to the millionth and the part to the minor unit, so that a little either way is no difference.
  const isWholeShare = Math.abs(amountMinor - loss * (shareMillionths / 1e6)) <= 1 + loss / 1e6;
  return { amountMinor, isWholeShare };
}
