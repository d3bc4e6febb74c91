import { type EffectOf, dayNumber } from "./effect.ts";

const MOST_YEARS = 8;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

export type Scale = {
  /** Where a day stands, in percent of the width; `later` days after it. */
  readonly of: (day: string, later?: number) => number;
  readonly years: readonly { readonly year: number; readonly at: number }[];
};

/** A scale on which all of these versions begin and these days stand, with room at both ends. */
export function scaleOf(versions: readonly EffectOf[], days: readonly string[]): Scale {
  const numbers = [
    ...versions.flatMap((one) => [one.effectiveFrom, one.effectiveUntil ?? one.effectiveFrom]),
    ...days,
  ].map(dayNumber);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = Math.max(30, (last - first) * 0.08);
  const [start, span] = [first - margin / 4, last - first + 1.25 * margin];
  const at = (day: string, later = 0): number => ((dayNumber(day) + later - start) / span) * 100;
  const years = yearsBetween(start, start + span);
  return { of: at, years: years.map((year) => ({ year, at: at(`${year}-01-01`) })) };
}

/** The years that begin between two days, or every so many of them. */
function yearsBetween(first: number, last: number): readonly number[] {
  const yearOf = (day: number): number => new Date(day * 24 * 60 * 60 * 1000).getUTCFullYear();
  const from = yearOf(first) + 1;
  const all = Array.from({ length: Math.max(0, yearOf(last) - from + 1) }, (_, index) => from + index);
  const step = YEAR_STEPS.find((years) => all.length / years <= MOST_YEARS) ?? all.length;
  return all.filter((year) => year % step === 0);
}
