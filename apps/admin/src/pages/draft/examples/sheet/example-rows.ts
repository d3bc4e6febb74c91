import { canonicalJson, isIdentifier } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  isObject,
  itemsOf,
  stepsOf,
  textAt,
  valueAt,
  withValueAt,
} from "../../../../document/pointer.ts";
import { type Column, REST, cellText, columnNamed, columnsOf, readText } from "./columns.ts";

/** The texts of one example by the `at` of their columns. What has no column, or does not fit its own, is in the rest. */
export function rowOf(document: JsonObject, example: Json): Readonly<Record<string, string>> {
  const row: Record<string, string> = {};
  let rest = example;
  for (const column of columnsOf(document)) {
    const value = column === REST ? undefined : valueAt(example, column.at);
    const text = value === undefined ? undefined : cellText(document, column, value);
    if (text === undefined) continue;
    row[column.at] = text;
    rest = withValueAt(rest, column.at, undefined);
  }
  const isWhole = sameJson(exampleOf(document, new Map(Object.entries(row))), example);
  return isWhole ? row : { ...row, [REST.at]: JSON.stringify(rest) };
}

/** Why a row is no example. */
export type RowProblem =
  | { readonly kind: "no-id" | "no-title" | "twice" }
  /** What stands in the column is no value for it. */
  | { readonly kind: "no-value"; readonly at: string };

/** A row of a file beside the examples of a draft. */
export type RowFound = {
  /** As the spreadsheet numbers it. */
  readonly number: number;
  readonly id: string;
} & (
  | { readonly kind: "added" | "changed" | "unchanged"; readonly example: JsonObject }
  | { readonly kind: "unfit"; readonly problems: readonly RowProblem[] }
);

export type ReadRow = { readonly number: number; readonly texts: readonly string[] };

/** Reads rows below a header; columns whose headers name no place of an example are left out. */
export function readRows(
  document: JsonObject,
  { header, rows }: { readonly header: readonly string[]; readonly rows: readonly ReadRow[] },
): readonly RowFound[] {
  const columns = header.map(columnNamed);
  const own = new Map(itemsOf(document["examples"]).map((example) => [textAt(example, "/id"), example]));
  const seen = new Set<string>();
  return rows.map(({ number, texts }) => {
    const cells = cellsOf(columns, texts);
    const id = cells.get("/id")?.trim() ?? "";
    const problems = problemsOf(document, { cells, id, isTwice: seen.has(id) });
    seen.add(id);
    if (problems.length > 0) return { number, id, kind: "unfit", problems };
    const example = exampleOf(document, cells);
    const before = own.get(id);
    if (before === undefined) return { number, id, kind: "added", example };
    return { number, id, kind: sameJson(before, example) ? "unchanged" : "changed", example };
  });
}

/** The document with the examples that were read: changed ones in their places, added ones at the end. */
export function withRows(document: JsonObject, rows: readonly RowFound[]): JsonObject {
  const read = new Map(
    rows.flatMap((row) => (row.kind === "added" || row.kind === "changed" ? [[row.id, row.example]] : [])),
  );
  const kept = itemsOf(document["examples"]).map((example) => {
    const id = textAt(example, "/id");
    const changed = read.get(id);
    read.delete(id);
    return changed ?? example;
  });
  // INVARIANT: a value put into an object leaves an object.
  return withValueAt(document, "/examples", [...kept, ...read.values()]) as JsonObject;
}

/** Texts by the `at` of their columns; a value that goes over several columns of one name is put together. */
function cellsOf(
  columns: readonly (Column | undefined)[],
  texts: readonly string[],
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    const text = texts[index] ?? "";
    if (column && text !== "") cells.set(column.at, (cells.get(column.at) ?? "") + text);
  }
  return cells;
}

function problemsOf(
  document: JsonObject,
  given: { readonly cells: ReadonlyMap<string, string>; readonly id: string; readonly isTwice: boolean },
): readonly RowProblem[] {
  if (!isIdentifier(given.id)) return [{ kind: "no-id" }];
  if (given.isTwice) return [{ kind: "twice" }];
  const values = [...given.cells].flatMap(([at, text]): readonly RowProblem[] => {
    const column = columnNamed(`[${at}]`);
    const value = column && readText(document, column, text);
    const isFit = column?.form === "json" ? isObject(value) : value !== undefined;
    return isFit ? [] : [{ kind: "no-value", at }];
  });
  if (values.length > 0) return values;
  const example = exampleOf(document, given.cells);
  const isTitled = ["en", "zh"].every((language) => textAt(example, `/title/${language}`) !== "");
  return isTitled ? [] : [{ kind: "no-title" }];
}

const EMPTY: JsonObject = { request: { case: { facts: {}, parties: [] } }, expect: {}, reasons: [] };

/** An example from its cells, upon the rest of it where there is one. Cells that cannot be read are left out. */
function exampleOf(document: JsonObject, cells: ReadonlyMap<string, string>): JsonObject {
  const rest = cells.get(REST.at);
  const base = rest === undefined ? EMPTY : readText(document, REST, rest);
  let example: Json = withParties(isObject(base) ? base : EMPTY, [...cells.keys()]);
  for (const [at, text] of cells) {
    const column = at === REST.at ? undefined : columnNamed(`[${at}]`);
    const value = column && readText(document, column, text);
    if (value !== undefined) example = withValueAt(example, at, value);
  }
  // INVARIANT: a value put into an object leaves an object.
  return example as JsonObject;
}

/** With a party for every place that a cell is of. */
function withParties(example: JsonObject, places: readonly string[]): JsonObject {
  const at = "/request/case/parties";
  const parties = itemsOf(valueAt(example, at));
  const numbers = places.flatMap((place) =>
    place.startsWith(`${at}/`) ? Number(stepsOf(place)[3]) + 1 : [],
  );
  const missing = Math.max(0, ...numbers) - parties.length;
  if (missing <= 0) return example;
  const added = Array.from({ length: missing }, () => ({ facts: {} }));
  return withValueAt(example, at, [...parties, ...added]) as JsonObject;
}

function sameJson(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
