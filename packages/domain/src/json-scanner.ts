import type { LocalizedText } from "./text.ts";

/** One token of a JSON text; `start` is where it begins. Of an `error`, where what was expected is missing. */
export type JsonToken = { readonly start: number } & (
  | { readonly kind: "{" | "}" | "[" | "]" | ":" | "," | "end" }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "literal"; readonly value: boolean | null }
  | { readonly kind: "error"; readonly expected: LocalizedText | undefined }
);

/**
 * Cuts a JSON text into tokens, one at a time. It looks at every character once and never calls itself, so that the time
 * is linear in the text whatever the text holds.
 */
export class JsonScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next token; after the end or an error there is no further one to ask for. */
  next(): JsonToken {
    this.#skipWhitespace();
    const start = this.#at;
    const character = this.#text[start];
    switch (character) {
      case undefined:
        return { kind: "end", start };
      case "{":
      case "}":
      case "[":
      case "]":
      case ":":
      case ",":
        this.#at += 1;
        return { kind: character, start };
      case '"':
        return this.#string(start);
      default:
        return isDigit(character) || character === "-" ? this.#number(start) : this.#literal(start);
    }
  }

  #skipWhitespace(): void {
    while (isWhitespace(this.#text[this.#at])) this.#at += 1;
  }

  #literal(start: number): JsonToken {
    for (const [word, value] of LITERALS) {
      if (!this.#text.startsWith(word, start)) continue;
      this.#at += word.length;
      return { kind: "literal", start, value };
    }
    return { kind: "error", start, expected: undefined };
  }

  #number(start: number): JsonToken {
    let at = start + (this.#text[start] === "-" ? 1 : 0);
    if (!isDigit(this.#text[at])) return { kind: "error", start: at, expected: A_DIGIT };
    // No digit may follow a leading zero; one that does is then a token where none is expected.
    at = this.#text[at] === "0" ? at + 1 : this.#afterDigits(at);
    if (this.#text[at] === ".") {
      at += 1;
      if (!isDigit(this.#text[at])) return { kind: "error", start: at, expected: A_DIGIT };
      at = this.#afterDigits(at);
    }
    if (this.#text[at] === "e" || this.#text[at] === "E") {
      at += this.#text[at + 1] === "+" || this.#text[at + 1] === "-" ? 2 : 1;
      if (!isDigit(this.#text[at])) return { kind: "error", start: at, expected: A_DIGIT };
      at = this.#afterDigits(at);
    }
    this.#at = at;
    return { kind: "number", start, text: this.#text.slice(start, at) };
  }

  #afterDigits(from: number): number {
    let at = from;
    while (isDigit(this.#text[at])) at += 1;
    return at;
  }

  #string(start: number): JsonToken {
    const text = this.#text;
    let value = "";
    let plainFrom = start + 1;
    for (let at = plainFrom; at < text.length; at += 1) {
      const character = text[at] ?? "";
      if (character === '"') {
        value += text.slice(plainFrom, at);
        this.#at = at + 1;
        // A lone half of a surrogate pair is no character: it has no UTF-8, so no hash and no copy would be the same.
        return value.isWellFormed()
          ? { kind: "string", start, value }
          : { kind: "error", start, expected: BOTH_HALVES };
      }
      if (character === "\\") {
        const escape = readEscape(text, at);
        if ("expected" in escape) return { kind: "error", start: escape.at, expected: escape.expected };
        value += text.slice(plainFrom, at) + escape.character;
        at += escape.length - 1;
        plainFrom = at + 1;
      } else if (character < " ") {
        return { kind: "error", start: at, expected: AN_ESCAPE_FOR_IT };
      }
    }
    return { kind: "error", start: text.length, expected: CLOSING_QUOTE };
  }
}

const LITERALS = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

const A_DIGIT = { en: "a digit", zh: "数字" };
const CLOSING_QUOTE = { en: 'a closing `"`', zh: '结束的`"`' };
const AN_ESCAPE_FOR_IT = { en: "an escape such as `\\n`", zh: "转义写法（如`\\n`）" };
const BOTH_HALVES = { en: "a text without lone surrogates", zh: "不含孤立代理项的文字" };
const AN_ESCAPE = {
  en: 'one of `"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, `u` after the backslash',
  zh: '反斜杠后的`"`、`\\`、`/`、`b`、`f`、`n`、`r`、`t`或`u`',
};
const HEXADECIMAL = { en: "four hexadecimal digits", zh: "四位十六进制数字" };

const ESCAPES: ReadonlyMap<string | undefined, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

type Escape =
  | { readonly character: string; readonly length: number }
  | { readonly at: number; readonly expected: LocalizedText };

function readEscape(text: string, at: number): Escape {
  const letter = text[at + 1];
  if (letter !== "u") {
    const character = ESCAPES.get(letter);
    return character === undefined ? { at: at + 1, expected: AN_ESCAPE } : { character, length: 2 };
  }
  const digits = text.slice(at + 2, at + 6);
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) return { at: at + 2, expected: HEXADECIMAL };
  return { character: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

function isWhitespace(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}
