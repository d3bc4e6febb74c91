import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BAD_REQUESTS, type BadRequest } from "./bad-requests.ts";
import type { ProblemAnswer } from "./contract.ts";
import { ODD_REQUESTS } from "./odd-requests.ts";
import { finesWith } from "./requests.ts";

const MAIN = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evenhand-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function evenhand(
  args: readonly string[],
  stdin: string | Uint8Array = "",
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, LC_ALL: "C" } });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}

/** Ids are given as they are on a command line; `%2f` is no slash there. What holds a line break is no line of many. */
const LINES = BAD_REQUESTS.filter(
  ({ body, policy = "" }) => body !== "" && !body.includes("\n") && !policy.includes("%"),
);

describe("a bad request is the same to the command", () => {
  it.each([...Map.groupBy(LINES, ({ policy = "complaint-fines" }) => policy)])(
    "of policy %s",
    async (policy, requests) => {
      const { code, out, err } = await evenhand(
        ["evaluate", "--requests", "-", "--", policy],
        requests.map(({ body }) => body).join("\n"),
      );
      const answers = out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as ProblemAnswer);
      expect(code).toBe(3);
      expect(err).not.toMatch(/^\s+at /m);
      expect(answers.map(found)).toEqual(requests.map(wanted));
    },
  );

  it.each([
    { title: "2 MB of brackets", content: "[".repeat(2_000_000), code: "too-large" },
    { title: "nothing", content: "", code: "not-json" },
    { title: "bytes that are no text", content: Uint8Array.of(0x22, 0xff, 0x22), code: "not-text" },
    { title: "a byte order mark", content: `\uFEFF${finesWith()}`, code: "not-json" },
  ])("from a file that holds $title", async ({ content, code }) => {
    const file = join(folder, "request.json");
    writeFileSync(file, content);
    const ended = await evenhand(["evaluate", "complaint-fines", "--request", file]);
    expect([ended.code, (JSON.parse(ended.out) as ProblemAnswer).code]).toEqual([3, code]);
  });
});

describe("an odd request is decided by the command as well", () => {
  it.each([...Map.groupBy(ODD_REQUESTS, ({ policy }) => policy)])(
    "of policy %s, by either evaluator",
    async (policy, requests) => {
      const lines = requests.map(({ body }) => body).join("\n");
      const args = ["evaluate", policy, "--requests", "-", "--at", "2026-07-10T09:00:00+08:00"];
      const [compiled, reference] = await Promise.all([
        evenhand(args, lines),
        evenhand([...args, "--evaluator", "reference"], lines),
      ]);
      expect([compiled.code, compiled.err]).toEqual([0, ""]);
      expect(compiled.out.trimEnd().split("\n")).toHaveLength(requests.length);
      expect(reference).toEqual(compiled);
    },
  );
});

function found({ status, errors }: ProblemAnswer): unknown {
  return [status, errors.map(({ code, pointer }) => [code, pointer])];
}

function wanted({ status, problems }: BadRequest): unknown {
  return [status, problems];
}
