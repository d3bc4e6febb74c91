import {
  type CalendarDocument,
  MAX_WORKING_DAYS,
  addWorkingDays,
  formatDay,
  isWeekend,
  parseDay,
  readCalendar,
} from "@evenhand/domain";

/** What a day is in a count: the day of the event, a day that counts, or one that does not and why. */
export type DayKind = "start" | "counted" | "makeUp" | "weekend" | "holiday";

export type CountedDay = {
  readonly day: string;
  readonly kind: DayKind;
  /** Which day of the count it is; nothing of days that do not count. */
  readonly number: number | undefined;
};

export type DayCount = {
  readonly days: readonly CountedDay[];
  readonly due: string;
  /** The calendar does not know all of these days yet; there Monday to Friday were taken for working days. */
  readonly isProvisional: boolean;
};

/**
 * The days from an event to the day that is so many days after it, each with what it is. Undefined of a count or a day
 * that there cannot be, and of a calendar with a fault.
 *
 * @example countDays({ calendar: cn, from: "2026-09-29", count: 3, unit: "working-days" })?.due // "2026-10-09"
 */
export function countDays(given: {
  readonly calendar: CalendarDocument;
  readonly from: string;
  readonly count: number;
  readonly unit: "working-days" | "calendar-days";
}): DayCount | undefined {
  const { calendar: document, count, unit } = given;
  const from = parseDay(given.from);
  const read = readCalendar(document);
  if (from === undefined || !("calendar" in read)) return undefined;
  if (!Number.isInteger(count) || count < 0 || count > MAX_WORKING_DAYS) return undefined;
  const reached =
    unit === "working-days"
      ? addWorkingDays(read.calendar, from, count)
      : { day: from + count, provisional: false, counted: daysAfter(from, count) };
  const numbers = new Map(reached.counted.map((day, index) => [day, index + 1]));
  const days = [from, ...daysAfter(from, reached.day - from)].map((day) => ({
    day: formatDay(day),
    kind: kindOf(day, { from, document, unit }),
    number: numbers.get(day),
  }));
  return { days, due: formatDay(reached.day), isProvisional: reached.provisional };
}

/** What becomes of a calendar where a day off is worked, or a working day is off. */
export function withDayTurned(document: CalendarDocument, day: string): CalendarDocument {
  const field = isWeekend(parseDay(day) ?? 0) ? "makeUpDays" : "holidays";
  const days = document[field];
  return {
    ...document,
    [field]: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted(),
  };
}

/** The months that days lie in, in their order: `2026-10`. */
export function monthsOf(days: readonly CountedDay[]): readonly string[] {
  return [...new Set(days.map(({ day }) => day.slice(0, "2026-10".length)))];
}

function daysAfter(day: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => day + index + 1);
}

function kindOf(
  day: number,
  given: { readonly from: number; readonly document: CalendarDocument; readonly unit: string },
): DayKind {
  if (day === given.from) return "start";
  if (given.unit === "calendar-days") return "counted";
  const text = formatDay(day);
  if (given.document.holidays.includes(text)) return "holiday";
  if (!isWeekend(day)) return "counted";
  return given.document.makeUpDays.includes(text) ? "makeUp" : "weekend";
}
