// Days are counted from 1970-01-01, months from January of the year 0, both in the Gregorian calendar, so that all
// arithmetic with them is that of whole numbers. No time zone is involved.

const FIRST_YEAR = 1900;
const DAYS_IN_400_YEARS = 146_097;
/** Days from 0000-03-01, where the years below begin, to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

/**
 * The day of a text `YYYY-MM-DD` as days since 1970-01-01; `undefined` for any other form, for a day that does not exist
 * and for years before 1900.
 *
 * `parseDay("1970-01-02")` is 1; `parseDay("2026-02-29")` is `undefined`.
 */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayOf({ year, month, dayOfMonth });
}

/**
 * The day as `YYYY-MM-DD`. Days outside the years 0 to 9999, which a sum can reach though no text states them, take
 * ISO 8601's sign and six digits. Throws a `RangeError` on anything but a whole number.
 *
 * `formatDay(0)` is `1970-01-01`; the day after 9999-12-31 is `+010000-01-01`.
 */
export function formatDay(day: number): string {
  const { year, month, dayOfMonth } = civilDay(day);
  return `${yearText(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/**
 * The month of a text `YYYY-MM` as months since January of the year 0; `undefined` for any other form and for years
 * before 1900.
 *
 * `parseMonth("2026-07")` is 24,318.
 */
export function parseMonth(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  return year < FIRST_YEAR || month < 1 || month > 12 ? undefined : year * 12 + month - 1;
}

/** The month as `YYYY-MM`, with years outside 0 to 9999 as in `formatDay`: 24,318 is `2026-07`. */
export function formatMonth(month: number): string {
  assertWhole(month);
  const year = Math.floor(month / 12);
  return `${yearText(year)}-${twoDigits(month - year * 12 + 1)}`;
}

/** The month that a day lies in, as months since January of the year 0. */
export function monthOf(day: number): number {
  const { year, month } = civilDay(day);
  return year * 12 + month - 1;
}

/** The day of the week: 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(day: number): number {
  assertWhole(day);
  // 1970-01-01 was a Thursday; the second remainder brings days before it above zero.
  return (((day + 4) % 7) + 7) % 7;
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(day: number): boolean {
  const weekday = dayOfWeek(day);
  return weekday === 0 || weekday === 6;
}

/**
 * The same day of the month some months later, or earlier where `months` is negative. Where that month is too short it is
 * its last day, so a look-back of one month from 31 March begins on 28 or 29 February.
 */
export function addCalendarMonths(day: number, months: number): number {
  assertWhole(months);
  const { year, month, dayOfMonth } = civilDay(day);
  const target = year * 12 + month - 1 + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  return dayOf({
    year: targetYear,
    month: targetMonth,
    dayOfMonth: Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)),
  });
}

type CivilDay = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

/**
 * Years that begin on 1 March put the leap day at their end, so a day's place in its year is a linear function of the
 * month, and 400 years are always the same number of days.
 */
function dayOf({ year, month, dayOfMonth }: CivilDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_EPOCH;
}

/** The inverse of `dayOf`. */
function civilDay(day: number): CivilDay {
  assertWhole(day);
  const shifted = day + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, "0");
  return (year < 0 ? "-" : "+") + String(Math.abs(year)).padStart(6, "0");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function assertWhole(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`\`${value}\` is not a whole number`);
}
