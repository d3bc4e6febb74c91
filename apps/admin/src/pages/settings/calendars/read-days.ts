import { formatDay, isWeekend } from "@evenhand/domain";
import { type Kind, type PieceTrouble, readPiece } from "./read-piece.ts";

/** What is wrong with a line of a list of days. */
export type LineTrouble = PieceTrouble | "twice";
export type LineProblem = { readonly line: number; readonly text: string; readonly trouble: LineTrouble };

/** The days of a year as they were read from a list, each list ascending. */
export type ReadDays = {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  readonly problems: readonly LineProblem[];
  /** Days that are named and change nothing: a holiday at a weekend, work on a weekday. */
  readonly needless: readonly string[];
};

/**
 * Reads the holidays and make-up days of a year from what people paste: the lines of an announcement; a line for each day
 * or span of days, such as `2027-10-01 至 2027-10-07 放假`, `9月26日 上班` or `2027/10/1,holiday`; or JSON, with `holidays`
 * and `makeUpDays`, or with `days` that have a `date` and `isOffDay`. Each piece of a line, up to `。` or `;`, says of its
 * days that they are off or that they are worked. One that says neither or both, or names no day, is a problem.
 *
 * @example readDays("2027-01-01 元旦放假", 2027).holidays // ["2027-01-01"]
 */
export function readDays(text: string, year: number): ReadDays {
  return gather(piecesOf(text), year);
}

/** A piece of a line, with the number of that line. */
type Piece = { readonly line: number; readonly text: string };

/** JSON becomes a line for each of its days, so that both are read by the same rules. */
function piecesOf(text: string): readonly Piece[] {
  const json = parsed(text);
  const lines = json === undefined ? text.split(/\r?\n/) : daysIn(json);
  return lines
    .map((one, index) => ({ line: index + 1, text: one }))
    .flatMap(({ line, text: whole }) =>
      whole.split(/[。｡；;]/).map((piece) => ({ line, text: piece.trim() })),
    )
    .filter((piece) => piece.text !== "");
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

function gather(pieces: readonly Piece[], year: number): ReadDays {
  const kinds = new Map<number, Kind>();
  const problems: LineProblem[] = [];
  const needless: string[] = [];
  for (const piece of pieces) {
    const found = readPiece(piece.text, year);
    if ("trouble" in found) {
      problems.push({ ...piece, trouble: found.trouble });
      continue;
    }
    const { days, kind } = found;
    if (days.some((day) => (kinds.get(day) ?? kind) !== kind)) problems.push({ ...piece, trouble: "twice" });
    for (const day of days) kinds.set(day, kind);
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
