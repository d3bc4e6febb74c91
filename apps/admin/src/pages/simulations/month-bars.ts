import type { SimulationEstimate } from "./simulation-queries.ts";

/** One bar: a month, `2026-07`, and how many past cases were decided in it. */
export type MonthBar = { readonly month: string; readonly cases: number };

/**
 * A bar for each month from the first that has a case to the last, those without one included.
 *
 * @example
 * monthBars([{ month: "2025-12", cases: 3 }, { month: "2026-02", cases: 1 }])
 * // [{ month: "2025-12", cases: 3 }, { month: "2026-01", cases: 0 }, { month: "2026-02", cases: 1 }]
 */
export function monthBars(months: SimulationEstimate["months"]): readonly MonthBar[] {
  const counts = new Map(months.map(({ month, cases }) => [month, cases]));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const bars: MonthBar[] = [];
  if (first === undefined || last === undefined) return bars;
  for (let month = first; month <= last; month = monthAfter(month))
    bars.push({ month, cases: counts.get(month) ?? 0 });
  return bars;
}

/** The bar of most cases; of several the first. */
export function highestBar(bars: readonly MonthBar[]): MonthBar | undefined {
  const most = Math.max(...bars.map(({ cases }) => cases));
  return bars.find(({ cases }) => cases === most);
}

const MONTHS = 12;

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const [next, following] = number === MONTHS ? [year + 1, 1] : [year, number + 1];
  return `${String(next).padStart(4, "0")}-${String(following).padStart(2, "0")}`;
}
