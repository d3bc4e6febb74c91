import { readFileSync } from "node:fs";
import { preparePolicy } from "@evenhand/policy";
import { type PolicyForCases, type Sheet, mapCases, readSheet } from "@evenhand/sheets";
import type { Policy } from "@evenhand/domain";
import { newFileStore } from "../../faults/file-store.ts";
import { importFile } from "../../imports/import-file.ts";
import { rule, sceneOver } from "../../policies/scene.ts";
import type { ImportMeasured, ImportOrder, ImportTask } from "./order.ts";

const { file, task } = JSON.parse(process.argv[2] ?? "{}") as ImportOrder;
const bytes = readFileSync(file);
const policy: PolicyForCases = preparePolicy(
  JSON.parse(rule("complaint-fines/v2.json").text) as Policy,
).policy;

async function measure(what: ImportTask): Promise<ImportMeasured> {
  const { rows, seconds } = await TASKS[what]();
  return { rows, seconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

type Done = Pick<ImportMeasured, "rows" | "seconds">;

async function timed(work: () => Promise<number>): Promise<Done> {
  const begun = performance.now();
  const rows = await work();
  return { rows, seconds: (performance.now() - begun) / 1_000 };
}

const TASKS: Readonly<Record<ImportTask, () => Promise<Done>>> = {
  nothing: () => timed(async () => 0),
  rows: () => timed(async () => countRows(await opened())),
  cases: () => timed(async () => countCases(await opened())),
  checked: () => imported(true),
  taken: () => imported(false),
};

async function opened(): Promise<Sheet> {
  const read = await readSheet(bytes);
  if ("problem" in read) throw new Error(read.problem.message.en);
  return read.sheet;
}

async function countRows(sheet: Sheet): Promise<number> {
  let rows = 0;
  for await (const batch of sheet.batches()) if ("rows" in batch) rows += batch.rows.length;
  return rows;
}

async function countCases(sheet: Sheet): Promise<number> {
  const found = await mapCases(policy, sheet);
  if ("problems" in found) throw new Error(found.problems[0]?.message.en);
  let rows = 0;
  for await (const one of found.cases()) {
    if ("problems" in one) throw new Error(one.problems[0]?.message.en);
    rows += one.rowNumbers.length;
  }
  return rows;
}

async function imported(isDryRun: boolean): Promise<Done> {
  const { store, remove } = await newFileStore();
  const scene = await sceneOver(store);
  await scene.context.rulebook();
  const done = await timed(async () => {
    const page = await importFile(scene, bytes, { isDryRun });
    if (page.rows.refused > 0) throw new Error(JSON.stringify(page.findings[0]));
    return page.rows.done;
  });
  await remove();
  return done;
}

// Last, so that everything above is there.
process.stdout.write(JSON.stringify(await measure(task)));
