import type { CalendarDocument, CalendarProblem } from "./calendar-document.ts";
import { calendarProblems } from "./calendar-document.ts";
import { contentHash } from "./canonical.ts";
import { isWeekend, parseDay } from "./date.ts";

/** A calendar ready to be asked. Days are counted from 1970-01-01. */
export type Calendar = {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the document's canonical JSON, lower-case hex. */
  readonly hash: string;
  /** The first and the last day that the calendar knows about. */
  readonly coverage: { readonly from: number; readonly to: number };
  /** Outside the coverage Monday to Friday are working days: the caller says that such a count is provisional. */
  readonly isWorkingDay: (day: number) => boolean;
};

/**
 * The calendar of a document, or everything that is wrong with it: a field of another form, a day that does not exist,
 * that stands out of order or twice, that lies outside the coverage, a holiday at a weekend or a make-up day on a weekday.
 */
export function readCalendar(document: unknown): { calendar: Calendar } | { problems: CalendarProblem[] } {
  const problems = calendarProblems(document);
  if (problems.length > 0) return { problems: [...problems] };
  // INVARIANT: what has no problems is a calendar document.
  return { calendar: calendarOf(document as CalendarDocument) };
}

function calendarOf(document: CalendarDocument): Calendar {
  // INVARIANT: every one of these texts was checked to be an existing day.
  const exceptions = new Set([...document.holidays, ...document.makeUpDays].map(parseDay));
  const [from, to] = [parseDay(document.coverage.from), parseDay(document.coverage.to)];
  if (from === undefined || to === undefined) throw new Error("a checked calendar covers no days");
  return Object.freeze({
    id: document.id,
    version: document.version,
    hash: contentHash(document),
    coverage: Object.freeze({ from, to }),
    // A holiday is an exception to a weekday, a make-up day one to a weekend: either turns the day of the week round.
    isWorkingDay: (day: number) => isWeekend(day) === exceptions.has(day),
  });
}
