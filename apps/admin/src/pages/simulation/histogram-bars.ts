import type { SimulationResult } from "@evenhand/analysis";

/** One bar: the differences that stand in it, both included, minor units (null is open), and how many cases have them. */
export type HistogramBar = {
  readonly direction: "lower" | "same" | "higher";
  readonly leastMinor: number | null;
  readonly mostMinor: number | null;
  readonly cases: number;
};

type Counted = Pick<SimulationResult, "histogram" | "counts">;

/**
 * The bars from the largest decrease to the largest increase, those of changes at the same amount between them.
 *
 * INVARIANT: they hold every changed case once.
 *
 * @example histogramBars(result).map(({ leastMinor, mostMinor }) => [leastMinor, mostMinor])
 * // [[null, -1000001], …, [-10000, -1], [0, 0], [1, 10000], …, [1000001, null]]
 */
export function histogramBars({ histogram, counts }: Counted): readonly HistogramBar[] {
  const bars = histogram.map(({ direction, aboveMinor, upToMinor, cases }): HistogramBar =>
    direction === "higher"
      ? { direction, leastMinor: aboveMinor + 1, mostMinor: upToMinor, cases }
      : { direction, leastMinor: upToMinor === null ? null : -upToMinor, mostMinor: -aboveMinor - 1, cases },
  );
  const cases = counts.changed - counts.higher - counts.lower;
  return [
    ...bars.filter(({ direction }) => direction === "lower"),
    { direction: "same", leastMinor: 0, mostMinor: 0, cases },
    ...bars.filter(({ direction }) => direction === "higher"),
  ];
}

/** The first and the last bar of a choice, both included. */
export type BarRange = { readonly first: number; readonly last: number };

/** Which bars a range of differences stands for; undefined where it begins or ends within one. */
export function barsBetween(
  bars: readonly HistogramBar[],
  { least, most }: { readonly least?: string; readonly most?: string },
): BarRange | undefined {
  if (least === undefined && most === undefined) return undefined;
  const first = bars.findIndex(
    ({ leastMinor }) => leastMinor === (least === undefined ? null : Number(least)),
  );
  const last = bars.findLastIndex(
    ({ mostMinor }) => mostMinor === (most === undefined ? null : Number(most)),
  );
  return first < 0 || last < first ? undefined : { first, last };
}

/** What of the differences is asked for by a range of bars. */
export function rangeOf(
  bars: readonly HistogramBar[],
  { first, last }: BarRange,
): { readonly least: string | undefined; readonly most: string | undefined } {
  const text = (minor: number | null | undefined): string | undefined =>
    typeof minor === "number" ? String(minor) : undefined;
  return { least: text(bars[first]?.leastMinor), most: text(bars[last]?.mostMinor) };
}
