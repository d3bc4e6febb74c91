import { pointer } from "./identifier.ts";
import { isExactNumber } from "./json-number.ts";
import type { JsonComplaint, JsonProblem } from "./json-problem.ts";
import {
  dangerousKey,
  duplicateKey,
  inexactNumber,
  JSON_PROBLEM_CODES,
  notJson,
  tooDeep,
  tooLongString,
  tooManyBytes,
  tooManyNodes,
} from "./json-problem.ts";
import type { JsonToken } from "./json-scanner.ts";
import { JsonScanner } from "./json-scanner.ts";
import type { LocalizedText } from "./text.ts";

export type JsonLimits = {
  /** Levels of objects and arrays; default 32. */
  readonly maxDepth?: number;
  /** Values of any kind, objects and arrays included, names not; default 10,000. */
  readonly maxNodes?: number;
  /** UTF-16 units of any one text in quotes, names included; without it no limit but that of the whole. */
  readonly maxStringLength?: number;
  /** Bytes of the whole in UTF-8; without it no limit. */
  readonly maxBytes?: number;
};

/** More than anybody mends at a time, and few enough that an answer never grows far beyond what was asked. */
const MOST_PROBLEMS = 100;

/** Names through which a plain object reaches what all objects share. */
const DANGEROUS_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The value of a JSON text (RFC 8259) that somebody else wrote, or what is wrong with it: too large, too deep, too many
 * values, not JSON, a name twice in one object, a dangerous name, a number that is not kept exactly. Reading stops at the
 * first problem of size or syntax; all of the other kinds up to there are reported, at most 100, each with a JSON pointer,
 * in order of precedence of their codes and then of place.
 *
 * Objects are plain, names keep their order, `-0` becomes 0. Time is linear in the text and nothing recursive runs, so
 * what comes out can be handed to code that does recurse.
 *
 * `parseJson('{"a":[1.50]}')` is `{ value: { a: [1.5] } }`.
 */
export function parseJson(
  text: string,
  limits: JsonLimits = {},
): { value: unknown } | { problems: JsonProblem[] } {
  const { maxDepth = 32, maxNodes = 10_000, maxStringLength = Infinity, maxBytes = Infinity } = limits;
  if (exceedsBytes(text, maxBytes)) return { problems: [{ at: pointer(), ...tooManyBytes(maxBytes) }] };
  return new JsonReader(text, { maxDepth, maxNodes, maxStringLength }).read();
}

type Container =
  | { readonly kind: "array"; readonly items: unknown[] }
  | { readonly kind: "object"; readonly members: Record<string, unknown>; key: string };

/** What the reader is waiting for, and how it says so. */
const EXPECTATIONS = {
  value: { en: "a value", zh: "一个值" },
  "first-element": { en: "a value or `]`", zh: "一个值或`]`" },
  "after-element": { en: "`,` or `]`", zh: "`,`或`]`" },
  "first-key": { en: "a name in double quotes or `}`", zh: "双引号括起的名称或`}`" },
  key: { en: "a name in double quotes", zh: "双引号括起的名称" },
  colon: { en: "`:`", zh: " `:`" },
  "after-member": { en: "`,` or `}`", zh: "`,`或`}`" },
  end: { en: "nothing more", zh: "文本结尾" },
} as const satisfies Record<string, LocalizedText>;

type Expectation = keyof typeof EXPECTATIONS;

/** Between these, the innermost container has no element or member under way. */
const BETWEEN: ReadonlySet<Expectation> = new Set(["after-element", "first-key", "key", "after-member"]);

class JsonReader {
  readonly #text: string;
  readonly #limits: Readonly<Required<Omit<JsonLimits, "maxBytes">>>;
  readonly #problems: JsonProblem[] = [];
  /** The containers that are open, outermost first: what recursion would keep on the call stack. */
  readonly #open: Container[] = [];
  #expected: Expectation = "value";
  #nodes = 0;
  #value: unknown;
  #isOver = false;

  constructor(text: string, limits: Readonly<Required<Omit<JsonLimits, "maxBytes">>>) {
    this.#text = text;
    this.#limits = limits;
  }

  read(): { value: unknown } | { problems: JsonProblem[] } {
    const scanner = new JsonScanner(this.#text);
    while (!this.#isOver) {
      const token = scanner.next();
      const missing = token.kind === "error" ? token.expected : undefined;
      if (missing !== undefined || !this.#accept(token)) {
        this.#stop(notJson(this.#text, token.start, missing ?? EXPECTATIONS[this.#expected]));
      }
    }
    if (this.#problems.length === 0) return { value: this.#value };
    return { problems: this.#problems.toSorted((a, b) => precedence(a) - precedence(b)) };
  }

  /** Whether the token may stand here; if so, it is taken in. */
  #accept(token: JsonToken): boolean {
    switch (this.#expected) {
      case "value":
        return this.#acceptValue(token);
      case "first-element":
        return token.kind === "]" ? this.#close() : this.#acceptValue(token);
      case "after-element":
        return token.kind === "]" ? this.#close() : token.kind === "," && this.#expect("value");
      case "first-key":
        return token.kind === "}" ? this.#close() : this.#acceptKey(token);
      case "key":
        return this.#acceptKey(token);
      case "colon":
        return token.kind === ":" && this.#expect("value");
      case "after-member":
        return token.kind === "}" ? this.#close() : token.kind === "," && this.#expect("key");
      case "end":
        this.#isOver = token.kind === "end";
        return this.#isOver;
    }
  }

  #acceptValue(token: JsonToken): boolean {
    switch (token.kind) {
      case "[":
        return this.#count() && this.#descend({ kind: "array", items: [] }, "first-element");
      case "{":
        return this.#count() && this.#descend({ kind: "object", members: {}, key: "" }, "first-key");
      case "string":
        this.#checkLength(token.value);
        return this.#count() && this.#place(token.value);
      case "number":
        if (!isExactNumber(token.text)) this.#report(inexactNumber(token.text));
        // Adding zero turns −0 into 0: no amount, rate or count has two zeros.
        return this.#count() && this.#place(Number(token.text) + 0);
      case "literal":
        return this.#count() && this.#place(token.value);
      default:
        return false;
    }
  }

  #acceptKey(token: JsonToken): boolean {
    const object = this.#open.at(-1);
    if (token.kind !== "string" || object?.kind !== "object") return false;
    object.key = token.value;
    this.#expect("colon");
    this.#checkLength(token.value);
    if (DANGEROUS_KEYS.has(token.value)) this.#report(dangerousKey(token.value));
    else if (Object.hasOwn(object.members, token.value)) this.#report(duplicateKey(token.value));
    return true;
  }

  #count(): true {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) this.#stop(tooManyNodes(this.#limits.maxNodes));
    return true;
  }

  #checkLength(value: string): void {
    const { maxStringLength } = this.#limits;
    if (value.length > maxStringLength) this.#stop(tooLongString(maxStringLength));
  }

  #descend(container: Container, expected: Expectation): true {
    if (this.#open.length >= this.#limits.maxDepth) this.#stop(tooDeep(this.#limits.maxDepth));
    this.#open.push(container);
    return this.#expect(expected);
  }

  #close(): boolean {
    const container = this.#open.pop();
    return (
      container !== undefined && this.#place(container.kind === "array" ? container.items : container.members)
    );
  }

  /** Puts a finished value where it belongs. */
  #place(value: unknown): true {
    const parent = this.#open.at(-1);
    if (parent === undefined) {
      this.#value = value;
      return this.#expect("end");
    }
    if (parent.kind === "array") {
      parent.items.push(value);
      return this.#expect("after-element");
    }
    // INVARIANT: no dangerous name is ever assigned to; one that was met is a problem already.
    if (!DANGEROUS_KEYS.has(parent.key)) parent.members[parent.key] = value;
    return this.#expect("after-member");
  }

  #expect(expected: Expectation): true {
    this.#expected = expected;
    return true;
  }

  #report(complaint: JsonComplaint): void {
    const under = BETWEEN.has(this.#expected) ? this.#open.slice(0, -1) : this.#open;
    const parts = under.map((container) =>
      container.kind === "array" ? container.items.length : container.key,
    );
    this.#problems.push({ at: pointer(...parts), ...complaint });
    if (this.#problems.length >= MOST_PROBLEMS) this.#isOver = true;
  }

  #stop(complaint: JsonComplaint): void {
    this.#report(complaint);
    this.#isOver = true;
  }
}

function precedence(problem: JsonProblem): number {
  return JSON_PROBLEM_CODES.indexOf(problem.code);
}

function exceedsBytes(text: string, most: number): boolean {
  // One UTF-16 unit takes at least one byte in UTF-8 and at most three.
  if (text.length > most) return true;
  if (text.length * 3 <= most) return false;
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isHalfOfPair = unit >= 0xd800 && unit <= 0xdfff;
    // The two halves of a pair are four bytes together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalfOfPair ? 2 : 3;
    if (bytes > most) return true;
  }
  return false;
}
