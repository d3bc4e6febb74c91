import { writeFigure } from "../../bench/spread.ts";
import { type Counts, readCounts } from "../counts.ts";
import { type Dialect, type ServedDatabase, newServedDatabase } from "../databases.ts";
import { checkAll } from "../kept/check-all.ts";
import type { Sent } from "../kept/sent.ts";
import { verdict } from "../verdict.ts";
import { capRun } from "./cap-run.ts";
import { keysRun } from "./keys-run.ts";
import { type Servers, startServers } from "./servers.ts";

/** `cap`: many writers on one person through several servers, watched all along. */
export async function capCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const counts = readCounts(args, { processes: 8, writers: 8, decisions: 200, people: 1, seed: newSeed() });
  return overServers("cap", dialect, counts, async (database, { lines }) => {
    const { sent, snapshots, tookMs, problems } = await capRun(database, lines, counts);
    const recorded = sent.filter(({ answer }) => answer !== undefined).length;
    return {
      sent,
      problems,
      shown: [
        `${recorded} decisions recorded by ${counts.writers} writers through ${counts.processes} processes, on ${counts.people} of the people, in ${writeFigure(tookMs / 1_000)} s`,
        `${snapshots} states read on the way`,
      ],
    };
  });
}

/** `keys`: many copies of each request at once, through several servers. */
export async function keysCommand(dialect: Dialect, args: readonly string[]): Promise<boolean> {
  const counts = readCounts(args, {
    processes: 4,
    keys: 500,
    duplicates: 20,
    "at-once": 8,
    people: 40,
    seed: newSeed(),
  });
  return overServers("keys", dialect, counts, async (_database, { lines }) => {
    const { sent, requests, toldToWait, tookMs, problems } = await keysRun(lines, {
      ...counts,
      atOnce: counts["at-once"],
    });
    return {
      sent,
      problems,
      shown: [
        `${requests} requests under ${counts.keys} keys through ${counts.processes} processes, in ${writeFigure(tookMs / 1_000)} s; ${toldToWait} times somebody was told to come again`,
        "all copies were answered alike, and another body under each key was refused",
      ],
    };
  });
}

type Shown = {
  readonly sent: readonly Sent[];
  readonly problems: readonly string[];
  readonly shown: readonly string[];
};

async function overServers(
  name: string,
  dialect: Dialect,
  counts: Counts & { readonly processes: number },
  run: (database: ServedDatabase, servers: Servers) => Promise<Shown>,
): Promise<boolean> {
  console.log(`${name}: ${dialect}, ${JSON.stringify(counts)}`);
  const database = await newServedDatabase(dialect);
  try {
    const servers = await startServers(database, counts.processes);
    const { sent, problems, shown } = await run(database, servers);
    const kept = await checkAll(database, sent);
    await servers.stop();
    return verdict([...problems, ...kept], shown);
  } finally {
    await database.remove();
  }
}

function newSeed(): number {
  return Date.now() % 1_000_000;
}
