import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { useKey } from "./send.ts";

const MAIN = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

export type RunningService = {
  readonly port: number;
  /** Where it was started: what it makes for itself is in `data/` below. */
  readonly folder: string;
  /** Ends it as an operator would, and throws where it did not end with 0 or met a failure of its own on the way. */
  readonly stop: () => Promise<void>;
};

/** From here on a line of the log is about a failure. */
const ERROR_LEVEL = 50;

/**
 * Starts the real service as a process of its own, on a free port of loopback and with a database of its own, and waits
 * until it is ready. What is sent to it brings the key that its first start made.
 */
export async function startService(): Promise<RunningService> {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-service-"));
  const data = join(folder, "data");
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", DATA: data };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [log, said] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (log += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const closed = once(child, "close") as Promise<[number | null]>;
  while (!/listens on/.test(said)) {
    await Promise.race([once(child.stderr, "data"), closed]);
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}: ${said}`);
  }
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(said)?.[1]);
  const handedOver = readFileSync(join(data, "first-start.txt"), "utf8");
  useKey(port, /^key: (\S+)$/m.exec(handedOver)?.[1] ?? "");
  return {
    port,
    folder,
    stop: async () => {
      child.kill("SIGTERM");
      const [code] = await closed;
      rmSync(folder, { recursive: true });
      const failures = log.split("\n").filter((line) => line !== "" && levelOf(line) >= ERROR_LEVEL);
      if (code !== 0 || failures.length > 0)
        throw new Error(`it ended with ${code}: ${failures.join("\n")}${said}`);
    },
  };
}

function levelOf(line: string): number {
  return (JSON.parse(line) as { level: number }).level;
}
