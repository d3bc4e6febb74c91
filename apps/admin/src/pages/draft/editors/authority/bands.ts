import {
  type Json,
  type JsonObject,
  fieldsOf,
  isObject,
  itemsOf,
  pointerTo,
  textAt,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { type FigureAt, figureNamed } from "../../../../document/document-names.ts";

/** Where one band ends and the next begins. */
export type Boundary = {
  readonly value: number;
  /** The figure that it is, where it is one with a name. */
  readonly figure: FigureAt | undefined;
  /** Whether the very value belongs to the lower band (“at most”) or to the upper one (“at least”). */
  readonly belongsTo: "lower" | "upper";
  /** The two places at which it stands: the end of the lower band and the beginning of the upper one. */
  readonly places: readonly [string, string];
};

export type Band = {
  readonly row: number;
  readonly pointer: string;
  readonly level: string;
  readonly levelAt: string;
  readonly references: Json | undefined;
};

/** A table that says by one amount who approves: bands without a gap and without an overlap. */
export type Bands = {
  readonly pointer: string;
  /** The fact whose amount decides. */
  readonly fact: string;
  /** From the lowest on; between each two of them lies one boundary. */
  readonly bands: readonly Band[];
  readonly boundaries: readonly Boundary[];
};

/**
 * The bands of a table, where it is one of bands: it asks one fact, and its rows join end to end from the lowest amount to
 * the highest. Undefined of every other table; those are for the grid.
 */
export function bandsOf(document: JsonObject, id: string): Bands | undefined {
  const pointer = pointerTo("tables", id);
  const table = valueAt(document, pointer) ?? null;
  const fact = textAt(table, "/inputs/0/fact");
  const isOfOne = itemsOf(fieldsOf(table)["inputs"]).length === 1 && fact !== "";
  if (textAt(table, "/event/type") !== "authority" || !isOfOne) return undefined;
  if (textAt(table, "/outputs/0") !== "level" || itemsOf(fieldsOf(table)["outputs"]).length !== 1)
    return undefined;
  const rows = itemsOf(fieldsOf(table)["rows"]).map((row, index) =>
    rangeRow(document, pointer, { row, index }),
  );
  if (rows.length === 0 || rows.some((row) => row === undefined)) return undefined;
  const known = rows.flatMap((row) => row ?? []).toSorted((one, other) => startOf(one) - startOf(other));
  const boundaries = known.slice(1).map((upper, index) => joint(known[index], upper));
  const isWhole = known[0]?.from === undefined && known.at(-1)?.to === undefined;
  if (!isWhole || boundaries.some((one) => one === undefined)) return undefined;
  const references = fieldsOf(table)["references"];
  return {
    pointer,
    fact,
    bands: known.map(({ band }) => ({ ...band, references: band.references ?? references })),
    boundaries: boundaries.flatMap((one) => one ?? []),
  };
}

/** The band that an amount falls into. */
export function bandOf({ bands, boundaries }: Bands, amount: number): Band | undefined {
  const index = boundaries.findIndex(({ value, belongsTo }) =>
    belongsTo === "lower" ? amount <= value : amount < value,
  );
  return index === -1 ? bands.at(-1) : bands[index];
}

/** The values between which a boundary may be moved, itself excluded; they are its neighbours. */
export function roomOf(
  { boundaries }: Bands,
  index: number,
): { readonly above: number; readonly below: number } {
  return {
    above: boundaries[index - 1]?.value ?? 0,
    below: boundaries[index + 1]?.value ?? Number.POSITIVE_INFINITY,
  };
}

/** The document with a boundary at another value: both bands that meet there move with it. */
export function withBoundary(document: JsonObject, { figure, places }: Boundary, value: number): JsonObject {
  const at: readonly string[] = figure ? [`${figure.pointer}/value`] : places;
  return at.reduce<JsonObject>((before, place) => put(before, place, value), document);
}

/** The document with a band cut in two at a value; both halves say the same at first. */
export function withBandSplit(
  document: JsonObject,
  bands: Bands,
  given: { readonly row: number; readonly value: number },
): JsonObject {
  const rows = itemsOf(valueAt(document, `${bands.pointer}/rows`));
  const row = fieldsOf(rows[given.row]);
  const cell = fieldsOf(itemsOf(row["when"])[0]);
  const lower = { ...withoutEnds(cell, UPPER), atMost: given.value };
  const upper = { ...withoutEnds(cell, LOWER), above: given.value };
  const id = unusedId(textAt(row, "/id", "band"), rows);
  const halves = [
    { ...row, when: [lower] },
    { ...row, id, when: [upper] },
  ];
  return put(document, `${bands.pointer}/rows`, [
    ...rows.slice(0, given.row),
    ...halves,
    ...rows.slice(given.row + 1),
  ]);
}

/** The document without a band: the one below it, or where there is none the one above it, takes its amounts. */
export function withoutBand(document: JsonObject, bands: Bands, index: number): JsonObject {
  const [gone, heir] = [bands.bands[index], bands.bands[index - 1] ?? bands.bands[index + 1]];
  if (!gone || !heir) return document;
  const ends = index > 0 ? UPPER : LOWER;
  const cellAt = (band: Band): string => `${band.pointer}/when/0`;
  const taken = fieldsOf(valueAt(document, cellAt(gone)));
  const own = withoutEnds(fieldsOf(valueAt(document, cellAt(heir))), ends);
  const inherited = Object.fromEntries(Object.entries(taken).filter(([end]) => ends.includes(end)));
  const joined = { ...own, ...inherited };
  const changed = put(document, cellAt(heir), Object.keys(joined).length === 0 ? null : joined);
  // INVARIANT: what is taken out is a row, so an object is left.
  return withValueAt(changed, gone.pointer, undefined) as JsonObject;
}

const LOWER: readonly string[] = ["atLeast", "above"];
const UPPER: readonly string[] = ["below", "atMost"];

type End = {
  readonly end: string;
  readonly value: number;
  readonly figure: FigureAt | undefined;
  readonly at: string;
};
type RangeRow = { readonly band: Band; readonly from: End | undefined; readonly to: End | undefined };

/** A row as a stretch of amounts; undefined where it is none, such as one that lists values. */
function rangeRow(
  document: JsonObject,
  table: string,
  { row, index }: { readonly row: Json; readonly index: number },
): RangeRow | undefined {
  const pointer = `${table}/rows/${index}`;
  const when = itemsOf(fieldsOf(row)["when"]);
  const cell = when[0];
  if (when.length !== 1 || (cell !== null && !isObject(cell))) return undefined;
  const ends = Object.entries(fieldsOf(cell)).map(([end, value]) =>
    endOf(document, `${pointer}/when/0`, { end, value }),
  );
  if (ends.some((end) => end === undefined)) return undefined;
  const known = ends.flatMap((end) => end ?? []);
  const [lower, upper] = [
    known.filter(({ end }) => LOWER.includes(end)),
    known.filter(({ end }) => UPPER.includes(end)),
  ];
  if (lower.length > 1 || upper.length > 1) return undefined;
  const levelAt = `${pointer}/then/0`;
  const band = {
    row: index,
    pointer,
    level: textAt(document, levelAt),
    levelAt,
    references: fieldsOf(row)["references"],
  };
  return { band, from: lower[0], to: upper[0] };
}

function endOf(
  document: JsonObject,
  cell: string,
  { end, value }: { readonly end: string; readonly value: Json },
): End | undefined {
  if (![...LOWER, ...UPPER].includes(end)) return undefined;
  const figure = figureNamed(document, value);
  const amount = figure?.value ?? value;
  return typeof amount === "number" ? { end, value: amount, figure, at: `${cell}/${end}` } : undefined;
}

/** The boundary of two stretches that join without a gap or an overlap. */
function joint(lower: RangeRow | undefined, upper: RangeRow): Boundary | undefined {
  const [end, start] = [lower?.to, upper.from];
  if (!end || !start || end.value !== start.value) return undefined;
  const joins = { atMost: "above", below: "atLeast" } as const;
  if (joins[end.end === "atMost" ? "atMost" : "below"] !== start.end) return undefined;
  // Two figures that happen to be alike today are two boundaries.
  if (end.figure?.id !== start.figure?.id) return undefined;
  return {
    value: end.value,
    figure: end.figure,
    belongsTo: end.end === "atMost" ? "lower" : "upper",
    places: [end.at, start.at],
  };
}

function startOf({ from }: RangeRow): number {
  return from?.value ?? Number.NEGATIVE_INFINITY;
}

function withoutEnds(cell: JsonObject, ends: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(cell).filter(([end]) => !ends.includes(end)));
}

function unusedId(id: string, rows: readonly Json[]): string {
  const taken = new Set(rows.map((row) => textAt(row, "/id")));
  let candidate = `${id}-2`;
  for (let number = 3; taken.has(candidate); number += 1) candidate = `${id}-${number}`;
  return candidate;
}

function put(document: JsonObject, place: string, value: Json): JsonObject {
  // INVARIANT: a value put into an object leaves an object.
  return withValueAt(document, place, value) as JsonObject;
}
