import { quote } from "@evenhand/domain";
import type { StatementOf } from "../validate/statement.ts";
import { says } from "../validate/statement.ts";
import { figureOf } from "../validate/figure.ts";
import type { LintRule, Linted } from "./lint-rule.ts";

/**
 * A step that is part of another and has longer than the whole. Days, working days and hours are compared only where the
 * one is longer whatever the calendar says: three working days can be longer than four calendar days, and need not be.
 *
 * @example
 * // `factory` within 9 calendar days as part of `marketing`, which has 7
 * // "step-longer-than-whole" at the `within` of `factory`
 */
export const stepLongerThanWhole: LintRule = (linted) => {
  const dues = linted.statements.filter((statement) => says(statement, "due"));
  const wholes = Map.groupBy(dues, ({ event }) => event.params.step);
  for (const step of dues) {
    const { partOf } = step.event.params;
    const whole = partOf === undefined ? undefined : wholes.get(partOf);
    // Where several rules set the whole's deadline, by market or kind, the step may go with the longest of them.
    if (whole && whole.length > 0 && whole.every((one) => isCertainlyLonger(step, one, linted)))
      reportStep(step, linted);
  }
};

function reportStep({ event, placeOf }: StatementOf<"due">, { report }: Linted): void {
  const { step, partOf = "" } = event.params;
  report.add({
    code: "step-longer-than-whole",
    at: placeOf("within"),
    message: {
      en: `${quote(step)} has longer than ${quote(partOf)}, of which it is a part`,
      zh: `${quote(step)}的期限长于其所属的${quote(partOf)}`,
    },
  });
}

function isCertainlyLonger(step: StatementOf<"due">, whole: StatementOf<"due">, linted: Linted): boolean {
  const [ours, theirs] = [spanOf(step, linted), spanOf(whole, linted)];
  if (!ours || !theirs) return false;
  if (ours.unit === theirs.unit) return ours.units > theirs.units;
  // Each working day is a day at least, so so many working days take no fewer calendar days.
  if (ours.unit === "working-days" && theirs.unit === "calendar-days") return ours.units > theirs.units;
  return ours.atLeastMinutes > theirs.atMostMinutes;
}

type Span = {
  readonly unit: StatementOf<"due">["event"]["params"]["unit"];
  readonly units: number;
  readonly atLeastMinutes: number;
  readonly atMostMinutes: number;
};

const MINUTES_A_DAY = 1_440;
/** By so much a day can be shorter or longer where clocks are changed. */
const CLOCK_CHANGE = 60;

function spanOf({ event }: StatementOf<"due">, { names }: Linted): Span | undefined {
  const { within, unit, at } = event.params;
  const units = figureOf(within, names);
  if (units === undefined) return undefined;
  switch (unit) {
    case "minutes":
      return { unit, units, atLeastMinutes: units, atMostMinutes: units };
    case "hours":
      return { unit, units, atLeastMinutes: units * 60, atMostMinutes: units * 60 };
    case "calendar-days":
    case "working-days": {
      // Counted from a moment, the last day lasts until its midnight, or until a time of day that may come early in it.
      const wholeDays = at === undefined ? units : units - 1;
      return {
        unit,
        units,
        atLeastMinutes: wholeDays * MINUTES_A_DAY - CLOCK_CHANGE,
        atMostMinutes: unit === "working-days" ? Infinity : (units + 1) * MINUTES_A_DAY + CLOCK_CHANGE,
      };
    }
  }
}
