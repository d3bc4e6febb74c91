import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { randomFrom } from "../../bench/random.ts";
import { type RunningServer, startServer } from "../../support/server-process.ts";
import { sendUntilAnswered } from "../client.ts";
import type { ServedDatabase } from "../databases.ts";
import { drawPeople, orderOf, peopleOf } from "../order.ts";
import { TraceReader } from "./trace-reader.ts";

export type TracedSize = {
  readonly acknowledgements: number;
  /** How many clients send at once. */
  readonly writers: number;
  readonly seed: number;
};

export type TracedReport = {
  /** Decisions that the clients saw acknowledged. */
  readonly acknowledged: number;
  /** Acknowledgements in the trace, and how many of them a sync of the log came before. */
  readonly traced: number;
  readonly synced: number;
  readonly syncs: number;
};

/** Records decisions while `strace` looks at the server, and follows each of them to the disk and out again. */
export async function tracedRun(
  database: ServedDatabase,
  size: TracedSize,
  nodeArguments: readonly string[] = [],
): Promise<TracedReport> {
  const server = await startServer({ ...database.server, nodeArguments });
  try {
    const trace = await startTrace(() => [server.pid, ...database.processes()]);
    const acknowledged = await writeAll(database, server, size);
    await trace.stop();
    const { answers, syncs } = trace.reader;
    const synced = answers.filter(({ wasWritten, wasSynced }) => wasWritten && wasSynced).length;
    return { acknowledged, traced: answers.length, synced, syncs };
  } finally {
    await server.stop();
  }
}

/** Gives how many were acknowledged. */
async function writeAll(
  { key }: ServedDatabase,
  { url }: RunningServer,
  { acknowledgements, writers, seed }: TracedSize,
): Promise<number> {
  const random = randomFrom(seed);
  const people = peopleOf(40);
  let [next, acknowledged] = [0, 0];
  const write = async (): Promise<void> => {
    for (let number = next++; number < acknowledgements; number = next++) {
      const reply = await sendUntilAnswered({ url, key }, orderOf(`C-${number}`, drawPeople(people, random)));
      if (reply.status !== 201) throw new Error(`it was answered ${reply.status}: ${reply.text}`);
      acknowledged += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return acknowledged;
}

type Trace = {
  readonly reader: TraceReader;
  /** Whether a process is being looked at. */
  readonly sees: (pid: number) => boolean;
  readonly stop: () => Promise<void>;
};

/** Looks at some processes and at whatever they start; none of them may have begun unseen while that was set up. */
async function startTrace(processes: () => readonly number[]): Promise<Trace> {
  for (;;) {
    const trace = await attach(processes());
    if (processes().every(trace.sees)) return trace;
    await trace.stop();
  }
}

/** PostgreSQL writes up to a whole segment of its log at once, and the ids are anywhere in it. */
const LONGEST_STRING = String(16 * 1024 * 1024);
const CALLS = "trace=write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync";

/** The trace comes through a pipe: on the disk it would be a hundred times as large as what it is about. */
async function attach(pids: readonly number[]): Promise<Trace> {
  const processes = pids.flatMap((pid) => ["-p", String(pid)]);
  const strace = spawn(
    "strace",
    ["-f", "-y", "-s", LONGEST_STRING, "-e", CALLS, "-o", "|cat", ...processes],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = once(strace, "close");
  ended.catch(() => {});
  const reader = new TraceReader();
  const lines = createInterface({ input: strace.stdout, crlfDelay: Infinity });
  const read = once(lines, "close");
  lines.on("line", (line) => reader.read(line));
  const seen = new Set<number>();
  await attached(strace, { pids, seen });
  return {
    reader,
    sees: (pid) => seen.has(pid),
    stop: async () => {
      // What was written last is still on its way.
      await pause(200);
      strace.kill("SIGINT");
      await Promise.all([ended, read]);
    },
  };
}

/** `strace` says so for each process that it looks at. */
async function attached(
  strace: ChildProcess,
  { pids, seen }: { readonly pids: readonly number[]; readonly seen: Set<number> },
): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    strace.once("error", () => reject(new Error(NO_STRACE)));
    strace.once("exit", () => reject(new Error(`strace ended: ${said}`)));
    strace.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      for (const [, pid] of said.matchAll(/Process (\d+) attached/g)) seen.add(Number(pid));
      if (pids.every((pid) => seen.has(pid))) resolve();
    });
  });
}

const NO_STRACE =
  "this needs strace, which is not here; on Debian it is the package `strace` (apt-get install strace)";
