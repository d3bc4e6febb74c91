import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pastCases } from "../../support/past-cases.ts";
import { print, writeRow } from "../report.ts";
import type { SuiteOptions } from "../suite.ts";
import { SIMULATE_TASKS, type SimulateMeasured, type SimulateOrder, type SimulateTask } from "./order.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const MEBIBYTE = 1024 * 1024;
const PEOPLE = 2_000;
const SEED = 1;

const NAMES: Readonly<Record<SimulateTask, string>> = {
  read: "rows read and parsed",
  simulate: "simulated, end to end",
};

/**
 * Past cases simulated a second against reading and parsing the same rows, and the most memory that takes; of so many
 * cases and of a tenth of them, each in a process of its own.
 */
export async function simulateSuite({ rounds, cases }: SuiteOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-bench-"));
  const sizes = [Math.max(1, Math.floor(cases / 10)), cases].map((count) => ({
    count,
    file: fileOf(folder, count),
    measured: new Map<SimulateTask, SimulateMeasured[]>(SIMULATE_TASKS.map((task) => [task, []])),
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const { file, measured } of sizes)
      for (const task of SIMULATE_TASKS) measured.get(task)?.push(run({ file, task }));
  for (const size of sizes) printSize(size);
  const [few, all] = sizes.map(({ measured }) =>
    (measured.get("simulate") ?? []).map(({ seconds }) => seconds),
  );
  print(
    "",
    `${sizes[1]?.count} cases take so many times as long as ${sizes[0]?.count}`,
    writeRow(
      NAMES.simulate,
      (all ?? []).map((seconds, round) => seconds / (few?.[round] ?? Number.NaN)),
    ),
  );
  rmSync(folder, { recursive: true });
}

type Size = {
  readonly count: number;
  readonly measured: ReadonlyMap<SimulateTask, readonly SimulateMeasured[]>;
};

function printSize({ count, measured }: Size): void {
  const of = (task: SimulateTask, figure: (one: SimulateMeasured) => number): readonly number[] =>
    (measured.get(task) ?? []).map(figure);
  const reads = of("read", (one) => one.seconds);
  print(
    "",
    `${count} cases of ${PEOPLE} people, ${of("simulate", (one) => one.changed)[0]} of them come out otherwise`,
    "  cases a second",
    ...SIMULATE_TASKS.map((task) =>
      writeRow(
        NAMES[task],
        of(task, (one) => one.cases / one.seconds),
      ),
    ),
    "  as long as reading and parsing",
    writeRow(
      NAMES.simulate,
      of("simulate", (one) => one.seconds).map((seconds, round) => seconds / (reads[round] ?? Number.NaN)),
    ),
    "  the most memory of the process, MiB",
    ...SIMULATE_TASKS.map((task) =>
      writeRow(
        NAMES[task],
        of(task, (one) => one.peakBytes / MEBIBYTE),
      ),
    ),
    "  the most of the heap in use, MiB",
    ...SIMULATE_TASKS.map((task) =>
      writeRow(
        NAMES[task],
        of(task, (one) => one.heapBytes / MEBIBYTE),
      ),
    ),
    "  the whole state as JSON, MiB",
    writeRow(
      NAMES.simulate,
      of("simulate", (one) => one.stateBytes / MEBIBYTE),
    ),
  );
}

function fileOf(folder: string, count: number): string {
  const path = join(folder, `${count}.jsonl`);
  const file = openSync(path, "w");
  for (const one of pastCases({ count, people: PEOPLE, seed: SEED }))
    writeSync(file, `${JSON.stringify(one)}\n`);
  closeSync(file);
  return path;
}

function run(order: SimulateOrder): SimulateMeasured {
  const told = execFileSync(process.execPath, ["--expose-gc", WORKER, JSON.stringify(order)], {
    encoding: "utf8",
  });
  return JSON.parse(told) as SimulateMeasured;
}
