import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesHash, canonicalJson, contentHash, shortHash } from "./canonical.ts";

const RUNS = { seed: 20_260_701, numRuns: 1_000 };

describe("canonicalJson", () => {
  it("orders names by their UTF-16 units and writes numbers and texts as RFC 8785 does", () => {
    const value = {
      "€": "Euro",
      "\r": "CR",
      "\ufb33": "Hebrew",
      "1": "one",
      "😀": "smile",
      "\u0080": "control",
      ö: "o",
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"CR","1":"one","literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","\u0080":"control","ö":"o","€":"Euro","😀":"smile","\ufb33":"Hebrew"}',
    );
  });

  it.each([
    ["undefined", undefined],
    ["undefined as a member", { a: undefined }],
    ["undefined in a list", [undefined]],
    ["a hole", Object.assign([1], { length: 2 })],
    ["a function", { a: () => 1 }],
    ["a function called toJSON", { toJSON: () => 1 }],
    ["a symbol", [Symbol("a")]],
    ["a big integer", { a: 1n }],
    ["a date", { a: new Date(0) }],
    ["a map", new Map()],
  ])("refuses %s, for which JSON has no word", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it.each([
    ["not a number", { a: Number.NaN }, "NaN is not allowed"],
    ["infinity", [Infinity], "Infinity is not allowed"],
    ["a lone surrogate", ["\ud800"], "Lone surrogate is not allowed"],
    ["a lone surrogate in a name", { "\ud800": 1 }, "Lone surrogate is not allowed"],
  ])("refuses %s", (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it("refuses a value that contains itself", () => {
    const value: unknown[] = [];
    value.push({ value });
    expect(() => canonicalJson(value)).toThrow("Circular reference");
  });

  it("writes the same value twice where it stands twice, and members that are called like methods", () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
    expect(canonicalJson({ toJSON: "x", toString: 1 })).toBe('{"toJSON":"x","toString":1}');
  });

  it("takes long lists and deep nesting without recursion", () => {
    expect(canonicalJson(Array.from({ length: 300_000 }, () => 1))).toHaveLength(600_001);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(canonicalJson(deep)).toHaveLength(200_001);
  });

  it("says the same value, and is the same text for every order of names", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const text = canonicalJson(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonicalJson(reversed(plain))).toBe(text);
      }),
      RUNS,
    );
  });
});

describe("contentHash", () => {
  it("is the SHA-256 of the canonical text", () => {
    // Of the two bytes `{}`.
    expect(contentHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    expect(contentHash({ b: 1, a: "元" })).toBe(contentHash({ a: "元", b: 1 }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: "1" }));
  });

  it("is that of the text in UTF-8", async () => {
    const value = { 元: "罚款" };
    const bytes = new TextEncoder().encode('{"元":"罚款"}');
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    expect(contentHash(value)).toBe(Buffer.from(digest).toString("hex"));
  });
});

/** The same value with the names of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe("bytesHash", () => {
  it("is the SHA-256 of the bytes", () => {
    expect(bytesHash(new TextEncoder().encode("abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

it("is shown short as its first six digits, marked as a hash", () => {
  expect(shortHash(contentHash({ a: 1 }))).toMatch(/^#[0-9a-f]{6}$/);
  expect(shortHash("a91f03c2")).toBe("#a91f03");
});
