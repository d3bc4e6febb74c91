/** What a table that comes from outside may hold; more is refused before it is read. */
export const SHEET_LIMITS = {
  /** Of the file as it was sent. */
  bytes: 20 * 1024 * 1024,
  /** Below the header; blank rows among them count. */
  rows: 200_000,
  columns: 200,
  /** Rows times columns, empty cells included. */
  cells: 4_000_000,
  /** Of one cell, in UTF-16 units. */
  cellCharacters: 2_000,
  /** What the parts of a workbook may unfold to, all together. */
  unfoldedBytes: 96 * 1024 * 1024,
  /** How many times its own size a part may unfold to; what people save stays below 50. */
  unfoldRatio: 100,
  /** Parts of a workbook. A sheet has three or four; a workbook with many pictures has some hundreds. */
  parts: 2_000,
} as const;
