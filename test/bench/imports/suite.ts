import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HEADER, csv, rowsOf } from "../../imports/import-file.ts";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";
import { IMPORT_TASKS, type ImportMeasured, type ImportOrder, type ImportTask } from "./order.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const MEBIBYTE = 1024 * 1024;

const NAMES: Readonly<Record<ImportTask, string>> = {
  nothing: "the file read, nothing done",
  rows: "rows read",
  cases: "rows read as cases",
  checked: "imported, dry run",
  taken: "imported and kept",
};

/** Rows of a CSV file a second, and the most memory that takes; each in a process of its own. */
export async function importsSuite({ rounds, cases: rows }: SuiteOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-bench-"));
  const file = join(folder, "cases.csv");
  const bytes = csv(HEADER, ...rowsOf(rows));
  writeFileSync(file, bytes);
  const measured = new Map<ImportTask, ImportMeasured[]>(IMPORT_TASKS.map((task) => [task, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const task of IMPORT_TASKS) measured.get(task)?.push(run({ file, task }));
  const of = (task: ImportTask, figure: (one: ImportMeasured) => number): readonly number[] =>
    (measured.get(task) ?? []).map(figure);
  const working = IMPORT_TASKS.filter((task) => task !== "nothing");
  const rates = new Map(working.map((task) => [task, of(task, (one) => one.rows / one.seconds)]));
  print(
    "",
    `a CSV file of ${rows} rows, ${(bytes.length / MEBIBYTE).toFixed(1)} MiB`,
    "  rows a second",
    ...working.map((task) => writeRow(NAMES[task], rates.get(task) ?? [])),
    "  as fast as reading the rows",
    ...working
      .filter((task) => task !== "rows")
      .map((task) =>
        writeRow(
          NAMES[task],
          (rates.get(task) ?? []).map((rate, round) => rate / (rates.get("rows")?.[round] ?? Number.NaN)),
        ),
      ),
    "  the most memory, MiB",
    ...IMPORT_TASKS.map((task) =>
      writeRow(
        NAMES[task],
        of(task, (one) => one.peakBytes / MEBIBYTE),
      ),
    ),
  );
  rmSync(folder, { recursive: true });
}

function run(order: ImportOrder): ImportMeasured {
  const told = execFileSync(process.execPath, [WORKER, JSON.stringify(order)], { encoding: "utf8" });
  return JSON.parse(told) as ImportMeasured;
}
