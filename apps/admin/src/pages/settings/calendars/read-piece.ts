import { formatDay, parseDay } from "@evenhand/domain";

/** What is wrong with a piece of a line. */
export type PieceTrouble = "no-day" | "other-year" | "ends-before" | "which-kind" | "unclear";

export type Kind = "holiday" | "worked";

type Reading = { readonly days: readonly number[]; readonly kind: Kind } | { readonly trouble: PieceTrouble };

/**
 * Reads one piece of what an announcement says: days and spans of days that are all off or all worked, such as
 * `1月1日（周四）至3日（周六）放假调休，共3天` or `2月14日（周六）、2月28日（周六）上班`.
 *
 * INVARIANT: a piece is read whole or not at all. A number that is no day, a dash that may mean something else and a count
 * that differs from the days named are `unclear`.
 */
export function readPiece(piece: string, year: number): Reading {
  const text = piece.normalize("NFKC").replace(ENUMERATION, "");
  const found = daysNamed(text, year);
  if ("trouble" in found) return found;
  const kind = kindSaid(text);
  if (kind === undefined) return { trouble: "which-kind" };
  return { days: found.days, kind };
}

/** `1.`, `2、` or `(3)` before what it counts. */
const ENUMERATION = /^\s*\(?\d{1,2}[.、)]+(?=\D|\d+\s*月|\d{4}\D)/;

const WORKED = /班|make-?up|\bwork(?:ed|ing|day)?\b|isoffday"?\s*[:=]\s*false/i;
const OFF = /休|假|holiday|\boff\b|isoffday"?\s*[:=]\s*true/i;
const FEAST = /节|元旦|除夕/;
const DENIED = /不|无需|\bno[nt]\b/i;

/** “调休” is said of days off as of days worked, and a feast is named with either: both only where nothing else is said. */
function kindSaid(text: string): Kind | undefined {
  const plain = text.replaceAll(/不?调休/g, "");
  if (DENIED.test(plain)) return undefined;
  const [isWorked, isOff] = [WORKED.test(plain), OFF.test(plain)];
  if (isWorked !== isOff) return isWorked ? "worked" : "holiday";
  return !isWorked && FEAST.test(plain) ? "holiday" : undefined;
}

const TO = "至到~〜\u2010-\u2015\u2212-";
/** A day of a month, or one of the month named before it: “、28日”, “至3日”, “-7”. */
const DAY = new RegExp(
  [
    String.raw`(?<!\d)(?:(?<year>\d{4})(?:[-/.]|\s*年\s*))?(?<month>\d{1,2})(?:[-/.]|\s*月\s*)(?<day>\d{1,2})(?!\d|\s*月)\s*[日号]?`,
    String.raw`(?<=[、,和及与${TO}]\s*)(?<next>\d{1,2})\s*[日号]`,
    String.raw`(?<=[${TO}]\s*)(?<end>\d{1,2})(?!\d|[-/.]\d|\s*(?:[天月]|days?))`,
  ].join("|"),
  "g",
);
const COUNT = /(\d+)\s*(?:天|days?)/g;
/** A year that is named by itself: “2026年春节”. */
const YEAR = /(?<!\d)\d{4}\s*年(?!\s*\d)/g;
const BESIDES = /\([^)]*\)|(?:周|星期)[一二三四五六日天]|起|\s/g;
const JOINED = new RegExp(String.raw`^(?:[${TO}]+|to|through|until)$`, "i");
const PERHAPS_JOINED = /[至到~〜\u2010-\u2015\u2212]|\b(?:to|through|until)\b/i;

type Trouble = { readonly trouble: PieceTrouble };
type Named = { readonly day: number; readonly isEnd: boolean };

/** The days that a text names, those of its spans included. */
function daysNamed(text: string, year: number): { readonly days: readonly number[] } | Trouble {
  const days: number[] = [];
  let wasEnd = true;
  for (const named of eachNamed(text, year)) {
    if ("trouble" in named) return named;
    const { day, isEnd } = named;
    const last = days.at(-1);
    if (isEnd && (wasEnd || last === undefined)) return { trouble: "unclear" };
    const from = isEnd && last !== undefined ? last + 1 : day;
    if (day < from) return { trouble: "ends-before" };
    for (let each = from; each <= day; each += 1) days.push(each);
    wasEnd = isEnd;
  }
  if (days.length === 0) return { trouble: "no-day" };
  return isReadWhole(text, days.length) ? { days } : { trouble: "unclear" };
}

/** Every day as it is written, and whether it is the end of a span that the one before it begins. */
function* eachNamed(text: string, year: number): Iterable<Named | Trouble> {
  let month = { year: String(year), month: "" };
  let end: number | undefined;
  for (const match of text.matchAll(DAY)) {
    const { year: own = String(year), month: named, day: of, next, end: short } = match.groups ?? {};
    if (named !== undefined) month = { year: own, month: named };
    const day = dayOf(month, of ?? next ?? short ?? "");
    const joined = end === undefined ? "apart" : howJoined(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (day === undefined) yield { trouble: "no-day" };
    else if (yearOf(day) !== year) yield { trouble: "other-year" };
    else yield joined === "unclear" ? { trouble: joined } : { day, isEnd: joined === "span" };
  }
}

function dayOf(month: { readonly year: string; readonly month: string }, day: string): number | undefined {
  return parseDay(`${month.year}-${month.month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function yearOf(day: number): number {
  return Number(formatDay(day).slice(0, 4));
}

function howJoined(between: string): "span" | "apart" | "unclear" {
  const plain = between.replaceAll(BESIDES, "");
  if (JOINED.test(plain)) return "span";
  return PERHAPS_JOINED.test(plain) ? "unclear" : "apart";
}

/** Whether nothing is left that may be a day, and as many days are named as are counted: “共3天”. */
function isReadWhole(text: string, days: number): boolean {
  const rest = text.replaceAll(DAY, "").replaceAll(YEAR, "");
  const isCounted = [...rest.matchAll(COUNT)].every(([, count]) => Number(count) === days);
  return isCounted && !/\d/.test(rest.replaceAll(COUNT, ""));
}
