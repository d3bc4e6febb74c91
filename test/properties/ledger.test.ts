import * as ledger from "@evenhand/ledger";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PATHS, type Tally, ledgerCommands } from "./ledger-commands.ts";
import { Company } from "./ledger-system.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
/** Runs and commands of a run; `LEDGER_RUNS=10000 LEDGER_COMMANDS=100 npm test` makes them longer. */
const RUNS = Number(process.env["LEDGER_RUNS"] ?? 1_000);
const COMMANDS = Number(process.env["LEDGER_COMMANDS"] ?? 60);

describe(`a company's ledgers, seed ${SEED}`, () => {
  const tally: Tally = new Map();

  it(
    `are what the reference says after every command, in ${RUNS} runs of up to ${COMMANDS}`,
    () => {
      fc.assert(
        fc.property(fc.commands(ledgerCommands(tally), { maxCommands: COMMANDS, size: "max" }), (run) => {
          const company = new Company(ledger, 3);
          fc.modelRun(() => ({ model: company, real: company }), run);
          for (const person of company.people) person.checkBalance();
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(tally.get("commands")).toBeGreaterThan((RUNS * COMMANDS) / 3);
    },
    60_000 + RUNS * COMMANDS,
  );

  it.each(PATHS)("met often: %s", (path) => {
    expect(tally.get(path) ?? 0).toBeGreaterThan(RUNS / 100);
  });
});
