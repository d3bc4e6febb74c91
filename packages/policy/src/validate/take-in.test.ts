import { describe, expect, it } from "vitest";
import { createReport } from "./report.ts";
import { found } from "./sample-policy.ts";
import { takeIn } from "./take-in.ts";

function taken(value: unknown): { readonly document: unknown; readonly found: readonly string[] } {
  const report = createReport();
  const document = takeIn(value, report)?.document;
  return { document, found: report.diagnostics().map(({ code, at }) => `${code} ${at}`) };
}

describe("taking in a document", () => {
  it("copies it, so that a later change of the original changes nothing", () => {
    const original = { rules: [{ id: "a" }] };
    const { document } = taken(original);
    original.rules.length = 0;
    expect(document).toEqual({ rules: [{ id: "a" }] });
  });

  it.each(["__proto__", "constructor", "prototype"])("refuses `%s` as a name and leaves it out", (key) => {
    const { document, found: problems } = taken(JSON.parse(`{"a":{"${key}":{"polluted":true}}}`));
    expect(problems).toEqual([`dangerous-key /a/${key}`]);
    expect(Object.getOwnPropertyNames((document as { readonly a: object }).a)).toEqual([]);
  });

  it("refuses `__proto__` in the params of an event given as an object", () => {
    const params: unknown = JSON.parse('{"role":"responsible","__proto__":{"role":"head"}}');
    expect(found({ "/rules/1/rule/event/params": params })).toEqual([
      "dangerous-key /rules/1/rule/event/params/__proto__",
    ]);
  });

  it("sees nothing that an object merely inherits", () => {
    const { document } = taken(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }));
    expect(document).toEqual({ own: 2 });
  });

  it.each([
    ["a circle", circle()],
    ["33 levels", nested(33)],
  ])("refuses %s as too deep", (_, value) => {
    expect(taken(value).found[0]).toMatch(/^too-deep \//);
  });

  it("takes in 32 levels", () => {
    expect(taken(nested(32)).found).toEqual([]);
  });

  it("refuses what unfolds into more than 10,000 values, however small it is", () => {
    let doubled: unknown = 1;
    for (let level = 0; level < 30; level += 1) doubled = [doubled, doubled];
    expect(taken(doubled).found).toEqual(["too-many-nodes "]);
  });

  it.each([Infinity, Number.NaN, 2 ** 53])("refuses %d, which cannot be kept exactly", (number) => {
    expect(taken({ a: number }).found).toEqual(["inexact-number /a"]);
  });

  it("refuses text of more than 2,000 characters, and takes in 2,000", () => {
    expect(taken({ a: "x".repeat(2_001) }).found).toEqual(["too-long /a"]);
    expect(taken({ a: "x".repeat(2_000) }).found).toEqual([]);
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

function circle(): unknown {
  const around: { self?: unknown } = {};
  around.self = around;
  return around;
}
