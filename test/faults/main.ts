// Shows what the service does when things go wrong around it. Run as `npm run faults -- <command> [sqlite | postgres] [--<size> <number>]`.
import { DIALECTS, type Dialect } from "./databases.ts";
import { fsyncCommand } from "./fsync/command.ts";
import { fullDiskCommand } from "./full-disk/command.ts";
import { killCommand } from "./kill/command.ts";
import { capCommand, keysCommand } from "./several/commands.ts";
import { simulateCommand } from "./simulate/command.ts";

/** Runs at a size and gives whether what it shows holds. */
type Command = (dialect: Dialect, args: readonly string[]) => Promise<boolean>;

const COMMANDS: Readonly<Record<string, Command>> = {
  kill: killCommand,
  cap: capCommand,
  keys: keysCommand,
  fsync: fsyncCommand,
  "full-disk": fullDiskCommand,
  simulate: simulateCommand,
};

const USAGE = `npm run faults -- <${Object.keys(COMMANDS).join(" | ")}> [${DIALECTS.join(" | ")}] [--<size> <number>]`;

async function main([name = "", ...rest]: readonly string[]): Promise<boolean> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`usage: ${USAGE}`);
  const named = DIALECTS.find((dialect) => dialect === rest[0]);
  return command(named ?? "sqlite", named === undefined ? rest : rest.slice(1));
}

// What was started ends with this program, also where somebody stops it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(2));

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
