import { formatDay, isWeekend, parseDay } from "@evenhand/domain";

/** What is wrong with a line of a list of days. */
export type LineTrouble = "no-day" | "other-year" | "ends-before" | "which-kind" | "twice";
export type LineProblem = { readonly line: number; readonly text: string; readonly trouble: LineTrouble };

/** The days of a year as they were read from a list, each list ascending. */
export type ReadDays = {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  readonly problems: readonly LineProblem[];
  /** Days that are named and change nothing: a holiday at a weekend, work on a weekday. */
  readonly needless: readonly string[];
};

type Kind = "holiday" | "worked";

const WORKED = /班|补班|上班|调休上班|make-?up|\bwork(?:ed|ing|day)?\b|isoffday"?\s*[:=]\s*false/i;
const OFF = /休|假|节|元旦|除夕|holiday|off\b|isoffday"?\s*[:=]\s*true/i;

/**
 * Reads the holidays and make-up days of a year from what people paste: a line for each day or span of days, such as
 * `2027-10-01 至 2027-10-07 放假`, `9月26日 上班` or `2027/10/1,holiday`; or JSON, with `holidays` and `makeUpDays`, or with
 * `days` that have a `date` and `isOffDay`. A line without a word for what its days are is taken by the day of the week
 * where that leaves no doubt: a weekday that is listed is a holiday.
 *
 * @example readDays("2027-01-01 元旦放假", 2027).holidays // ["2027-01-01"]
 */
export function readDays(text: string, year: number): ReadDays {
  return gather(linesOf(text), year);
}

type Line = { readonly line: number; readonly text: string };

/** JSON becomes a line for each of its days, so that both are read by the same rules. */
function linesOf(text: string): readonly Line[] {
  const json = parsed(text);
  const lines = json === undefined ? text.split(/\r?\n/) : daysIn(json);
  return lines
    .map((one, index) => ({ line: index + 1, text: one.trim() }))
    .filter((line) => line.text !== "");
}

function parsed(text: string): unknown {
  try {
    return /^\s*[[{]/.test(text) ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function daysIn(json: unknown): readonly string[] {
  const { document, holidays, makeUpDays, days } = fieldsOf(json);
  if (document !== undefined) return daysIn(document);
  return [
    ...listOf(holidays).map((day) => `${String(day)} holiday`),
    ...listOf(makeUpDays).map((day) => `${String(day)} working`),
    ...listOf(Array.isArray(json) ? json : days).map((entry) => {
      const { date, isOffDay } = fieldsOf(entry);
      return `${typeof date === "string" ? date : ""} ${isOffDay === true ? "holiday" : "working"}`;
    }),
  ];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function gather(lines: readonly Line[], year: number): ReadDays {
  const kinds = new Map<number, Kind>();
  const problems: LineProblem[] = [];
  const needless: string[] = [];
  for (const line of lines) {
    const found = readLine(line.text, year);
    if ("trouble" in found) {
      problems.push({ ...line, trouble: found.trouble });
      continue;
    }
    for (const { day, kind } of found.days) {
      const known = kinds.get(day);
      if (known !== undefined && known !== kind) problems.push({ ...line, trouble: "twice" });
      kinds.set(day, kind);
    }
  }
  const of = (wanted: Kind): readonly string[] =>
    [...kinds]
      .filter(([, kind]) => kind === wanted)
      .map(([day]) => day)
      .toSorted((one, other) => one - other)
      .flatMap((day) => {
        // A weekend is off and a weekday worked without being listed.
        if (isWeekend(day) === (wanted === "worked")) return [formatDay(day)];
        needless.push(formatDay(day));
        return [];
      });
  return { holidays: of("holiday"), makeUpDays: of("worked"), problems, needless };
}

type FoundDays = { readonly days: readonly { readonly day: number; readonly kind: Kind }[] };

function readLine(text: string, year: number): FoundDays | { readonly trouble: LineTrouble } {
  const [first, last = first] = daysNamed(text, year);
  if (first === undefined || last === undefined) return { trouble: "no-day" };
  if (last < first) return { trouble: "ends-before" };
  if (yearOf(first) !== year || yearOf(last) !== year) return { trouble: "other-year" };
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const said = kindSaid(text);
  if (said === undefined && days.every(isWeekend)) return { trouble: "which-kind" };
  return { days: days.map((day) => ({ day, kind: said ?? "holiday" })) };
}

function yearOf(day: number): number {
  return Number(formatDay(day).slice(0, 4));
}

/** “调休上班” has a word of either kind in it; what is worked is said more plainly. */
function kindSaid(text: string): Kind | undefined {
  if (WORKED.test(text)) return "worked";
  return OFF.test(text) ? "holiday" : undefined;
}

const DAY = /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/g;
/** The end of a span in the month it began in: “1日至7日”. */
const SHORT_END = /(?:至|到|~|～|—|–)\s*(\d{1,2})\s*[日号]/;

/** The day, or the first and the last one, that a line names. */
function daysNamed(text: string, year: number): readonly (number | undefined)[] {
  const found = [...text.matchAll(DAY)].map(([, named = String(year), month = "", day = ""]) => ({
    year: named,
    month,
    day,
  }));
  const [first] = found;
  const end = found.length === 1 ? SHORT_END.exec(text)?.[1] : undefined;
  const all = first && end !== undefined ? [first, { ...first, day: end }] : found;
  return all
    .slice(0, 2)
    .map((one) => parseDay(`${one.year}-${one.month.padStart(2, "0")}-${one.day.padStart(2, "0")}`));
}
