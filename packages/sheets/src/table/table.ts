import type { LocalizedText } from "@evenhand/domain";

/**
 * What a column holds, and so the form of its values:
 * - `text`: a text; `integer`: a safe integer
 * - `money`: minor units of the table's currency, below zero too
 * - `date`: a day, `YYYY-MM-DD`; `month`: `YYYY-MM`
 * - `instant`: RFC 3339 with an offset
 */
export type ColumnKind = "text" | "integer" | "money" | "date" | "month" | "instant";

export type TableColumn = {
  readonly id: string;
  readonly header: LocalizedText;
  readonly kind: ColumnKind;
};

/** An absent value and `null` are an empty cell. */
export type TableRow = Readonly<Record<string, string | number | null | undefined>>;

/** A table for people: what `writeCsv` and `writeXlsx` turn into a file. */
export type Table = {
  /** The name of the sheet in a workbook. */
  readonly name: LocalizedText;
  readonly columns: readonly TableColumn[];
  /** Values by the id of their column. */
  readonly rows: readonly TableRow[];
  /** ISO 4217, of all amounts in the table. */
  readonly currency: string;
  /** IANA time zone, in which instants are shown. */
  readonly timeZone: string;
};
