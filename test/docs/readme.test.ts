import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send } from "../hostile/send.ts";
import { type RunningService, startService } from "../hostile/service.ts";
import { blocksOf, readPage } from "./markdown.ts";

/** The `curl` line of a page: where it sends what, with which headers, and the line that finds the key for it. */
function curlOf(text: string): {
  readonly path: string;
  readonly keyLine: string;
  readonly body: string;
  readonly headers: Record<string, string>;
} {
  const path = /http:\/\/127\.0\.0\.1:8787(\/\S+)/.exec(text)?.[1];
  const body = / -d '([^']+)'/.exec(text)?.[1];
  const keyLine = /^KEY=.*$/m.exec(text)?.[0];
  if (path === undefined || body === undefined || keyLine === undefined || !text.includes('Bearer $KEY"'))
    throw new Error("the page holds no request");
  const headers = Object.fromEntries(
    [...text.matchAll(/-H '([^:']+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return { path, keyLine, body, headers };
}

const MAIN = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));
const CALL = "npm run -s evenhand -- ";

/** Runs a line of a page as a shell would, the program itself in place of npm. */
function runLine(line: string, folder: string): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(line.replace(CALL, `"${process.execPath}" "${MAIN}" `), {
    cwd: folder,
    shell: true,
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

describe.each(["README.md", "README.zh-CN.md"])("the example of %s", (path) => {
  const blocks = blocksOf(readPage(path));
  const at = blocks.findIndex(({ text }) => text.includes("\ncurl "));
  const request = curlOf(blocks[at]?.text ?? "");

  it("prints what the page shows, with the key that the first start left", async () => {
    const key = spawnSync(`${request.keyLine}; printf %s "$KEY"`, {
      cwd: service.folder,
      shell: true,
      encoding: "utf8",
    }).stdout;
    expect(key).toMatch(/^evh_/);
    const answer = await send(service.port, {
      path: request.path,
      method: "POST",
      body: request.body,
      headers: { ...request.headers, Authorization: `Bearer ${key}` },
    });
    expect(answer.status).toBe(200);
    const shown = blocks[at + 1]?.text ?? "";
    expect(shown.split("\n").length).toBeGreaterThan(4);
    expect(answer.text).toContain(`\n${shown}`);
  });

  it("is answered to nobody without a key", async () => {
    const headers = { ...request.headers, Authorization: "Bearer none" };
    const answer = await send(service.port, {
      path: request.path,
      method: "POST",
      body: request.body,
      headers,
    });
    expect(answer.status).toBe(401);
  });
});

describe.each(["README.md", "README.zh-CN.md"])("the command lines of %s", (path) => {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const lines = blocksOf(readPage(path))
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line.startsWith(CALL));

  it("can be run one after the other in an empty folder, and all end with 0", () => {
    expect(lines.length).toBeGreaterThan(3);
    const ended = lines.map((line) => ({ line, ...runLine(line, folder) }));
    expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
    // What goes into a file is not said as well.
    for (const { line, said } of ended) expect(said === "").toBe(line.includes(" > "));
  });

  it("do not end with 0 where a file that they name is not there", () => {
    const evaluate = lines.find((line) => line.includes("case.json") && !line.includes(">")) ?? "";
    expect(runLine(evaluate.replace("case.json", "no-case.json"), folder).code).toBe(3);
  });
});
