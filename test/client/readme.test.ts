import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { openStore } from "@evenhand/store";
import { afterEach, describe, expect, it } from "vitest";
import { blocksOf, readPage } from "../docs/markdown.ts";
import { exampleCase } from "../operations/example-case.ts";
import { processOver, serve } from "../operations/service.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WRITTEN_URL = "http://127.0.0.1:8787";

/** Runs a module in the folder of the project, as a program that uses the packages would. */
async function run(
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<{ out: string; err: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  cleaning.push(() => child.kill("SIGKILL"));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err };
}

describe("the README of the client", () => {
  const blocks = blocksOf(readPage("packages/client/README.md"));

  it("holds five lines of use, which do what they say as they are written", async () => {
    expect(blocks).toHaveLength(1);
    const written = blocks[0]?.text.trim() ?? "";
    expect(written.split("\n")).toHaveLength(5);
    expect(written).toContain(WRITTEN_URL);

    const folder = mkdtempSync(join(tmpdir(), "evenhand-client-"));
    cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
    const store = await openStore({ file: join(folder, "evenhand.db") });
    cleaning.push(store.close);
    const service = await processOver(store);
    const server = await serve(service.app, service.surroundings);
    cleaning.push(server.stop);

    const code = [
      `const theCase = ${JSON.stringify(exampleCase("C-1"))};`,
      // The port that is free here is the only change.
      written.replace(WRITTEN_URL, server.url),
      "console.log(id, JSON.stringify(outcome.parties.map(({ party, totalMinor }) => [party, totalMinor])));",
    ].join("\n");
    const key = await service.key("decide", "decisions:read");
    const { out, err } = await run(code, { EVENHAND_KEY: key });
    expect(err).toBe("");
    const [listed, last] = out.trim().split("\n");
    expect(listed).toMatch(/^dec-/);
    expect(last).toBe(`${listed} [["P1",120000]]`);
  });
});
