import { fileURLToPath } from "node:url";
import { readCounts } from "../counts.ts";
import { type Dialect, newServedDatabase } from "../databases.ts";
import { verdict } from "../verdict.ts";
import { type TracedReport, type TracedSize, tracedRun } from "./traced-run.ts";

const PLANT = fileURLToPath(new URL("plant-synchronous-off.ts", import.meta.url));
const PLANTED_ACKNOWLEDGEMENTS = 20;

/**
 * `fsync`: whether each decision had reached the disk before it was acknowledged, and whether that is noticed where
 * nothing waits for the disk.
 */
export async function fsyncCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const size = readCounts(args, { acknowledgements: 500, writers: 4, seed: Date.now() % 1_000_000 });
  console.log(`fsync: ${dialect}, ${JSON.stringify(size)}`);
  const { problems, shown } = told(await traced(dialect, size));
  const planted = await traced(
    dialect,
    { ...size, acknowledgements: PLANTED_ACKNOWLEDGEMENTS },
    { isPlanted: true },
  );
  const isFound = planted.traced === PLANTED_ACKNOWLEDGEMENTS && planted.synced === 0;
  return verdict(
    isFound
      ? problems
      : [...problems, `without a sync ${planted.synced} of ${planted.traced} passed for synced`],
    [
      ...shown,
      `without a sync (planted): ${planted.synced} of ${planted.traced} acknowledgements came after one`,
    ],
  );
}

/** The planted bug: our SQLite, or the PostgreSQL, does not wait for the disk. */
async function traced(dialect: Dialect, size: TracedSize, { isPlanted = false } = {}): Promise<TracedReport> {
  const database = await newServedDatabase(dialect, { durable: !isPlanted });
  try {
    return await tracedRun(database, size, isPlanted && dialect === "sqlite" ? ["--import", PLANT] : []);
  } finally {
    await database.remove();
  }
}

function told({ acknowledged, traced: seen, synced, syncs }: TracedReport): {
  readonly problems: readonly string[];
  readonly shown: readonly string[];
} {
  return {
    problems: [
      ...(seen === acknowledged ? [] : [`${acknowledged} were acknowledged, and the trace shows ${seen}`]),
      ...(synced === seen
        ? []
        : [`${seen - synced} acknowledgements went out before a sync of the log had returned`]),
    ],
    shown: [
      `${acknowledged} decisions acknowledged, ${seen} of the answers traced`,
      `before ${synced} of them a sync of the log returned that came after the decision was written to it; ${syncs} syncs in all`,
    ],
  };
}
