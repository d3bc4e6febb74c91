export { type RowsAsCase, placeInSheet } from "./cases/combine-rows.ts";
export { type MappedCases, mapCases } from "./cases/map-cases.ts";
export { type ColumnMap, LEFT_OUT, readColumnMap } from "./cases/mapping.ts";
export type { MappedColumn } from "./cases/match-columns.ts";
export type { PolicyForCases, Target } from "./cases/target.ts";
export type { HeaderUnit } from "./cases/unit.ts";
export { readAmount } from "./cases/values/amount.ts";
export { readDay, readMoment } from "./cases/values/moment.ts";
export type { Read } from "./cases/values/reading.ts";
export { readId, readText } from "./cases/values/text.ts";
export { SHEET_LIMITS } from "./limits.ts";
export type { SheetPlace, SheetProblem, SheetProblemCode } from "./problem.ts";
export { readSheet } from "./read/read-sheet.ts";
export {
  type CsvEncoding,
  type CsvSeparator,
  type Sheet,
  type SheetBatch,
  type SheetCell,
  type SheetRow,
  shownText,
} from "./read/sheet.ts";
export type { ColumnKind, Table, TableColumn, TableRow } from "./table/table.ts";
export { writeCsv } from "./table/write-csv.ts";
export { writeXlsx } from "./table/write-xlsx.ts";
