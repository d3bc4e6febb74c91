import {
  type Language,
  formatInstant,
  formatMinor,
  parseDay,
  parseInstant,
  parseMonth,
} from "@evenhand/domain";
import type { Table, TableColumn, TableRow } from "./table.ts";

/** One cell of a table, checked: its text in plain form, and of what kind it is. */
export type CellValue =
  | { readonly kind: "text" | "month"; readonly text: string }
  /** The plain decimal: no grouping, a point, `-` before what is below zero. */
  | { readonly kind: "integer" | "money"; readonly text: string }
  | { readonly kind: "date"; readonly text: string; readonly day: number }
  /** RFC 3339 in the table's time zone. */
  | { readonly kind: "instant"; readonly text: string };

/**
 * The value of a cell, or `undefined` for an empty one. A value that does not fit its column is a mistake of whoever
 * built the table, so it throws a `RangeError` that names row and column.
 */
export function cellValue(table: Table, row: TableRow, column: TableColumn): CellValue | undefined {
  const given = Object.hasOwn(row, column.id) ? row[column.id] : undefined;
  if (given === undefined || given === null || given === "") return undefined;
  const value = VALUES[column.kind](given, table);
  if (value === undefined) {
    throw new RangeError(`\`${given}\` is no ${column.kind}, in column \`${column.id}\``);
  }
  return value;
}

export function headerTexts(table: Table, language: Language): readonly string[] {
  return table.columns.map((column) => column.header[language]);
}

const VALUES: Readonly<
  Record<TableColumn["kind"], (given: string | number, table: Table) => CellValue | undefined>
> = {
  text: (given) => (typeof given === "string" ? { kind: "text", text: given } : undefined),
  integer: (given) =>
    typeof given === "number" && Number.isSafeInteger(given)
      ? { kind: "integer", text: String(given) }
      : undefined,
  money: (given, { currency }) =>
    typeof given === "number" && Number.isSafeInteger(given)
      ? { kind: "money", text: formatMinor(given, currency).replaceAll(",", "") }
      : undefined,
  date: (given) => {
    const day = typeof given === "string" ? parseDay(given) : undefined;
    return day === undefined ? undefined : { kind: "date", text: String(given), day };
  },
  month: (given) =>
    typeof given === "string" && parseMonth(given) !== undefined ? { kind: "month", text: given } : undefined,
  instant: (given, { timeZone }) => {
    const ms = typeof given === "string" ? parseInstant(given) : undefined;
    return ms === undefined ? undefined : { kind: "instant", text: formatInstant(ms, timeZone) };
  },
};
