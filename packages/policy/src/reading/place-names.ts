import type { LocalizedText } from "@evenhand/domain";

/** Time zones that people know by a name of their own. */
const TIME_ZONES: Readonly<Record<string, LocalizedText>> = {
  "Asia/Shanghai": { en: "China time (Asia/Shanghai)", zh: "北京时间" },
};

/** Calendars that people know by more than their id. */
const CALENDARS: Readonly<Record<string, LocalizedText>> = {
  cn: { en: "the mainland China calendar", zh: "中国大陆工作日历" },
};

/**
 * A time zone as a sentence names it.
 *
 * @example timeZoneName("Asia/Shanghai").zh // "北京时间"
 */
export function timeZoneName(timeZone: string): LocalizedText {
  const known = Object.hasOwn(TIME_ZONES, timeZone) ? TIME_ZONES[timeZone] : undefined;
  return known ?? { en: `the time zone ${timeZone}`, zh: `${timeZone}时区的时间` };
}

/**
 * A working-day calendar as a sentence names it.
 *
 * @example calendarName("cn").en // "the mainland China calendar"
 */
export function calendarName(calendar: string): LocalizedText {
  const known = Object.hasOwn(CALENDARS, calendar) ? CALENDARS[calendar] : undefined;
  return known ?? { en: `the calendar “${calendar}”`, zh: `工作日历“${calendar}”` };
}
