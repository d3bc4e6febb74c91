import { describe, expect, it } from "vitest";
import { parsePolicy } from "./parse-policy.ts";
import { SAMPLE_CONTEXT, SAMPLE_POLICY } from "./validate/sample-policy.ts";

const text = JSON.stringify(SAMPLE_POLICY);

function problems(source: string | Uint8Array): readonly string[] {
  return parsePolicy(source, SAMPLE_CONTEXT).diagnostics.map(({ code, at }) => `${code} ${at}`);
}

describe("parsePolicy", () => {
  it("reads a policy from text and from the bytes of one", () => {
    expect(parsePolicy(text, SAMPLE_CONTEXT).policy).toEqual(SAMPLE_POLICY);
    expect(parsePolicy(new TextEncoder().encode(text), SAMPLE_CONTEXT).policy).toEqual(SAMPLE_POLICY);
  });

  it("refuses what is wrong with the text before anything looks at the document", () => {
    expect(problems(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)).toHaveLength(1);
    expect(problems(text.replace('"version":1', '"version":1,"version":2'))).toEqual([
      "duplicate-key /version",
    ]);
    expect(problems(text.replace('"days":{"value":7', '"days":{"value":7.00000000000000001'))).toEqual([
      "inexact-number /parameters/days/value",
    ]);
    expect(problems(`${text} `.repeat(2))).toEqual(["not-json "]);
  });

  it("refuses a document of more than 256 KiB, and reads one of exactly as many", () => {
    const { length } = new TextEncoder().encode(text);
    const blanks = 256 * 1024 - length;
    expect(problems(text + " ".repeat(blanks + 1))).toEqual(["too-large "]);
    expect(problems(text + " ".repeat(blanks))).toEqual([]);
  });

  it("refuses bytes that are not UTF-8", () => {
    expect(problems(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual(["not-text "]);
  });

  it("refuses a byte order mark rather than reading past it", () => {
    expect(problems(`\uFEFF${text}`)).toEqual(["not-json "]);
    expect(problems(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(["not-json "]);
  });

  it.each([
    [
      "a path with code in it",
      '"operator":"equal"',
      '"path":"$[?(this.constructor.constructor(\\"return process\\")())]","operator":"equal"',
      "unknown-field",
    ],
    ["a regular expression", '"operator":"equal"', '"operator":"regex"', "unknown-value"],
    ["an operator decorator", '"operator":"equal"', '"operator":"not:equal"', "unknown-value"],
    [
      "`__proto__` in the params of an event",
      '"params":{"role"',
      '"params":{"__proto__":{"role":"head"},"role"',
      "dangerous-key",
    ],
    [
      "`constructor` among the facts",
      '"facts":{"case":{',
      '"facts":{"case":{"constructor":{},',
      "dangerous-key",
    ],
  ])("refuses %s, with the place it stands at", (_, from, to, code) => {
    const { policy, diagnostics } = parsePolicy(text.replace(from, to), SAMPLE_CONTEXT);
    expect(policy).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ severity: "error", code });
    expect(diagnostics[0]?.at).toMatch(/^\/(?:rules|derived|conditions|facts)\//);
  });
});
