import { readFileSync, readdirSync } from "node:fs";
import { DIAGNOSTIC_CODES } from "@evenhand/domain";
import { type ValidationContext, parsePolicy, readGuard } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { EXPECTED } from "./expected.ts";

const HERE = new URL(".", import.meta.url);
const GUARDS = new URL("../../rules/guards/", import.meta.url);

const context: ValidationContext = { guards: readGuards(), calendars: new Set(["cn"]) };
const files = readdirSync(HERE).filter((name) => name.endsWith(".json"));

function readGuards(): ValidationContext["guards"] {
  const names = readdirSync(GUARDS).filter((name) => name.endsWith(".json"));
  return new Map(
    names.map((name) => {
      const read = readGuard(JSON.parse(readFileSync(new URL(name, GUARDS), "utf8")));
      if (!("guard" in read)) throw new Error(`${name} is not a guard`);
      return [name.replace(/\.json$/, ""), read.guard];
    }),
  );
}

describe("one bad file for each diagnostic", () => {
  it("has a file for every code, and no other file", () => {
    expect(files.toSorted()).toEqual(DIAGNOSTIC_CODES.map((code) => `${code}.json`).toSorted());
  });

  it.each(DIAGNOSTIC_CODES)("reports `%s` where it stands, and nothing else", (code) => {
    const { policy, diagnostics } = parsePolicy(readFileSync(new URL(`${code}.json`, HERE)), context);
    expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.at])).toEqual(
      EXPECTED[code].map((at) => [code, at]),
    );
    expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
  });

  it.each(DIAGNOSTIC_CODES)("words `%s` as one sentence in each language, its place apart", (code) => {
    const { diagnostics } = parsePolicy(readFileSync(new URL(`${code}.json`, HERE)), context);
    expect(diagnostics).not.toHaveLength(0);
    for (const { message, help } of diagnostics) {
      for (const text of help ? [message.en, help.en] : [message.en]) {
        expect(text).toMatch(/^[a-z`0-9]/);
        expect(text).not.toMatch(/[.。]$|\p{Script=Han}/u);
      }
      for (const text of help ? [message.zh, help.zh] : [message.zh]) {
        expect(text).toMatch(/\p{Script=Han}/u);
        expect(text.replaceAll(/`[^`]*`/g, "")).not.toMatch(/(?<!\d),|[;:?()]|。$/);
      }
    }
  });
});
