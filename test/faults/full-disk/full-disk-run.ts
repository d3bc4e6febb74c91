import { setTimeout as pause } from "node:timers/promises";
import { type Random, randomFrom } from "../../bench/random.ts";
import { startServer } from "../../support/server-process.ts";
import { type Line, type Reply, sendOrder } from "../client.ts";
import { type ServedDatabase, lookInto } from "../databases.ts";
import { checkAll } from "../kept/check-all.ts";
import { KeptChecker } from "../kept/check-kept.ts";
import { type Sent, answerOf } from "../kept/sent.ts";
import { drawPeople, orderOf, peopleOf } from "../order.ts";
import { sendAgain } from "../send-again.ts";
import type { Filler } from "./fill.ts";

export type FullDiskSize = {
  /** How often the disk is filled and freed. */
  readonly rounds: number;
  /** How many clients send at once. */
  readonly writers: number;
  /** How many requests are refused before there is room again. */
  readonly refusals: number;
  readonly seed: number;
};

export type FullDiskReport = {
  readonly recorded: number;
  readonly refused: number;
  /** How long after there was room again the first decision was recorded, milliseconds; the longest of all rounds. */
  readonly longestRecoveryMs: number;
  readonly problems: readonly string[];
};

/** The most room that is left, so that the disk is full in the middle of one thing or another. */
const MOST_LEFT_BYTES = 256 * 1024;

/**
 * Fills the disk of a service while decisions are recorded, again and again: what is refused must be refused as the store
 * being unavailable, and once there is room the same process records everything that it refused, and kept nothing of
 * what it did not acknowledge.
 */
export async function fullDiskRun(
  database: ServedDatabase,
  filler: Filler,
  size: FullDiskSize,
): Promise<FullDiskReport> {
  const server = await startServer(database.server);
  const run: Run = {
    line: { url: server.url, key: database.key },
    random: randomFrom(size.seed),
    sent: [],
    problems: [],
    refused: 0,
  };
  const checker = new KeptChecker();
  let longestRecoveryMs = 0;
  for (let round = 0; round < size.rounds && run.problems.length === 0; round += 1) {
    const from = run.sent.length;
    await writeUntilRefused(run, filler, size);
    await checkReading(run);
    filler.free();
    longestRecoveryMs = Math.max(longestRecoveryMs, await untilRecorded(run));
    run.problems.push(...(await lookInto(database, (store) => checker.check(store, run.sent))));
    const again = await sendAgain(run.line, run.sent.slice(from));
    run.sent.splice(from, again.sent.length, ...again.sent);
    run.problems.push(...again.problems);
  }
  run.problems.push(...(await checkAll(database, run.sent)));
  run.problems.push(...(await sendAgain(run.line, run.sent)).problems);
  const code = await server.stop();
  if (code !== 0) run.problems.push(`the service ended with ${code}`);
  const recorded = run.sent.filter(({ answer }) => answer !== undefined).length;
  return { recorded, refused: run.refused, longestRecoveryMs, problems: run.problems };
}

type Run = {
  readonly line: Line;
  readonly random: Random;
  readonly sent: Sent[];
  readonly problems: string[];
  refused: number;
};

const PEOPLE = peopleOf(40);

/** Records for a moment, takes the room away, and goes on until enough was refused. */
async function writeUntilRefused(
  run: Run,
  filler: Filler,
  { writers, refusals }: FullDiskSize,
): Promise<void> {
  const until = run.refused + refusals;
  const write = async (): Promise<void> => {
    while (run.refused < until && run.problems.length === 0) await sendNext(run);
  };
  const writing = Promise.all(Array.from({ length: writers }, write));
  await pause(run.random.fraction() * 300);
  const leaveBytes = run.random.chance(0.5) ? run.random.below(MOST_LEFT_BYTES) : 0;
  // What the service frees by putting its files in order is taken as well.
  let isOver = false;
  void writing.finally(() => (isOver = true));
  for (filler.fill(leaveBytes); !isOver; await pause(50)) filler.fill(leaveBytes);
  await writing;
}

async function sendNext(run: Run): Promise<Reply> {
  const order = orderOf(`C-${run.sent.length + 1}`, drawPeople(PEOPLE, run.random));
  const place = run.sent.push({ order, answer: undefined }) - 1;
  const reply = await sendOrder(run.line, order);
  if (reply.status === 201) run.sent[place] = { order, answer: answerOf(reply.text) };
  else if (isUnavailable(reply)) run.refused += 1;
  else run.problems.push(`${order.reference} was answered ${reply.status}: ${reply.text}`);
  return reply;
}

function isUnavailable({ status, code, retryAfter }: Reply): boolean {
  return status === 503 && code === "store-unavailable" && Number(retryAfter) > 0;
}

/** What was recorded can be read all along. */
async function checkReading({ line: { url, key }, sent, problems }: Run): Promise<void> {
  const id = sent.find(({ answer }) => answer)?.answer?.id;
  if (id === undefined) return;
  const { status } = await fetch(`${url}/v1/decisions/${id}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  if (status !== 200) problems.push(`reading a decision on the full disk was answered ${status}`);
}

const MOST_RECOVERY_MS = 60_000;

/** Gives how long it took, milliseconds. */
async function untilRecorded(run: Run): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { status } = await sendNext(run);
    const tookMs = performance.now() - begun;
    if (status === 201) return tookMs;
    if (tookMs > MOST_RECOVERY_MS) run.problems.push("with room on the disk nothing is recorded any more");
    if (run.problems.length > 0) return tookMs;
    await pause(50);
  }
}
