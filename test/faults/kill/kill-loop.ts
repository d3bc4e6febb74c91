import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "@evenhand/store";
import { type Random, randomFrom } from "../../bench/random.ts";
import { type RunningServer, launchServer, startServer } from "../../support/server-process.ts";
import type { Line } from "../client.ts";
import { type ServedDatabase, lookInto } from "../databases.ts";
import { checkAll } from "../kept/check-all.ts";
import { KeptChecker } from "../kept/check-kept.ts";
import type { Sent } from "../kept/sent.ts";
import { drawPeople, orderOf, peopleOf } from "../order.ts";
import { sendAgain } from "../send-again.ts";
import { loadUntilGone } from "./load.ts";

export type KillOptions = {
  readonly cycles: number;
  /** How many clients send at once. */
  readonly writers: number;
  /** How many people they charge. */
  readonly people: number;
  /** The longest that a server lives after its first answer before it is killed, milliseconds. */
  readonly longestLoadMs: number;
  /** After how many cycles everything that was ever sent is held against the database. */
  readonly checkEvery: number;
  readonly seed: number;
  /** Is told after each cycle. */
  readonly onCycle?: (report: KillReport) => void;
  /** Changes the database behind the back of the service, to see whether the loop finds out. */
  readonly plant?: (database: ServedDatabase, sent: readonly Sent[]) => void;
};

export type KillReport = {
  readonly cycles: number;
  readonly acknowledged: number;
  /** Orders whose connection ended before the answer arrived, and how many of those had been kept. */
  readonly cutOff: number;
  readonly cutOffAndKept: number;
  /** Kills that came before the server answered anything. */
  readonly killedWhileStarting: number;
  readonly startsMs: readonly number[];
  readonly problems: readonly string[];
};

/**
 * Kills a server under load again and again. After each time what the database keeps is held against what the clients
 * were told, and everything since the time before is sent again under its key. It ends early where something is wrong;
 * at the end every order of all cycles is sent once more.
 */
export async function killLoop(database: ServedDatabase, options: KillOptions): Promise<KillReport> {
  const { cycles, checkEvery, seed, onCycle, plant } = options;
  const random = randomFrom(seed);
  const people = peopleOf(options.people);
  const run: Run = {
    database,
    random,
    checker: new KeptChecker(),
    sent: [],
    problems: [],
    startsMs: [],
    tally: newTally(),
  };
  const { tally, problems } = run;
  let orders = 0;
  const nextOrder = () => orderOf(`C-${(orders += 1)}`, drawPeople(people, random));
  let server = await start(run);
  for (; tally.cycles < cycles && problems.length === 0; tally.cycles += 1) {
    const from = run.sent.length;
    const answered = Promise.withResolvers<void>();
    const load = { writers: options.writers, nextOrder, onAnswer: answered.resolve };
    const loading = loadUntilGone(lineTo(run, server), load);
    await Promise.race([answered.promise, loading]);
    await pause(random.fraction() * options.longestLoadMs);
    await server.kill();
    const { sent, refused } = await loading;
    run.sent.push(...sent);
    problems.push(...refused);
    await database.settled();
    plant?.(database, run.sent);
    server = await startAtLast(run);
    tally.cutOff += sent.filter(({ answer }) => answer === undefined).length;
    tally.cutOffAndKept += await lookInto(database, (store) => countKept(store, sent));
    if (tally.cycles % checkEvery === 0) await check(run);
    await again(run, server, from);
    onCycle?.(reportOf(run));
  }
  if (problems.length === 0) problems.push(...(await checkAll(database, run.sent)));
  if (problems.length === 0) await again(run, server, 0);
  await server.stop();
  return reportOf(run);
}

type Tally = { cycles: number; cutOff: number; cutOffAndKept: number; killedWhileStarting: number };

type Run = {
  readonly database: ServedDatabase;
  readonly random: Random;
  readonly checker: KeptChecker;
  readonly sent: Sent[];
  readonly problems: string[];
  readonly startsMs: number[];
  readonly tally: Tally;
};

function newTally(): Tally {
  return { cycles: 0, cutOff: 0, cutOffAndKept: 0, killedWhileStarting: 0 };
}

function reportOf({ sent, problems, startsMs, tally }: Run): KillReport {
  const acknowledged = sent.filter(({ answer }) => answer !== undefined).length;
  return { ...tally, acknowledged, startsMs: [...startsMs], problems: [...problems] };
}

function lineTo({ database: { key } }: Run, { url }: RunningServer): Line {
  return { url, key };
}

async function start({ database, startsMs }: Run): Promise<RunningServer> {
  const server = await startServer(database.server);
  startsMs.push(server.startedInMs);
  return server;
}

/** Now and then a server is killed before it answers, so that its putting things in order is interrupted as well. */
const KILLED_STARTS = 0.15;

async function startAtLast(run: Run): Promise<RunningServer> {
  while (run.random.chance(KILLED_STARTS)) {
    const server = launchServer(run.database.server);
    await pause(run.random.fraction() * (run.startsMs.at(-1) ?? 0));
    await server.kill();
    run.tally.killedWhileStarting += 1;
  }
  return start(run);
}

async function countKept(store: Store, sent: readonly Sent[]): Promise<number> {
  const cutOff = sent.filter(({ answer }) => answer === undefined).map(({ order }) => order.reference);
  if (cutOff.length === 0) return 0;
  const rows = await store.read((db) =>
    db.selectFrom("decisions").select("id").where("reference", "in", cutOff).execute(),
  );
  return rows.length;
}

async function check({ database, checker, sent, problems }: Run): Promise<void> {
  problems.push(...(await lookInto(database, (store) => checker.check(store, sent))));
}

async function again(run: Run, server: RunningServer, from: number): Promise<void> {
  const { sent, problems } = await sendAgain(lineTo(run, server), run.sent.slice(from));
  run.sent.splice(from, sent.length, ...sent);
  run.problems.push(...problems);
}
