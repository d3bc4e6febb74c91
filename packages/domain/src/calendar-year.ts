import type { CalendarDocument, CalendarProblem } from "./calendar-document.ts";
import { readCalendar } from "./calendar.ts";
import { pointer } from "./identifier.ts";

/** Between what a calendar names as the sources of its days. */
export const BETWEEN_SOURCES = "; ";

/** The holidays and make-up days of one year, as they are announced for it. */
export type CalendarYear = {
  readonly year: number;
  /** Days off that would otherwise be working days (Monday to Friday), `YYYY-MM-DD`, ascending. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked to make up for one, ascending. */
  readonly makeUpDays: readonly string[];
  /** Where they were announced; without `;`, which stands between the years in a calendar's source. */
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
 * another year, out of order or there twice, a holiday at a weekend, a make-up day on a weekday; and a `;` in the source.
 */
export function yearProblems(
  calendar: CalendarDocument,
  { year, holidays, makeUpDays, source }: CalendarYear,
): readonly CalendarProblem[] {
  const read = readCalendar({ ...calendar, coverage: wholeYear(year), holidays, makeUpDays });
  return [...("problems" in read ? read.problems : []), ...(source.includes(";") ? [SEMICOLON] : [])];
}

const SEMICOLON: CalendarProblem = {
  code: "wrong-shape",
  at: pointer("source"),
  message: {
    en: "`;` parts the sources of a calendar's years and cannot stand in one of them",
    zh: "日历以`;`分隔各年度的公布文件，此处不得含有该符号",
  },
};

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
    source: sourceWith(calendar.source, taken),
    holidays: exchanged("holidays"),
    makeUpDays: exchanged("makeUpDays"),
  };
}

/** A year that is taken in again replaces its own part, in the place where that stood. */
function sourceWith(source: string, taken: Pick<CalendarYear, "year" | "source">): string {
  const ofYear = `${taken.year}: `;
  const parts = source.split(BETWEEN_SOURCES);
  const place = parts.findIndex((part) => part.startsWith(ofYear));
  const others = parts.filter((part) => !part.startsWith(ofYear));
  return others
    .toSpliced(place === -1 ? others.length : place, 0, ofYear + taken.source)
    .join(BETWEEN_SOURCES);
}

function wholeYear(year: number): { readonly from: string; readonly to: string } {
  const written = String(year).padStart(4, "0");
  return { from: `${written}-01-01`, to: `${written}-12-31` };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
