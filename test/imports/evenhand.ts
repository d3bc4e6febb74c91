import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { StorePlace } from "@evenhand/store";

const MAIN = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the real command as a process against a database. */
export async function evenhand(place: StorePlace, args: readonly string[]): Promise<Ended> {
  const where =
    "url" in place ? { DATABASE_URL: place.url } : { DATABASE_URL: "", DATA: dirname(place.file) };
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LC_ALL: "en_GB.UTF-8", ...where },
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}
