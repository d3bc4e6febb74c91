import { spreadOf, writeFigure } from "../../bench/spread.ts";
import { readCounts } from "../counts.ts";
import { type Dialect, newServedDatabase } from "../databases.ts";
import { verdict } from "../verdict.ts";
import { killLoop } from "./kill-loop.ts";

/** `kill`: kills the service under load again and again, and looks for what was lost, altered or doubled. */
export async function killCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const counts = readCounts(args, {
    cycles: 50,
    writers: 8,
    people: 40,
    "longest-load": 600,
    "check-every": 1,
    seed: Date.now() % 1_000_000,
  });
  console.log(`kill: ${dialect}, ${JSON.stringify(counts)}`);
  const database = await newServedDatabase(dialect);
  try {
    const report = await killLoop(database, {
      ...counts,
      longestLoadMs: counts["longest-load"],
      checkEvery: counts["check-every"],
      onCycle: ({ cycles, acknowledged, cutOff }) => {
        if ((cycles + 1) % 10 === 0)
          console.log(`  ${cycles + 1} cycles, ${acknowledged} acknowledged, ${cutOff} cut off`);
      },
    });
    const starts = spreadOf(report.startsMs);
    return verdict(report.problems, [
      `${report.cycles} kills under load and ${report.killedWhileStarting} while starting`,
      `${report.acknowledged} decisions acknowledged, each sent again at the end and answered with the same bytes`,
      `${report.cutOff} requests cut off, of which ${report.cutOffAndKept} had been kept; each was sent again and is there once`,
      `a start takes ${writeFigure(starts.median)} ms (${writeFigure(starts.least)}–${writeFigure(starts.most)})`,
    ]);
  } finally {
    await database.remove();
  }
}
