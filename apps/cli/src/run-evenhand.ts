import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

/** How the command ended, and what it wrote. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the real command as a process, for tests. The terminal is English unless `env` says otherwise. */
export async function runEvenhand(
  args: readonly string[],
  {
    stdin = "",
    env = {},
    cwd,
  }: {
    readonly stdin?: string | Uint8Array;
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LC_ALL: "en_GB.UTF-8", ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  // A command that needs no input may be gone before it gets any.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}
