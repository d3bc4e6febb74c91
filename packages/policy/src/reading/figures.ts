import { type Language, type ValueType, amountText } from "@evenhand/domain";

/** What figures need to know of where they stand. */
export type FigureContext = { readonly language: Language; readonly currency: string };

/**
 * A figure as people write it in a sentence: money in units of the currency, rates as percentages, durations with the
 * kind of day that counts, days as calendars name them. Text comes back as it is.
 *
 * @example figure(120_000, "money", { language: "zh", currency: "CNY" }) // "1,200.00元"
 * @example figure(7, "calendar-days", { language: "en", currency: "CNY" }) // "7 calendar days"
 */
export function figure(value: number | string, type: ValueType, context: FigureContext): string {
  if (typeof value === "string") {
    if (type === "date") return dayInWords(value, context.language);
    if (type === "instant") return momentInWords(value, context.language);
    return value;
  }
  switch (type) {
    case "money":
      return amount(value, context);
    case "rate":
    case "ratio":
      return percentage(value);
    case "months":
    case "calendar-days":
    case "working-days":
    case "hours":
    case "minutes":
      return DURATIONS[context.language](value, type);
    default:
      return plainNumber(value);
  }
}

/** An amount, with the currency where it is not the one that goes without saying; one that is no whole amount as its number. */
export function amount(amountMinor: number, { language, currency }: FigureContext): string {
  return Number.isSafeInteger(amountMinor)
    ? amountText(amountMinor, currency)[language]
    : plainNumber(amountMinor);
}

/**
 * A rate as a percentage, to the seventh place: a ratio that lies between two millionths never looks like either.
 *
 * @example percentage(0.0125) // "1.25%"
 */
export function percentage(rate: number): string {
  return `${decimalString(Math.round(rate * 1e7), 5)}%`;
}

/** @example millionthsAsPercentage(100_000) // "10%" */
export function millionthsAsPercentage(millionths: number): string {
  return `${decimalString(millionths, 4)}%`;
}

/**
 * A length of time as it is read: to two places, and to as many more as it takes not to look whole where it is not.
 *
 * @example roundedLength(148_045.016667) // "148,045.02"
 * @example roundedLength(4.001) // "4.001"
 */
export function roundedLength(length: number): string {
  if (Number.isInteger(length)) return plainNumber(length);
  for (let places = 2; places < 6; places += 1) {
    const rounded = Number(length.toFixed(places));
    if (!Number.isInteger(rounded)) return plainNumber(rounded);
  }
  return plainNumber(length);
}

/** @example plainNumber(1234.5) // "1,234.5" */
export function plainNumber(value: number): string {
  const [whole = "", places] = String(value).split(".");
  const grouped = /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return places === undefined ? grouped : `${grouped}.${places}`;
}

/**
 * A day as both languages write it in running text; what is no day comes back as it is.
 *
 * @example dayInWords("2026-07-06", "zh") // "2026年7月6日"
 */
export function dayInWords(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return day;
  if (language === "zh") return `${year}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** @example monthInWords("2026-07", "en") // "July 2026" */
export function monthInWords(month: string, language: Language): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  if (year === undefined || number === undefined) return month;
  return language === "zh"
    ? `${year}年${Number(number)}月`
    : `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}

/**
 * A moment by the clock of the place it is written for: the day and the time as they stand, seconds where they matter.
 *
 * @example momentInWords("2026-05-20T10:00:00+08:00", "en") // "10:00 on 20 May 2026"
 */
export function momentInWords(moment: string, language: Language): string {
  const [, day, time, seconds] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?/.exec(moment) ?? [];
  if (day === undefined || time === undefined) return moment;
  const clock = seconds === undefined || seconds === "00" ? time : `${time}:${seconds}`;
  return language === "zh" ? `${dayInWords(day, "zh")}${clock}` : `${clock} on ${dayInWords(day, "en")}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

type DurationUnit = Extract<ValueType, "months" | "calendar-days" | "working-days" | "hours" | "minutes">;

const DURATIONS: Readonly<Record<Language, (length: number, unit: DurationUnit) => string>> = {
  en: (length, unit) => {
    if (unit === "months" && length === 0.5) return "half a month";
    const name = {
      months: "month",
      "calendar-days": "calendar day",
      "working-days": "working day",
      hours: "hour",
      minutes: "minute",
    }[unit];
    return `${unit === "months" ? plainNumber(length) : roundedLength(length)} ${name}${length === 1 ? "" : "s"}`;
  },
  zh: (length, unit) => {
    if (unit === "months" && length === 0.5) return "半个月";
    const name = {
      months: "个月",
      "calendar-days": "日",
      "working-days": "个工作日",
      hours: "小时",
      minutes: "分钟",
    }[unit];
    return (unit === "months" ? plainNumber(length) : roundedLength(length)) + name;
  },
};

function decimalString(scaled: number, places: number): string {
  const sign = scaled < 0 ? "-" : "";
  const digits = String(Math.abs(scaled)).padStart(places + 1, "0");
  const fractional = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return sign + whole + (fractional === "" ? "" : `.${fractional}`);
}
