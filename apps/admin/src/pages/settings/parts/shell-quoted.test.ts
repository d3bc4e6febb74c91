import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellQuoted } from "./shell-quoted.ts";

describe("a text quoted for a shell", () => {
  it.each([
    "plain",
    "it's",
    "''",
    '$HOME `id` $(id) \\ "x"',
    "中文 “引号”",
    "two\nlines",
    "!x; rm -rf nothing & |",
  ])("comes out of a shell as it went in: %j", (text) => {
    expect(execFileSync("sh", ["-c", `printf %s ${shellQuoted(text)}`], { encoding: "utf8" })).toBe(text);
  });
});
