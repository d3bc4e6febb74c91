import type { Outlier, Quartiles } from "@evenhand/analysis";
import { type Scale, quantityScale } from "./scale.ts";

/** One distribution of a strip plot. */
export type StripRow = {
  readonly label: string;
  readonly quartiles: Quartiles;
  /** Values that lie far off, as far as they may be shown one by one. */
  readonly outliers: readonly Outlier[];
};

/** Where the parts of a strip are drawn, each 0 to 1 of its width. */
export type Strip = {
  /** From the least to the most that does not lie far off. */
  readonly whiskers: { readonly from: number; readonly to: number };
  readonly box: { readonly from: number; readonly to: number };
  readonly median: number;
};

/** One scale for several distributions, from zero to the largest value of all. */
export function stripScale(rows: readonly StripRow[]): Scale {
  return quantityScale(rows.flatMap(({ quartiles: { least, most } }) => [least, most]));
}

/** A distribution on a scale: the middle half as a box, lines to where values begin to lie far off, as far as any do. */
export function stripOf({ least, lower, median, upper, most, fences }: Quartiles, { at }: Scale): Strip {
  return {
    whiskers: { from: at(Math.max(least, fences.below)), to: at(Math.min(most, fences.above)) },
    box: { from: at(lower), to: at(upper) },
    median: at(median),
  };
}
