import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFigure } from "../../bench/spread.ts";
import { readCounts } from "../counts.ts";
import { type Dialect, newServedDatabase } from "../databases.ts";
import { verdict } from "../verdict.ts";
import { fillerOf } from "./fill.ts";
import { fullDiskRun } from "./full-disk-run.ts";

/** Where the small disk is, for the process that runs inside of the space of mounts that has it. */
const DISK = "EVENHAND_SMALL_DISK";

/** `full-disk`: fills the disk of a service, a small one of its own in memory, while decisions are recorded. */
export async function fullDiskCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const sizes = { rounds: 10, writers: 4, refusals: 30, mebibytes: 128, seed: Date.now() % 1_000_000 };
  const { mebibytes, ...size } = readCounts(args, sizes);
  if (dialect !== "sqlite") throw new Error("this is about the disk of a SQLite file");
  const disk = process.env[DISK];
  if (disk === undefined) return againWithDisk({ ...size, mebibytes });
  console.log(`full-disk: ${mebibytes} MiB, ${JSON.stringify(size)}`);
  const database = await newServedDatabase("sqlite", { parent: disk });
  const report = await fullDiskRun(database, fillerOf(disk), size);
  await database.remove();
  return verdict(report.problems, [
    `the disk was filled ${size.rounds} times; ${report.refused} requests were refused with 503, store-unavailable and Retry-After, none otherwise`,
    `the same process recorded again at most ${writeFigure(report.longestRecoveryMs)} ms after there was room`,
    `${report.recorded} decisions recorded, those that had been refused among them, each there once`,
  ]);
}

/** Runs the command once more where nothing but it sees the disk, which goes with it. */
function againWithDisk(sizes: Readonly<Record<string, number>>): boolean {
  const disk = mkdtempSync(join(tmpdir(), "evenhand-disk-"));
  try {
    execFileSync("unshare", [...ALONE, "true"], { stdio: "ignore" });
  } catch (cause) {
    throw new Error(NO_DISK, { cause });
  }
  const sized = Object.entries(sizes).flatMap(([name, size]) => [`--${name}`, String(size)]);
  const mount = `mount -t tmpfs -o size=${sizes["mebibytes"]}m tmpfs "$${DISK}" && exec "$0" "$@"`;
  const program = [process.execPath, process.argv[1] ?? "", "full-disk", ...sized];
  try {
    const { status } = spawnSync("unshare", [...ALONE, "sh", "-c", mount, ...program], {
      stdio: "inherit",
      env: { ...process.env, [DISK]: disk },
    });
    return status === 0;
  } finally {
    rmSync(disk, { recursive: true });
  }
}

const ALONE = ["--map-root-user", "--mount"];
const NO_DISK =
  "this needs a disk of its own, which a user may mount only where `unshare --map-root-user --mount` is allowed; run it as root";
