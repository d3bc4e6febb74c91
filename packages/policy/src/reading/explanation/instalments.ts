import type { Instalment } from "@evenhand/domain";

/** Months in a row that take the same amount. */
export type InstalmentRun = {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly amountMinor: number;
};

/**
 * A schedule with three or more equal instalments of consecutive months drawn together, so that seventy-five months read as one line.
 *
 * @example instalmentRuns(["2026-12", "2027-01", "2027-02"].map((month) => ({ month, amountMinor: 4000 })))
 * // [{ from: "2026-12", to: "2027-02", months: 3, amountMinor: 4000 }]
 */
export function instalmentRuns(schedule: readonly Instalment[]): readonly InstalmentRun[] {
  const runs: InstalmentRun[] = [];
  for (const { month, amountMinor } of schedule) {
    const last = runs.at(-1);
    if (last && last.amountMinor === amountMinor && monthAfter(last.to) === month) {
      runs[runs.length - 1] = { ...last, to: month, months: last.months + 1 };
    } else runs.push({ from: month, to: month, months: 1, amountMinor });
  }
  return runs.flatMap((run) =>
    run.months < FEWEST_TOGETHER
      ? schedule.filter(({ month }) => month >= run.from && month <= run.to).map(single)
      : run,
  );
}

/** Two equal months are still told one by one. */
const FEWEST_TOGETHER = 3;

function single({ month, amountMinor }: Instalment): InstalmentRun {
  return { from: month, to: month, months: 1, amountMinor };
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12
    ? `${year + 1}-01`
    : `${String(year).padStart(4, "0")}-${String(number + 1).padStart(2, "0")}`;
}
