import { type Instalment, parseMonth } from "@evenhand/domain";

/** Months in a row that take the same, and what is left to take after the last of them. */
export type MonthRow = {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** Taken in each of them, minor units. */
  readonly amountMinor: number;
  /** Planned or taken in each of them before this decision, or by other decisions. */
  readonly beforeMinor: number;
  /** The most that each of them may take, as known now; `undefined` where that is not said. */
  readonly capMinor: number | undefined;
  readonly leftMinor: number;
};

/** Two equal months are still told one by one. */
const FEWEST_TOGETHER = 3;

/**
 * A schedule as rows of a table: three or more months in a row that are alike share one, so that seventy-five months fit
 * a page.
 *
 * @example monthRows({ schedule: [{ month: "2026-07", amountMinor: 1000 }, { month: "2026-08", amountMinor: 200 }], before: new Map() })
 * // [{ from: "2026-07", …, leftMinor: 200 }, { from: "2026-08", …, leftMinor: 0 }]
 */
export function monthRows({
  schedule,
  before,
  caps = new Map(),
}: {
  readonly schedule: readonly Instalment[];
  readonly before: ReadonlyMap<string, number>;
  readonly caps?: ReadonlyMap<string, number>;
}): readonly MonthRow[] {
  const runs: MonthRow[][] = [];
  let leftMinor = schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  for (const { month, amountMinor } of schedule) {
    leftMinor -= amountMinor;
    const beforeMinor = before.get(month) ?? 0;
    const row = {
      from: month,
      to: month,
      months: 1,
      amountMinor,
      beforeMinor,
      capMinor: caps.get(month),
      leftMinor,
    };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isAlike(last, row)) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => (run.length < FEWEST_TOGETHER ? run : joined(run)));
}

function isAlike(last: MonthRow, next: MonthRow): boolean {
  return (
    last.amountMinor === next.amountMinor &&
    last.beforeMinor === next.beforeMinor &&
    last.capMinor === next.capMinor &&
    (parseMonth(last.to) ?? 0) + 1 === parseMonth(next.from)
  );
}

function joined(run: readonly MonthRow[]): readonly MonthRow[] {
  const [first, last] = [run[0], run.at(-1)];
  return first && last ? [{ ...last, from: first.from, months: run.length }] : [];
}
