import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { REQUEST_LIMITS, type SentProblem } from "@evenhand/service";
import { Unreadable } from "@evenhand/store";
import { CannotGoOn } from "../cannot-go-on.ts";
import { EXIT } from "../exit-code.ts";

/** The text of one request, or what keeps its bytes from being one. */
export type RequestText = { readonly text: string } | { readonly problem: SentProblem };

const LINE_FEED = 0x0a;

/**
 * A whole file (or standard input, for `-`) as one request. Not more of it is read than a request may be large.
 *
 * @throws CannotGoOn where the file cannot be read
 */
export async function readRequest(name: string, stdin: Readable): Promise<RequestText> {
  for await (const text of requestTexts(bytesOf(name, stdin), undefined)) return text;
  return { text: "" };
}

/**
 * The lines of a file (or of standard input, for `-`), each with its number. Lines that hold nothing are passed over. A
 * line that is too long is a problem of its own, and is never held in memory as a whole.
 *
 * @throws CannotGoOn where the file cannot be read
 */
export async function* readRequestLines(
  name: string,
  stdin: Readable,
): AsyncGenerator<RequestText & { readonly line: number }> {
  let line = 0;
  for await (const text of requestTexts(bytesOf(name, stdin), LINE_FEED)) {
    line += 1;
    if ("problem" in text || text.text.trim() !== "") yield { ...text, line };
  }
}

async function* bytesOf(name: string, stdin: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of name === "-" ? stdin : createReadStream(name)) yield chunk as Uint8Array;
  } catch (cause) {
    throw new CannotGoOn(EXIT.invalid, new Unreadable(name, cause).text, { cause });
  }
}

/** Cuts bytes at a separator, or gives all of them as one piece; each piece at most as large as a request may be. */
async function* requestTexts(
  bytes: AsyncIterable<Uint8Array>,
  separator: number | undefined,
): AsyncGenerator<RequestText> {
  const piece = new Piece();
  for await (const chunk of bytes) {
    let from = 0;
    for (;;) {
      const end = separator === undefined ? -1 : chunk.indexOf(separator, from);
      piece.add(chunk.subarray(from, end === -1 ? chunk.length : end));
      if (end === -1) break;
      yield piece.take();
      from = end + 1;
    }
    // Without a separator nothing that follows can make it small enough again.
    if (separator === undefined && piece.isTooLarge) break;
  }
  if (!piece.isEmpty) yield piece.take();
}

/** What was read of one request so far. INVARIANT: it never holds more than a request may be large. */
class Piece {
  #chunks: Uint8Array[] = [];
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  get isTooLarge(): boolean {
    return this.#size > REQUEST_LIMITS.maxBytes;
  }

  add(chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.isTooLarge) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  take(): RequestText {
    const text = this.isTooLarge ? { problem: TOO_LARGE } : decode(Buffer.concat(this.#chunks));
    this.#chunks = [];
    this.#size = 0;
    return text;
  }
}

const MOST_BYTES = REQUEST_LIMITS.maxBytes.toLocaleString("en");

const TOO_LARGE: SentProblem = {
  code: "too-large",
  at: "",
  message: { en: `the request is larger than ${MOST_BYTES} bytes`, zh: `请求内容超过${MOST_BYTES}字节` },
};

const NOT_TEXT: SentProblem = {
  code: "not-text",
  at: "",
  message: { en: "the request is not valid UTF-8", zh: "请求内容不是有效的UTF-8" },
};

function decode(bytes: Uint8Array): RequestText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: NOT_TEXT };
  }
}
