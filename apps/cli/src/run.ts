import { inspect } from "node:util";
import { CommanderError } from "commander";
import { CannotGoOn } from "./cannot-go-on.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { programOf } from "./program.ts";
import type { Surroundings } from "./surroundings.ts";
import { languageAsked } from "./text/language-asked.ts";
import { usageError } from "./text/usage-error.ts";

/** Runs one command with the arguments of the process; what it ends with. */
export async function run(argv: readonly string[], terminal: Surroundings): Promise<ExitCode> {
  const surroundings = { ...terminal, language: languageAsked(argv) ?? terminal.language };
  let code: ExitCode = EXIT.decided;
  try {
    await programOf(surroundings, (ended) => (code = ended)).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.decided;
    // Called without a command: the help was printed, and nothing was done.
    if (error instanceof CommanderError && error.code === "commander.help") return EXIT.invalid;
    return explain(error instanceof CommanderError ? usageError(error) : error, surroundings);
  }
}

function explain(error: unknown, { err, language }: Surroundings): ExitCode {
  if (!(error instanceof CannotGoOn)) {
    err(`${inspect(error)}\n`);
    return EXIT.failed;
  }
  err(`${error.text[language]}\n`);
  if (error.help) err(`    ${error.help[language]}\n`);
  return error.code;
}
