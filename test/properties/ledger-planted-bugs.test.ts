import * as ledger from "@evenhand/ledger";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerCommands } from "./ledger-commands.ts";
import { PLANTED_BUGS } from "./ledger-planted-bugs.ts";
import { Broken, Company, type LedgerUnderTest } from "./ledger-system.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
/** A bug that takes more runs than this to be found would be found by chance. */
const RUNS = 1_000;

function firstBreak(under: LedgerUnderTest): unknown {
  const commands = fc.commands(ledgerCommands(new Map()), { maxCommands: 60, size: "max" });
  const details = fc.check(
    fc.property(commands, (run) => {
      const company = new Company(under, 3);
      fc.modelRun(() => ({ model: company, real: company }), run);
      for (const person of company.people) person.checkBalance();
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  return details.errorInstance;
}

describe(`the harness of the ledger, seed ${SEED}`, () => {
  it.each(PLANTED_BUGS.map((bug) => [bug.what, bug] as const))("finds it where %s", (_what, { plant }) => {
    const found = firstBreak({ ...ledger, ...plant(ledger) });
    // A plain fault of the planting, such as a `TypeError`, does not count.
    expect([Broken.name, ledger.LedgerInvariant.name]).toContain(found instanceof Error ? found.name : found);
  });
});
