import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import type { createClient } from "@evenhand/client";
import { openStore } from "@evenhand/store";
import { build } from "vite";
import { afterEach, describe, expect, it } from "vitest";
import { exampleCase } from "../operations/example-case.ts";
import { processOver, serve } from "../operations/service.ts";

const cleaning: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).toReversed()) await clean();
});

const ENTRY = fileURLToPath(new URL("../../packages/client/src/index.ts", import.meta.url));

/** The package as one script for browsers, which leaves `evenhand` behind as a global. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ["iife"], name: "evenhand" } },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error("nothing was built");
  return output.output.map((part) => (part.type === "chunk" ? part.code : "")).join("\n");
}

/** What every browser offers a script; nothing of Node is within reach. */
const WEB = { AbortSignal, Headers, Response, URL, URLSearchParams, crypto, fetch, setTimeout };

describe("in a browser", () => {
  it("the client works with what the web offers alone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "evenhand-client-"));
    cleaning.push(() => rmSync(folder, { recursive: true, force: true }));
    const store = await openStore({ file: join(folder, "evenhand.db") });
    cleaning.push(store.close);
    const service = await processOver(store);
    const server = await serve(service.app, service.surroundings);
    cleaning.push(server.stop);

    const page = createContext({ ...WEB });
    expect(runInContext("typeof process + typeof Buffer + typeof require", page)).toBe("undefined".repeat(3));
    const code = await bundled();
    expect(code).not.toMatch(/\brequire\(|\bimport\b/);
    runInContext(code, page);
    const made = runInContext("evenhand.createClient", page) as typeof createClient;
    const client = made({ baseUrl: server.url, key: await service.key("decide", "decisions:read") });
    const { id } = await client.recordDecision({ policy: "complaint-fines", case: exampleCase("C-1") });
    const read: string[] = [];
    for await (const decision of client.decisions()) read.push(decision.id);
    expect(read).toEqual([id]);
  });
});
