/** What a process of its own is told to do with a file of cases. */
export type ImportOrder = {
  readonly file: string;
  readonly task: ImportTask;
};

/**
 * `nothing` opens the program and reads the bytes; `rows` reads the rows; `cases` makes cases of them; `checked` checks
 * each as an import does that keeps nothing; `taken` keeps them.
 */
export const IMPORT_TASKS = ["nothing", "rows", "cases", "checked", "taken"] as const;
export type ImportTask = (typeof IMPORT_TASKS)[number];

export type ImportMeasured = {
  readonly rows: number;
  readonly seconds: number;
  /** The most memory that the process ever held, bytes. */
  readonly peakBytes: number;
};
