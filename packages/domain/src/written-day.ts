import { parseDay } from "./date.ts";
import { foldWidth } from "./fold-width.ts";

/** Why a text is read as no day: there is none, another country reads another one, or the calendar has no such day. */
export type DayTrouble = "no-day" | "other-order" | "no-such-day";

/** The day as `YYYY-MM-DD` and what stands behind it, such as a time. */
export type WrittenDay = { readonly day: string; readonly rest: string } | { readonly trouble: DayTrouble };

/** The year first, its separators alike; or the month by its name. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/,
  /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})(?!\d)\s*[日号]?/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*(?<name>[a-z]{3,9})\.?,?[\s-]*(?<year>\d{4})(?!\d)/i,
  /^(?<name>[a-z]{3,9})\.?\s*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?<year>\d{4})(?!\d)/i,
];
/** Three numbers of which the year is not the first: day, month and year stand in an order that differs by country. */
const OTHER_ORDER = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b/;

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/**
 * A day as people write it: `2026-07-06`, `2026/7/6`, `2026.7.6`, `20260706`, `2026年7月6日`, `6 Jul 2026`, `July 6, 2026`,
 * in letters and digits of either width. `01/02/2026` is refused: it is another day in another country.
 *
 * `readWrittenDay("2026年7月6日 9:30")` is `{ day: "2026-07-06", rest: "9:30" }`.
 */
export function readWrittenDay(text: string): WrittenDay {
  const folded = foldWidth(text).trim();
  for (const form of FORMS) {
    const match = form.exec(folded);
    const { year = "", month, name = "", day = "" } = match?.groups ?? {};
    const number = month ?? monthCalled(name);
    if (!match || number === undefined) continue;
    const written = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (parseDay(written) === undefined) return { trouble: "no-such-day" };
    return { day: written, rest: folded.slice(match[0].length).replace(/^[\stT]+/, "") };
  }
  return { trouble: OTHER_ORDER.test(folded) ? "other-order" : "no-day" };
}

/** The number of a month, from its English name or the first letters of that. */
function monthCalled(name: string): string | undefined {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  if (lower === "sept") return "9";
  return index < 0 ? undefined : String(index + 1);
}
