import type { ApiContext } from "./env.ts";
import { refused } from "./problem.ts";

/**
 * The text of a JSON body that somebody else wrote, not yet parsed: of type `application/json`, not encoded, at most so
 * many bytes, valid UTF-8. Reading stops as soon as there are too many.
 *
 * @throws Refused as `unsupported-media-type`, `too-large`, `not-text` or `incomplete-body`
 */
export async function readJsonText(
  c: ApiContext,
  { maxBytes }: { readonly maxBytes: number },
): Promise<string> {
  checkJson(c.req.header("Content-Type"));
  return readText(c, maxBytes);
}

/**
 * The fields of a form that a page of ours sent, under the same conditions. Of a field that comes twice the first counts.
 *
 * @throws Refused as `unsupported-media-type`, `too-large`, `not-text` or `incomplete-body`
 */
export async function readForm(
  c: ApiContext,
  { maxBytes }: { readonly maxBytes: number },
): Promise<ReadonlyMap<string, string>> {
  const type = "application/x-www-form-urlencoded";
  if (!isOfType(c.req.header("Content-Type"), type))
    throw refused(
      {
        code: "unsupported-media-type",
        message: { en: "the body is not said to be a form", zh: "请求内容未声明为表单" },
        help: { en: `send \`Content-Type: ${type}\``, zh: `请使用\`Content-Type: ${type}\`` },
      },
      { Accept: type },
    );
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await readText(c, maxBytes)))
    if (!fields.has(name)) fields.set(name, value);
  return fields;
}

/**
 * The bytes of a file that somebody sent as the body, of one of these types, with whatever parameters.
 *
 * @throws Refused as `unsupported-media-type`, `too-large` or `incomplete-body`
 */
export async function readUpload(
  c: ApiContext,
  { maxBytes, types }: { readonly maxBytes: number; readonly types: readonly string[] },
): Promise<Uint8Array> {
  const [type = ""] = (c.req.header("Content-Type") ?? "").split(";");
  if (!types.includes(type.trim().toLowerCase())) {
    const listed = types.map((one) => `\`${one}\``);
    throw refused(
      {
        code: "unsupported-media-type",
        message: {
          en: "the body is not said to be a file that is taken here",
          zh: "请求内容未声明为可接受的文件",
        },
        help: {
          en: `send \`Content-Type\` as ${listed.join(" or ")}`,
          zh: `\`Content-Type\`请使用${listed.join("或")}`,
        },
      },
      { Accept: types.join(", ") },
    );
  }
  return readEncoded(c, maxBytes);
}

async function readText(c: ApiContext, maxBytes: number): Promise<string> {
  return decode(await readEncoded(c, maxBytes));
}

async function readEncoded(c: ApiContext, maxBytes: number): Promise<Uint8Array> {
  checkEncoding(c.req.header("Content-Encoding"));
  if (Number(c.req.header("Content-Length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return readBytes(c, maxBytes);
}

function isOfType(header: string | undefined, wanted: string): boolean {
  const [type, ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  return type === wanted && parameters.every((parameter) => /^charset="?utf-?8"?$/.test(parameter));
}

function checkJson(header: string | undefined): void {
  if (isOfType(header, "application/json")) return;
  throw refused(
    {
      code: "unsupported-media-type",
      message:
        (header ?? "").trim() === ""
          ? { en: "the request does not say of what type its body is", zh: "请求未说明内容类型" }
          : { en: "the body is not said to be JSON in UTF-8", zh: "请求内容未声明为UTF-8编码的JSON" },
      help: { en: "send `Content-Type: application/json`", zh: "请使用`Content-Type: application/json`" },
    },
    { Accept: "application/json" },
  );
}

/** Compressed bodies are not taken: a few bytes could unfold into very many. */
function checkEncoding(header: string | undefined): void {
  if (header === undefined || header.trim().toLowerCase() === "identity") return;
  throw refused(
    {
      code: "unsupported-media-type",
      message: { en: "a compressed body is not accepted", zh: "不接受压缩的请求内容" },
      help: { en: "send it without `Content-Encoding`", zh: "请勿使用`Content-Encoding`" },
    },
    { "Accept-Encoding": "identity" },
  );
}

function tooLarge(maxBytes: number): Error {
  const most = maxBytes.toLocaleString("en");
  return refused({
    code: "too-large",
    message: { en: `the body is larger than ${most} bytes`, zh: `请求内容超过${most}字节` },
  });
}

async function readBytes(c: ApiContext, maxBytes: number): Promise<Uint8Array> {
  // INVARIANT: HTTP gives no more bytes than the length that was stated, and that one is within the limit by now.
  if (c.req.header("Content-Length") !== undefined)
    return new Uint8Array(await brokenOff(c.req.arrayBuffer()));
  return readChunks(c, maxBytes);
}

/** Without a stated length the end is not known beforehand, so every piece is counted as it comes. */
async function readChunks(c: ApiContext, maxBytes: number): Promise<Uint8Array> {
  const reader = (c.req.raw.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await brokenOff(reader.read());
    if (done) return joined(chunks, size);
    size += value.byteLength;
    if (size > maxBytes) {
      // What is still to come is let through unread by the server, so that the sender gets to see the answer.
      reader.releaseLock();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
}

async function brokenOff<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch {
    throw refused({
      code: "incomplete-body",
      message: { en: "the body broke off before its end", zh: "请求内容在传输结束前中断" },
    });
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark is kept: the parser names it.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused({
      code: "not-text",
      message: { en: "the body is not valid UTF-8", zh: "请求内容不是有效的UTF-8" },
    });
  }
}
