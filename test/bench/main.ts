// Measures speed, which no test does. Run as `npm run bench -- <suite> [--rounds <count>] [--cases <count>]`.
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { rulesSuite } from "./rules/suite.ts";
import type { Suite } from "./suite.ts";

const SUITES: Readonly<Record<string, Suite>> = { rules: rulesSuite };

const USAGE = `npm run bench -- <${Object.keys(SUITES).join(" | ")}> [--rounds <count>] [--cases <count>]`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "9" }, cases: { type: "string", default: "10000" } },
  });
  const name = positionals[0] ?? "";
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (!suite || positionals.length > 1) throw new Error(`usage: ${USAGE}`);
  const options = { rounds: countOf("rounds", values.rounds), cases: countOf("cases", values.cases) };
  console.log(`${name}: ${options.rounds} rounds in turn, ${options.cases} cases, median (least–most)`);
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}`,
  );
  await suite(options);
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
