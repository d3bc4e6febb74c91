import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRuleFiles } from "./rule-files.ts";

let base: string;
let rules: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "evenhand-rules-"));
  rules = join(base, "rules");
  for (const folder of ["fines", "guards", "calendars"]) mkdirSync(join(rules, folder), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(join(rules, path), content);
}

describe("readRuleFiles", () => {
  it("tells policies, guards and calendars apart by their folders, in the order of their names", () => {
    write("fines/v2.json", "two");
    write("fines/v1.json", "one");
    write("guards/cn.json", "guard");
    write("calendars/cn.json", "calendar");
    expect(readRuleFiles(rules)).toEqual({
      policies: [
        { path: "fines/v1.json", text: "one" },
        { path: "fines/v2.json", text: "two" },
      ],
      guards: [{ path: "guards/cn.json", text: "guard" }],
      calendars: [{ path: "calendars/cn.json", text: "calendar" }],
    });
  });

  it("leaves alone what is no rule file: other endings, hidden files, files beside the folders", () => {
    write("fines/notes.md", "x");
    write("fines/.draft.json", "x");
    write("CHANGELOG.md", "x");
    write("stray.json", "x");
    expect(readRuleFiles(rules).policies).toEqual([]);
  });

  it("gives a file in a policy's folder whatever it is called, so that a misnamed version is noticed", () => {
    write("fines/version-1.json", "x");
    expect(readRuleFiles(rules).policies.map(({ path }) => path)).toEqual(["fines/version-1.json"]);
  });

  it("keeps a byte order mark, so that the reader can name it", () => {
    write("fines/v1.json", "\uFEFF{}");
    expect(readRuleFiles(rules).policies[0]?.text).toBe("\uFEFF{}");
  });

  it("has no guards and no calendars where there are no such folders", () => {
    rmSync(join(rules, "guards"), { recursive: true });
    rmSync(join(rules, "calendars"), { recursive: true });
    expect(readRuleFiles(rules)).toMatchObject({ guards: [], calendars: [] });
  });

  it("fails with the name and the cause where the folder is missing", () => {
    const failure = failureOf(() => readRuleFiles(join(base, "nowhere")));
    expect(failure.message).toMatch(/nowhere` cannot be read: there is no such file$/);
    expect(failure.cause).toMatchObject({ code: "ENOENT" });
  });

  it.each([
    {
      what: "bytes that are not UTF-8",
      content: Uint8Array.of(0x7b, 0xff, 0x7d),
      cause: /encoded data was not valid/i,
    },
    {
      what: "a file beyond every limit",
      content: " ".repeat(4 * 1024 * 1024 + 1),
      cause: /more than the 4194304 allowed/,
    },
  ])("fails with the name of the file on $what", ({ content, cause }) => {
    write("fines/v1.json", content);
    const failure = failureOf(() => readRuleFiles(rules));
    expect(failure.message).toMatch(/fines.v1\.json/);
    expect(String(failure.cause)).toMatch(cause);
  });

  it("refuses a link that leads out of the folder, and follows one that stays inside", () => {
    write("fines/v1.json", "one");
    symlinkSync(join(rules, "fines/v1.json"), join(rules, "fines/v2.json"));
    expect(readRuleFiles(rules).policies).toHaveLength(2);
    writeFileSync(join(base, "secret.json"), "secret");
    symlinkSync(join(base, "secret.json"), join(rules, "fines/v3.json"));
    expect(String(failureOf(() => readRuleFiles(rules)).cause)).toContain("out of the rules folder");
  });
});

function failureOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing failed");
}
