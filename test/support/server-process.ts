import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

/** Where compiled code is kept between starts, which halves what a start takes; the program that runs is the same. */
const COMPILED = join(tmpdir(), "evenhand-compiled");

export type ServerOptions = {
  /** The folder of its keys, and of the database where that is a SQLite file. */
  readonly data: string;
  /** A PostgreSQL, where that is the database. */
  readonly databaseUrl?: string;
  /** What Node is told besides, such as a module to load first. */
  readonly nodeArguments?: readonly string[];
};

/** The service as a process of its own, from the moment it is started. */
export type LaunchedServer = {
  readonly pid: number;
  /** Where it listens, once it answers; rejects where it ends instead. */
  readonly listening: Promise<string>;
  /** Ends it on the spot, in whatever it is doing, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end and gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** What it wrote so far: its log (errors only) and what it told the operator. */
  readonly said: () => string;
};

export type RunningServer = Omit<LaunchedServer, "listening"> & {
  readonly url: string;
  /** From the start of the process until it said where it listens, milliseconds. */
  readonly startedInMs: number;
};

/**
 * Starts the real program on a free port of this machine. It ends with this process at the latest; nothing but the
 * process that was started is ever signalled.
 */
export function launchServer({ data, databaseUrl, nodeArguments = [] }: ServerOptions): LaunchedServer {
  const { DATABASE_URL: _ours, ...environment } = process.env;
  const child = spawn(process.execPath, [...nodeArguments, MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...environment,
      DATA: data,
      PORT: "0",
      HOST: "127.0.0.1",
      LOG_LEVEL: "error",
      NODE_COMPILE_CACHE: COMPILED,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  });
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const ended = once(child, "close").then(() => child.exitCode);
  const send = (signal: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  };
  const withUs = (): void => send("SIGKILL");
  process.once("exit", withUs);
  void ended.finally(() => process.off("exit", withUs));
  const said = (): string => `${out.text}${err.text}`;
  const listening = Promise.race([
    whereItListens(child, err),
    ended.then((code) => Promise.reject(new Error(`the service ended with ${code}: ${said()}`))),
  ]);
  // Whoever kills it while it starts does not wait for this.
  listening.catch(() => {});
  return {
    pid: child.pid ?? 0,
    listening,
    said,
    kill: async () => {
      send("SIGKILL");
      await ended;
    },
    stop: () => {
      send("SIGTERM");
      return ended;
    },
  };
}

/** The same, once it answers. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const begun = performance.now();
  const { listening, ...server } = launchServer(options);
  const url = await listening;
  return { ...server, url, startedInMs: performance.now() - begun };
}

type Collected = { text: string };

function collect(stream: NodeJS.ReadableStream): Collected {
  const collected = { text: "" };
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => (collected.text += text));
  return collected;
}

function whereItListens({ stderr }: ChildProcess, said: Collected): Promise<string> {
  return new Promise((resolve) => {
    stderr?.on("data", () => {
      const told = /listens on (http:\S+),/.exec(said.text)?.[1];
      if (told !== undefined) resolve(told);
    });
  });
}
