import { type Parameter, type ParameterUnit, parameterType, parseDay } from "@evenhand/domain";
import { within } from "./fields.ts";
import type { Inspection } from "./inspection.ts";
import { type Complaint, helpFor, numberFault } from "./literal-fault.ts";
import { grouped, isNot, shown } from "./shape-words.ts";
import { TYPE_WORDS } from "./type-words.ts";

/** The greatest figure of a unit: beyond it there is no such deadline or count, only a slip and a long computation. */
const GREATEST: Readonly<Record<Exclude<ParameterUnit, "money" | "rate" | "date">, number>> = {
  months: 1_200,
  count: 1_000_000_000,
  "calendar-days": 36_500,
  "working-days": 25_000,
  hours: 876_000,
  minutes: 52_560_000,
};

/**
 * Checks each parameter's figure against its unit.
 *
 * @example checkParameters(inspection) // "out-of-range" where a rate is 1.2
 */
export function checkParameters({ draft, report }: Inspection): void {
  for (const { at, part } of draft.parameters.parts.values()) {
    const fault = figureFault(part);
    if (fault) report.add({ at: within(at, "value"), ...fault });
  }
}

function figureFault({ value, unit }: Parameter): Complaint | undefined {
  if (unit === "date") return dayFault(value);
  if (typeof value !== "number") return wrongFigure(value, unit);
  if (unit === "money" || unit === "rate") return numberFault(value, unit);
  return quantityFault(value, unit);
}

/**
 * What is wrong with a number of days, hours, months or of anything counted. Months alone may be broken, since bonus
 * is deducted by half months; a broken number of hours is stated in minutes.
 *
 * @example quantityFault(0.5, "hours")?.code // "type-mismatch"
 */
export function quantityFault(value: number, unit: keyof typeof GREATEST): Complaint | undefined {
  if (unit !== "months" && !Number.isInteger(value)) {
    return {
      ...wrongFigure(value, unit),
      ...(unit === "hours" && { help: { en: "state it in `minutes`", zh: "请改用`minutes`" } }),
    };
  }
  if (value >= 0 && value <= GREATEST[unit]) return numberFault(value, parameterNumberType(unit));
  return {
    code: "out-of-range",
    message: {
      en: `${shown(value)} is out of range: from 0 to ${grouped(GREATEST[unit])}`,
      zh: `${shown(value)}超出范围：应在0至${grouped(GREATEST[unit])}之间`,
    },
  };
}

function parameterNumberType(unit: keyof typeof GREATEST) {
  return unit === "count" ? "integer" : unit;
}

function dayFault(value: number | string): Complaint | undefined {
  if (typeof value === "string" && parseDay(value) !== undefined) return undefined;
  return {
    code: "not-a-date",
    message: { en: `${shown(value)} is not a day`, zh: `${shown(value)}不是有效的日期` },
    help: { en: "write the day as `YYYY-MM-DD`", zh: "日期请写作`YYYY-MM-DD`" },
  };
}

function wrongFigure(value: number | string, unit: ParameterUnit): Complaint {
  const type = parameterType(unit);
  const help = helpFor(value, type);
  return { code: "type-mismatch", message: isNot(value, TYPE_WORDS[type]), ...(help && { help }) };
}
