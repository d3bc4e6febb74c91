import type { CalendarDocument, CalendarProblem } from "./calendar-document.ts";
import { readCalendar } from "./calendar.ts";

/** The holidays and make-up days of one year, as they are announced for it. */
export type CalendarYear = {
  readonly year: number;
  /** Days off that would otherwise be working days (Monday to Friday), `YYYY-MM-DD`, ascending. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked to make up for one, ascending. */
  readonly makeUpDays: readonly string[];
  /** Where they were announced. */
  readonly source: string;
};

/**
 * The years that can be taken into a calendar: those that it covers, and the one after. A later one would leave a year
 * between that nobody knows the holidays of.
 */
export function yearsFor({ coverage }: Pick<CalendarDocument, "coverage">): {
  readonly first: number;
  readonly last: number;
} {
  return { first: yearOf(coverage.from), last: yearOf(coverage.to) + 1 };
}

/**
 * Everything that is wrong with the days of a year, each by its place in the lists: one that does not exist, is of
 * another year, out of order or there twice, a holiday at a weekend, a make-up day on a weekday.
 */
export function yearProblems(
  calendar: CalendarDocument,
  { year, holidays, makeUpDays }: CalendarYear,
): readonly CalendarProblem[] {
  const read = readCalendar({ ...calendar, coverage: wholeYear(year), holidays, makeUpDays });
  return "problems" in read ? read.problems : [];
}

/** The days of a year as a calendar has them. */
export function daysOfYear(
  calendar: Pick<CalendarDocument, "holidays" | "makeUpDays">,
  year: number,
): Pick<CalendarYear, "holidays" | "makeUpDays"> {
  const isOfYear = (day: string): boolean => yearOf(day) === year;
  return { holidays: calendar.holidays.filter(isOfYear), makeUpDays: calendar.makeUpDays.filter(isOfYear) };
}

/**
 * The next version of a calendar, with these days in the place of those that it had for the year. It covers the whole of
 * that year from then on. The days must be free of `yearProblems`, the year one of `yearsFor`.
 *
 * @example withYear(calendar, { year: 2027, holidays: ["2027-01-01"], makeUpDays: [], source: "…" }).coverage.to // "2027-12-31"
 */
export function withYear(calendar: CalendarDocument, taken: CalendarYear): CalendarDocument {
  const { from, to } = wholeYear(taken.year);
  const exchanged = (list: "holidays" | "makeUpDays"): readonly string[] =>
    [...calendar[list].filter((day) => yearOf(day) !== taken.year), ...taken[list]].toSorted();
  return {
    ...calendar,
    version: calendar.version + 1,
    coverage: {
      from: calendar.coverage.from < from ? calendar.coverage.from : from,
      to: calendar.coverage.to > to ? calendar.coverage.to : to,
    },
    source: `${calendar.source}; ${taken.year}: ${taken.source}`,
    holidays: exchanged("holidays"),
    makeUpDays: exchanged("makeUpDays"),
  };
}

function wholeYear(year: number): { readonly from: string; readonly to: string } {
  const written = String(year).padStart(4, "0");
  return { from: `${written}-01-01`, to: `${written}-12-31` };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
