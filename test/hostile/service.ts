import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

export type RunningService = {
  readonly port: number;
  /** Ends it as an operator would; gives its exit code and its log, one object a line. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly log: readonly Readonly<Record<string, unknown>>[] }>;
};

/** Starts the real service as a process of its own, on a free port of loopback, and waits until it is ready. */
export async function startService(): Promise<RunningService> {
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info" };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [log, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const closed = once(child, "close") as Promise<[number | null]>;
  while (!/listens on/.test(said)) {
    await Promise.race([once(child.stderr, "data"), closed]);
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${said}`);
  }
  return {
    port: Number(/127\.0\.0\.1:(\d+)/.exec(said)?.[1]),
    stop: async () => {
      child.kill("SIGTERM");
      const [code] = await closed;
      const lines = log.trimEnd().split("\n");
      return { code, log: lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>) };
    },
  };
}
