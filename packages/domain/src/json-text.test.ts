import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonLimits, parseJson } from "./json-text.ts";

const RUNS = { seed: 20_260_701, numRuns: 3_000 };
const TWO_MEGABYTES = 2_000_000;

function valueOf(text: string, limits?: JsonLimits): unknown {
  const read = parseJson(text, limits);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Code and place of each problem. */
function problemsOf(text: string, limits?: JsonLimits): readonly string[] {
  const read = parseJson(text, limits);
  return "problems" in read ? read.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

function messageOf(text: string): string | undefined {
  const read = parseJson(text);
  return "problems" in read ? read.problems[0]?.message.en : undefined;
}

describe("parseJson", () => {
  it("reads every kind of value", () => {
    expect(valueOf(' {"a":[1.50,-2e2,true,false,null,"x\\u00e9\\n\\ud83d\\ude00"],"b":{}} ')).toEqual({
      a: [1.5, -200, true, false, null, "xé\n😀"],
      b: {},
    });
    expect(valueOf('"元"')).toBe("元");
    expect(valueOf("[]")).toEqual([]);
  });

  it("gives plain objects, also for names that every object has", () => {
    const value = valueOf('{"toString":1,"hasOwnProperty":2}') as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value)).toEqual([
      ["toString", 1],
      ["hasOwnProperty", 2],
    ]);
  });

  it("makes -0 a plain 0", () => {
    expect(Object.is(valueOf("-0"), 0)).toBe(true);
    expect(Object.is((valueOf("[-0.0e3]") as number[])[0], 0)).toBe(true);
  });

  it("reads every valid document as the platform does", () => {
    const values = fc.jsonValue({ maxDepth: 6, stringUnit: "binary" });
    const spaces = fc.constantFrom(undefined, 1, "\t", "\n ");
    fc.assert(
      fc.property(values, spaces, (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(valueOf(text)).toEqual(withoutNegativeZero(JSON.parse(text)));
      }),
      RUNS,
    );
  });

  it("takes for JSON exactly what the platform takes for JSON", () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\ \n\t01-+.eEtrue/u'.split(""),
      "true",
      "null",
      '"a"',
      '"b":',
      "\\u00e9",
      "\\u12",
      "12",
      "0.5",
      "1e5",
      "\u0001",
      "\ufeff",
      "\u00a0",
      "中",
    );
    const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    // A document with one character taken out, put in or replaced is nearly JSON, which soup seldom is.
    const mutated = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.integer({ min: 0, max: 1 }),
        fc.option(piece, { nil: "" }),
      )
      .map(([text, at, taken, put]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + taken);
      });
    fc.assert(
      fc.property(fc.oneof(soup, mutated), (text) => {
        const isSyntax = problemsOf(text).some((problem) => problem.startsWith("not-json"));
        expect(isSyntax).toBe(!platformParses(text));
      }),
      { ...RUNS, numRuns: 20_000 },
    );
  });
});

describe("text that is not JSON", () => {
  it.each([
    ["", "line 1, column 1 is not JSON: expected a value, but the text ends there"],
    ['{"a":1,\n  b:2}', "line 2, column 3 is not JSON: expected a name in double quotes, but found `b`"],
    ['{"a" 1}', "line 1, column 6 is not JSON: expected `:`, but found `1`"],
    ['{"a":1 "b":2}', 'line 1, column 8 is not JSON: expected `,` or `}`, but found `"`'],
    ["[1 2]", "line 1, column 4 is not JSON: expected `,` or `]`, but found `2`"],
    ["[1,]", "line 1, column 4 is not JSON: expected a value, but found `]`"],
    ["[1] x", "line 1, column 5 is not JSON: expected nothing more, but found `x`"],
    ["\r\n\r\n01", "line 3, column 2 is not JSON: expected nothing more, but found `1`"],
    ["-", "line 1, column 2 is not JSON: expected a digit, but the text ends there"],
    ["1.e5", "line 1, column 3 is not JSON: expected a digit, but found `e`"],
    ["1e+", "line 1, column 4 is not JSON: expected a digit, but the text ends there"],
    ['"abc', 'line 1, column 5 is not JSON: expected a closing `"`, but the text ends there'],
    ['"a\nb"', "line 1, column 3 is not JSON: expected an escape such as `\\n`, but found `\\u000a`"],
    ['"\\u12g4"', "line 1, column 4 is not JSON: expected four hexadecimal digits, but found `1`"],
    ["NaN", "line 1, column 1 is not JSON: expected a value, but found `N`"],
    ["'a'", "line 1, column 1 is not JSON: expected a value, but found `'`"],
  ])("%j: says where and what was expected", (text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it.each(['"\\ud800"', '"\\udc00\\ud800"', '"\ud800"', '{"\\ud800":1}', '"\\ud800\\u0041"'])(
    "%j: holds half of a surrogate pair",
    (text) => {
      expect(problemsOf(text)).toEqual([expect.stringMatching(/^not-json/)]);
    },
  );

  it("is pointed to where it stands", () => {
    expect(problemsOf('{"a":[1,{"b/c":x}]}')).toEqual(["not-json /a/1/b~1c"]);
    expect(problemsOf('{"a":[1,2 3]}')).toEqual(["not-json /a"]);
    expect(problemsOf('{"a":1')).toEqual(["not-json "]);
  });

  it("has help where it begins with a byte order mark", () => {
    expect(parseJson("\ufeff{}")).toMatchObject({
      problems: [{ help: { en: "save it without a byte order mark" } }],
    });
  });
});

describe("limits", () => {
  it("allow 32 levels and refuse the 33rd", () => {
    expect(problemsOf("[".repeat(32) + "]".repeat(32))).toEqual([]);
    expect(problemsOf("[".repeat(33) + "]".repeat(33))).toEqual([`too-deep ${"/0".repeat(32)}`]);
    expect(problemsOf('{"a":'.repeat(33))).toEqual([`too-deep ${"/a".repeat(32)}`]);
    expect(problemsOf("[[]]", { maxDepth: 1 })).toEqual(["too-deep /0"]);
  });

  it("allow 10,000 values and refuse one more, names not counted", () => {
    const list = (count: number) => `[${Array.from({ length: count }, () => "1").join(",")}]`;
    expect(problemsOf(list(9_999))).toEqual([]);
    expect(problemsOf(list(10_000))).toEqual(["too-many-nodes /9999"]);
    expect(problemsOf('{"a":1,"b":2}', { maxNodes: 3 })).toEqual([]);
    expect(problemsOf('{"a":1,"b":{}}', { maxNodes: 2 })).toEqual(["too-many-nodes /b"]);
  });

  it.each(['"a"', '"é"', '"元"', '"😀"'])("count the bytes of %s as UTF-8 does", (text) => {
    const bytes = new TextEncoder().encode(text).length;
    expect(problemsOf(text, { maxBytes: bytes })).toEqual([]);
    expect(problemsOf(text, { maxBytes: bytes - 1 })).toEqual(["too-large "]);
  });

  it("bound texts and names in quotes where asked", () => {
    expect(problemsOf('{"ab":"cd"}', { maxStringLength: 2 })).toEqual([]);
    expect(problemsOf('{"ab":"cde"}', { maxStringLength: 2 })).toEqual(["too-large /ab"]);
    expect(problemsOf('{"abc":1}', { maxStringLength: 2 })).toEqual(["too-large /abc"]);
  });
});

describe("names", () => {
  it("that stand twice in one object are refused, escaped or not", () => {
    expect(problemsOf('{"a":1,"b":{"a":1},"\\u0061":2}')).toEqual(["duplicate-key /a"]);
    expect(problemsOf('[{"a":{}, "a":{}, "a":1}]')).toEqual(["duplicate-key /0/a", "duplicate-key /0/a"]);
  });

  it("that reach what all objects share are refused, escaped or not, and nothing is reached", () => {
    expect(problemsOf('{"__proto__":{"isAdmin":true}}')).toEqual(["dangerous-key /__proto__"]);
    expect(problemsOf('{"a":[{"constr\\u0075ctor":1}]}')).toEqual(["dangerous-key /a/0/constructor"]);
    expect(problemsOf('{"prototype":1,"\\u005f_proto__":1}')).toEqual([
      "dangerous-key /prototype",
      "dangerous-key /__proto__",
    ]);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
    expect(valueOf('["__proto__","constructor"]')).toEqual(["__proto__", "constructor"]);
  });
});

describe("numbers", () => {
  it("that would not be kept exactly are refused with what would be kept", () => {
    expect(problemsOf('{"a":1e400,"b":[9007199254740993],"c":0.1000000000000000055}')).toEqual([
      "inexact-number /a",
      "inexact-number /b/0",
      "inexact-number /c",
    ]);
    expect(parseJson("9007199254740993")).toMatchObject({
      problems: [{ help: { en: "the nearest number that can is `9007199254740992`" } }],
    });
    expect(parseJson("1e400")).toEqual({
      problems: [
        {
          code: "inexact-number",
          at: "",
          message: { en: "`1e400` cannot be kept exactly", zh: "`1e400`无法精确保存" },
        },
      ],
    });
  });

  it("are kept where other spellings of the same decimal are", () => {
    expect(valueOf("[0.1, 1e2, 1.50, 100e-2]")).toEqual([0.1, 100, 1.5, 1]);
  });
});

describe("problems", () => {
  it("come in the order of precedence, then of place, up to the first of syntax", () => {
    expect(problemsOf('{"a":1e400,"__proto__":1,"b":1,"b":2e400,]')).toEqual([
      "not-json ",
      "duplicate-key /b",
      "dangerous-key /__proto__",
      "inexact-number /a",
      "inexact-number /b",
    ]);
  });

  it("are at most 100 and quote at most 60 characters, whatever was sent", () => {
    const flood = `{"${"k".repeat(5_000)}":[${Array.from({ length: 5_000 }, () => "1e999").join(",")}]}`;
    expect(problemsOf(flood)).toHaveLength(100);
    expect(messageOf("9".repeat(TWO_MEGABYTES))?.length).toBeLessThan(120);
    expect(messageOf(`{"${"k".repeat(5_000)}":1,"${"k".repeat(5_000)}":1}`)?.length).toBeLessThan(120);
  });
});

describe("two megabytes of one thing", () => {
  // Anything recursive would overflow the stack here, and anything quadratic would outlast the time a test has.
  it.each([
    ["opening brackets", "[".repeat(TWO_MEGABYTES), "too-deep"],
    ["opening objects", '{"a":'.repeat(TWO_MEGABYTES / 5), "too-deep"],
    ["digits", "9".repeat(TWO_MEGABYTES), "inexact-number"],
    ["digits after the point", `0.${"1".repeat(TWO_MEGABYTES)}`, "inexact-number"],
    ["digits of an exponent", `1e${"1".repeat(TWO_MEGABYTES)}`, "inexact-number"],
    ["zeros", "0".repeat(TWO_MEGABYTES), "not-json"],
    ["backslashes", "\\".repeat(TWO_MEGABYTES), "not-json"],
    ["backslashes in a text", `"${"\\".repeat(TWO_MEGABYTES + 1)}`, "not-json"],
    ["escapes", `"${"\\u0000".repeat(TWO_MEGABYTES / 6)}`, "not-json"],
    ["lone surrogates", `"${"\\ud800".repeat(TWO_MEGABYTES / 6)}"`, "not-json"],
    ["spaces", " ".repeat(TWO_MEGABYTES), "not-json"],
    ["line breaks", "\n".repeat(TWO_MEGABYTES), "not-json"],
    ["quotes", '"'.repeat(TWO_MEGABYTES), "not-json"],
    ["minus signs", "-".repeat(TWO_MEGABYTES), "not-json"],
    ["commas", `[1${",1".repeat(TWO_MEGABYTES / 2)}]`, "too-many-nodes"],
  ])("%s are refused", (_, text, code) => {
    expect(problemsOf(text)[0]).toMatch(new RegExp(`^${code} `));
  });

  it.each([
    ["a text", `"${"元".repeat(TWO_MEGABYTES / 3)}"`],
    ["a number in many zeros", `1${"0".repeat(TWO_MEGABYTES)}e-${TWO_MEGABYTES}`],
    ["escaped backslashes", `"${"\\\\".repeat(TWO_MEGABYTES / 2)}"`],
  ])("%s is read", (_, text) => {
    expect(valueOf(text)).toEqual(JSON.parse(text));
  });
});

function platformParses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withoutNegativeZero(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNegativeZero);
  if (typeof value === "number") return value + 0;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withoutNegativeZero(member)]),
  );
}
