import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countPendingLeaves, latestCheckpoint, logSize, openStore } from "@evenhand/store";
import { afterEach, describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

/** Starts the program and waits until it says that it listens. */
async function started(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  cleaning.push(() => child.kill("SIGKILL"));
  let told = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text: string) => {
      told += text;
      if (told.includes("Evenhand listens on")) resolve();
    });
    child.once("close", () => reject(new Error(`the program ended: ${told}`)));
  });
  return child;
}

describe("the program", () => {
  it("gives everything a place in the log before it ends", async () => {
    const DATA = mkdtempSync(join(tmpdir(), "evenhand-program-"));
    cleaning.push(() => rmSync(DATA, { recursive: true, force: true }));
    const child = await started({ DATA });
    child.kill("SIGTERM");
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(0);
    const store = await openStore({ file: join(DATA, "evenhand.db") });
    cleaning.push(store.close);
    const [waiting, size, last] = await store.read(async (db) => [
      await countPendingLeaves(db),
      await logSize(db),
      await latestCheckpoint(db),
    ]);
    expect(waiting).toBe(0);
    // The rules that were taken in, the first account and the first key.
    expect(size).toBeGreaterThan(3);
    expect(last?.size).toBe(size);
  });
});
