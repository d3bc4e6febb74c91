import type { Language } from "@evenhand/domain";

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

/** A day as people write it, from `2026-07-10`: “10 July 2026”, “2026年7月10日”. */
export function formatDay(day: string, language: Language): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  );
}

/** An instant in the reader's own time zone: “10 Jul 2026, 09:00”. */
export function formatInstant(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(instant),
  );
}

/** The same to the second, as what happened is looked up: “10 Jul 2026, 09:00:15”. */
export function formatInstantWithSeconds(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", timeStyle: "medium" }).format(
    new Date(instant),
  );
}

/** The day it is in a time zone, `Asia/Shanghai`, or else for the reader, as `2026-07-10`. */
export function today(timeZone?: string): string {
  // Swedish days are written as ISO 8601 has them.
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date());
}

/** The time of day for the reader: “09:00”. */
export function formatTime(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: "short" }).format(at);
}

/** How long something took, in seconds to two digits: “1.4 secs”, “1.4秒”. */
export function formatSeconds(ms: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    maximumSignificantDigits: 2,
  }).format(ms / 1000);
}

/** How long something takes, in whole seconds, from a minute and a half on in minutes, and so on: “5 secs”, “2 mins”. */
export function formatDuration(seconds: number, language: Language): string {
  const { unit, length } = DURATIONS.findLast(({ from }) => seconds >= from) ?? DURATIONS[0];
  return new Intl.NumberFormat(LOCALES[language], {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 0,
  }).format(seconds / length);
}

/** The units of a duration: from how many seconds on each is told, and how many it has. */
const DURATIONS = [
  { unit: "second", from: 0, length: 1 },
  { unit: "minute", from: 90, length: 60 },
  { unit: "hour", from: 90 * 60, length: 60 * 60 },
] as const;

/** A number of things, its digits in groups: “9,932”. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

/** How many times one figure another is, to two places: “1.42”. */
export function formatTimes(times: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(times);
}

/** Less than this a p-value is only said to be less. */
const LEAST_P = 0.0001;

/** A p-value to two digits: “0.018”, “< 0.0001”. */
export function formatP(p: number, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 2 });
  return p < LEAST_P ? `< ${format.format(LEAST_P)}` : format.format(p);
}

/** Names one after the other: “Author or Approver” of a choice, “Author and Approver” of all. */
export function formatList(
  names: readonly string[],
  of: { readonly language: Language; readonly type: "disjunction" | "conjunction" },
): string {
  return new Intl.ListFormat(LOCALES[of.language], { type: of.type }).format(names);
}

/** A day with its weekday: “Friday 1 January 2027”, “2027年1月1日星期五”. */
export function formatDayWithWeekday(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A month of any year, 1 to 12: “January”, “一月”. */
export function monthName(month: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2027, month - 1, 1),
  );
}

/** The day of the week of a day, alone: “Friday”, “星期五”. */
export function weekdayName(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: "long", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/** The days of the week from Monday on: “Mon”, “一”; where there is little room, “M”. */
export function weekdayNames(language: Language, room: "narrow" | "short" = "short"): readonly string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: language === "zh" ? "narrow" : room,
    timeZone: "UTC",
  });
  const monday = Date.UTC(2026, 0, 5);
  return Array.from({ length: 7 }, (_, index) => format.format(monday + index * 24 * 60 * 60 * 1000));
}

/** A month, from `2026-07`: “July 2026”, “2026年7月”. */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(Date.parse(`${month}-01T00:00:00Z`));
}

/** An instant with an offset by the clock of that offset, as where it is written for: “10 July 2026 09:00”. */
export function formatMoment(instant: string, language: Language): string {
  return `${formatDay(instant.slice(0, 10), language)} ${instant.slice(11, 16)}`;
}

/** By how many things something differs, always with its sign: “+13”, “-22”, “0”. */
export function formatCountDifference(count: number, language: Language): string {
  return withMinus(new Intl.NumberFormat(LOCALES[language], { signDisplay: "exceptZero" }).format(count));
}

/** The time zone in which whoever reads counts days. */
export function readersTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An amount in minor units of a currency (ISO 4217) as people write it: “¥8,400”, “¥0.50”. */
export function formatMoney(minor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, "auto")(minor);
}

/** By how much an amount in minor units differs, always with its sign: “+¥200”, “−¥61,300”, “¥0”. */
export function formatMoneyDifference(minor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, "exceptZero")(minor);
}

/** The same where there is little room, the currency left out: “+500”, “−10k”, “−1万”. */
export function formatMoneyShort(minor: number, currency: string, language: Language): string {
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  const format = new Intl.NumberFormat(LOCALES[language], {
    notation: "compact",
    signDisplay: "exceptZero",
  });
  return withMinus(format.format(minor / 10 ** places));
}

/** A part of a whole, to a tenth of a percent; never rounded to none or to all: “4.2%”, “<0.1%”. */
export function formatShare(part: number, whole: number, language: Language): string {
  const permille = Math.round((1000 * part) / whole);
  const format = new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 1 });
  if (permille === 0 && part > 0) return `<${format.format(0.001)}`;
  if (permille === 1000 && part < whole) return `>${format.format(0.999)}`;
  return format.format(permille / 1000);
}

function moneyFormat(
  currency: string,
  language: Language,
  signDisplay: "auto" | "exceptZero",
): (minor: number) => string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
    signDisplay,
  });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (minor) => withMinus(format.format(minor / 10 ** places));
}

/** A figure with the minus sign, which is as wide as the plus; `Intl` writes a hyphen in both languages. */
function withMinus(figure: string): string {
  return figure.replace("-", "−");
}
