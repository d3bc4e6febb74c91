import { Temporal } from "temporal-polyfill";
import { formatDay, parseDay } from "./date.ts";

// Instants are milliseconds since 1970-01-01T00:00Z. Only the offset of a time zone at an instant is asked of the time
// zone data; the rest is whole-number arithmetic with days.

const MILLISECONDS_A_MINUTE = 60_000;
const MILLISECONDS_A_DAY = 86_400_000;

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/**
 * The instant of an RFC 3339 text with an offset or `Z`, in epoch milliseconds. `undefined` for any other form, for a day
 * or time that does not exist, for a leap second, for more than three places of a second and for years before 1900.
 *
 * `parseInstant("2026-04-01T09:00:00+08:00")` is 1,775,005,200,000.
 */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  const day = match?.[1] === undefined ? undefined : parseDay(match[1]);
  if (!match || day === undefined) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  const offset = (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0)) * (match[6] === "-" ? -1 : 1);
  const milliseconds = Number(match[4]) * 1000 + Number((match[5] ?? "").padEnd(3, "0"));
  return day * MILLISECONDS_A_DAY + (minutes - offset) * MILLISECONDS_A_MINUTE + milliseconds;
}

/** The day on the wall calendar of a time zone at an instant, as days since 1970-01-01. */
export function localDay(ms: number, timeZone: string): number {
  return Math.floor((ms + offsetAt(ms, timeZone)) / MILLISECONDS_A_DAY);
}

/**
 * The instant at which the clocks of a time zone show `time` (`HH:MM`) on a day. Where clocks are put forward past that
 * time, it is read with the offset from before the change, so 02:30 of a night in which 02:00 becomes 03:00 is 03:30.
 * Where clocks are put back and show it twice, it is the first. Throws a `RangeError` on any other form of time.
 */
export function instantOn(day: number, time: string, timeZone: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`\`${time}\` is not a time of day`);
  return Temporal.PlainDateTime.from(`${formatDay(day)}T${time}:00`).toZonedDateTime(timeZone, {
    disambiguation: "compatible",
  }).epochMilliseconds;
}

/**
 * The instant in RFC 3339 with the offset of a time zone; milliseconds stand only where they are not zero. Offsets that
 * are not of whole minutes, as before standard time, are cut to the minute, and the time shown with them: the text names
 * exactly the same instant.
 *
 * `formatInstant(1_775_019_600_000, "Asia/Shanghai")` is `2026-04-01T13:00:00+08:00`.
 */
export function formatInstant(ms: number, timeZone: string): string {
  const offset = Math.trunc(offsetAt(ms, timeZone) / MILLISECONDS_A_MINUTE);
  const local = ms + offset * MILLISECONDS_A_MINUTE;
  const day = Math.floor(local / MILLISECONDS_A_DAY);
  const ofDay = local - day * MILLISECONDS_A_DAY;
  const seconds = digits(Math.floor(ofDay / 1000) % 60, 2);
  const milliseconds = ofDay % 1000;
  const fraction = milliseconds === 0 ? "" : `.${digits(milliseconds, 3)}`;
  const sign = offset < 0 ? "-" : "+";
  const time = `${hoursAndMinutes(Math.floor(ofDay / MILLISECONDS_A_MINUTE))}:${seconds}${fraction}`;
  return `${formatDay(day)}T${time}${sign}${hoursAndMinutes(Math.abs(offset))}`;
}

/** Names of the time zone database begin with a letter; bare offsets are refused, for they know no summer time. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** Whether the text names a time zone of the IANA database known here: `Asia/Shanghai` does, `+08:00` does not. */
export function isTimeZone(text: string): boolean {
  if (!ZONE_NAME.test(text)) return false;
  try {
    offsetAt(0, text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What a time zone's clocks are ahead of UTC at an instant, in milliseconds. Throws a `RangeError` on an unknown zone. */
function offsetAt(ms: number, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds / 1e6;
}

function hoursAndMinutes(minutes: number): string {
  return `${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}
