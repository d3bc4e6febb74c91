import { EXIT } from "./exit-code.ts";
import { run } from "./run.ts";
import { terminalLanguage } from "./surroundings.ts";

/** Runs the command of this process, with its streams, its clock and its language. */
export async function runProcess(): Promise<void> {
  // Whoever reads us may have enough, as `head` has after ten lines; that is not our fault, and nobody is left to tell.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(EXIT.decided);
  });
  process.exitCode = await run(process.argv, {
    stdin: process.stdin,
    out: write,
    err: (text) => void process.stderr.write(text),
    now: () => Date.now(),
    language: terminalLanguage(process.env),
    env: process.env,
  });
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", () => resolve());
  });
}
