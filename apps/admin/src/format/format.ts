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

/** The day it is for the reader, as `2026-07-10`. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The time of day for the reader: “09:00”. */
export function formatTime(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeStyle: "short" }).format(at);
}

/** A number of things, its digits in groups: “9,932”. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

/** Names one after the other: “Author or Approver” of a choice, “Author and Approver” of all. */
export function formatList(
  names: readonly string[],
  of: { readonly language: Language; readonly type: "disjunction" | "conjunction" },
): string {
  return new Intl.ListFormat(LOCALES[of.language], { type: of.type }).format(names);
}

/** By how many things something differs, always with its sign: “+13”, “-22”, “0”. */
export function formatCountDifference(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { signDisplay: "exceptZero" }).format(count);
}

/** An amount in minor units of a currency (ISO 4217) as people write it: “¥8,400”, “¥0.50”. */
export function formatMoney(minor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, "auto")(minor);
}

/** By how much an amount in minor units differs, always with its sign: “+¥200”, “-¥61,300”, “¥0”. */
export function formatMoneyDifference(minor: number, currency: string, language: Language): string {
  return moneyFormat(currency, language, "exceptZero")(minor);
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
  return (minor) => format.format(minor / 10 ** places);
}
