import { formatInstant, instantOn, isTimeZone, parseDay } from "@evenhand/domain";
import type { Deadline } from "./deadlines.ts";

const MS_PER = { hours: 3_600_000, minutes: 60_000 } as const;

/** When a deadline by the clock ends, RFC 3339 in the time zone; undefined where there is nothing to count from. */
export function dueMoment(
  { length, unit }: Pick<Deadline, "length" | "unit">,
  given: { readonly day: string; readonly time: string; readonly timeZone: string },
): string | undefined {
  const day = parseDay(given.day);
  if (day === undefined || length === undefined || (unit !== "hours" && unit !== "minutes")) return undefined;
  if (!isTimeZone(given.timeZone) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(given.time)) return undefined;
  const start = instantOn(day, given.time, given.timeZone);
  return formatInstant(start + length * MS_PER[unit], given.timeZone);
}
