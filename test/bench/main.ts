// Measures speed, which no test does. Run as `npm run bench -- <suite> [--rounds <count>] [--cases <count>]`.
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { gridSuite } from "./grid/suite.ts";
import { effectSuite } from "./effect/suite.ts";
import { fairnessSuite } from "./fairness/suite.ts";
import { importsSuite } from "./imports/suite.ts";
import { recordSuite } from "./record/suite.ts";
import { replaySuite } from "./replay/suite.ts";
import { rulesSuite } from "./rules/suite.ts";
import { simulateSuite } from "./simulate/suite.ts";
import type { Suite } from "./suite.ts";

/** With how many cases, or rows, each is measured where it is not said. */
const SUITES: Readonly<Record<string, { readonly measure: Suite; readonly cases: number }>> = {
  rules: { measure: rulesSuite, cases: 10_000 },
  record: { measure: recordSuite, cases: 300 },
  replay: { measure: replaySuite, cases: 1_000 },
  imports: { measure: importsSuite, cases: 20_000 },
  grid: { measure: gridSuite, cases: 200 },
  effect: { measure: effectSuite, cases: 1_000 },
  simulate: { measure: simulateSuite, cases: 100_000 },
  fairness: { measure: fairnessSuite, cases: 100_000 },
};

const USAGE = `npm run bench -- <${Object.keys(SUITES).join(" | ")}> [--rounds <count>] [--cases <count>]`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "9" }, cases: { type: "string" } },
  });
  const name = positionals[0] ?? "";
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (!suite || positionals.length > 1) throw new Error(`usage: ${USAGE}`);
  const options = {
    rounds: countOf("rounds", values.rounds),
    cases: values.cases === undefined ? suite.cases : countOf("cases", values.cases),
  };
  console.log(`${name}: ${options.rounds} rounds in turn, ${options.cases} cases, median (least–most)`);
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}`,
  );
  await suite.measure(options);
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`\`--${name}\` is a whole number from 1 up, not \`${text}\``);
  return count;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
