import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@evenhand/store";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";
import { fillWithDecisions } from "./decided.ts";
import { FAIRNESS_TASKS, type FairnessMeasured, type FairnessOrder, type FairnessTask } from "./order.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const MEBIBYTE = 1024 * 1024;
const PEOPLE = 2_000;

const NAMES: Readonly<Record<FairnessTask, string>> = {
  read: "rows read and parsed",
  review: "reviewed, nothing kept",
  run: "reviewed as a run, everybody kept",
};

/**
 * Decisions reviewed a second against reading and parsing the same rows, and the most memory that takes; of so many
 * decisions and of a tenth of them, each in a process of its own.
 */
export async function fairnessSuite({ rounds, cases }: SuiteOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-bench-"));
  const sizes: Size[] = [];
  for (const count of [Math.max(1, Math.floor(cases / 10)), cases])
    sizes.push({
      count,
      file: await databaseOf(folder, count),
      measured: new Map(FAIRNESS_TASKS.map((task) => [task, []])),
    });
  for (let round = 0; round < rounds; round += 1)
    for (const { file, measured } of sizes)
      for (const task of FAIRNESS_TASKS) measured.get(task)?.push(run({ file, task }));
  for (const size of sizes) printSize(size);
  printGrowth(sizes);
  rmSync(folder, { recursive: true });
}

type Size = {
  readonly count: number;
  readonly file: string;
  readonly measured: ReadonlyMap<FairnessTask, FairnessMeasured[]>;
};

const REVIEWS = FAIRNESS_TASKS.filter((task) => task !== "read");

function figuresOf(
  { measured }: Size,
  task: FairnessTask,
  figure: (one: FairnessMeasured) => number,
): readonly number[] {
  return (measured.get(task) ?? []).map(figure);
}

function printSize(size: Size): void {
  const row = (task: FairnessTask, figure: (one: FairnessMeasured) => number): string =>
    writeRow(NAMES[task], figuresOf(size, task, figure));
  const reads = figuresOf(size, "read", (one) => one.seconds);
  print(
    "",
    `${size.count} decisions on cases of ${PEOPLE} people`,
    "  seconds",
    ...FAIRNESS_TASKS.map((task) => row(task, (one) => one.seconds)),
    "  of these, seconds in which the questions answer",
    row("review", (one) => one.answeringSeconds),
    "  as long as reading and parsing",
    ...REVIEWS.map((task) =>
      writeRow(
        NAMES[task],
        figuresOf(size, task, (one) => one.seconds).map(
          (seconds, round) => seconds / (reads[round] ?? Number.NaN),
        ),
      ),
    ),
    "  the most memory of the process, MiB",
    ...FAIRNESS_TASKS.map((task) => row(task, (one) => one.peakBytes / MEBIBYTE)),
    "  the most of the heap in use, MiB",
    ...FAIRNESS_TASKS.filter((task) => task !== "run").map((task) =>
      row(task, (one) => one.heapBytes / MEBIBYTE),
    ),
  );
}

function printGrowth([few, all]: readonly Size[]): void {
  if (!few || !all) return;
  print(
    "",
    `${all.count} decisions take so many times as long as ${few.count}`,
    ...REVIEWS.map((task) => {
      const less = figuresOf(few, task, (one) => one.seconds);
      const seconds = figuresOf(all, task, (one) => one.seconds);
      return writeRow(
        NAMES[task],
        seconds.map((each, round) => each / (less[round] ?? Number.NaN)),
      );
    }),
  );
}

async function databaseOf(folder: string, count: number): Promise<string> {
  const file = join(folder, `${count}.db`);
  const store = await openStore({ file });
  await fillWithDecisions(store, { count, people: PEOPLE });
  await store.close();
  return file;
}

function run(order: FairnessOrder): FairnessMeasured {
  const told = execFileSync(process.execPath, ["--expose-gc", WORKER, JSON.stringify(order)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(told) as FairnessMeasured;
}
