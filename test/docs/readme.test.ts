import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "@evenhand/api";
import { afterAll, describe, expect, it } from "vitest";
import { blocksOf, readPage } from "./markdown.ts";
import { SERVICE } from "./service.ts";

/** The `curl` line of a page: where it sends what, with which headers. */
function curlOf(text: string): {
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
} {
  const path = /http:\/\/127\.0\.0\.1:8787(\/\S+)/.exec(text)?.[1];
  const body = / -d '([^']+)'/.exec(text)?.[1];
  if (path === undefined || body === undefined) throw new Error("the page holds no request");
  const headers = Object.fromEntries(
    [...text.matchAll(/-H '([^:']+): ([^']+)'/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return { path, body, headers };
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

describe.each(["README.md", "README.zh-CN.md"])("the example of %s", (path) => {
  const blocks = blocksOf(readPage(path));
  const at = blocks.findIndex(({ text }) => text.startsWith("curl "));
  const request = curlOf(blocks[at]?.text ?? "");

  it("prints what the page shows", async () => {
    const response = await createApp(SERVICE).request(request.path, {
      method: "POST",
      body: request.body,
      headers: request.headers,
    });
    expect(response.status).toBe(200);
    const shown = blocks[at + 1]?.text ?? "";
    expect(shown.split("\n").length).toBeGreaterThan(4);
    expect(await response.text()).toContain(`\n${shown}`);
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
