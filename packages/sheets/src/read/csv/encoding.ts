import type { CsvEncoding } from "../sheet.ts";

/** Large enough to cost nothing by the chunk, small enough not to matter in memory. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The encoding of a text file: UTF-16 where its byte order mark says so, UTF-8 where all of it is valid UTF-8, and
 * otherwise GB18030, which Chinese spreadsheets write; `undefined` where it is valid in none. GB18030 holds GBK and
 * GB2312.
 */
export function encodingOf(bytes: Uint8Array): CsvEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return (["utf-8", "gb18030"] as const).find((encoding) => isValid(bytes, encoding));
}

/** The text of a file, a chunk at a time, without its byte order mark. Throws a `TypeError` where it is not valid. */
export function* textChunks(bytes: Uint8Array, encoding: CsvEncoding): Generator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function isValid(bytes: Uint8Array, encoding: CsvEncoding): boolean {
  try {
    for (const _chunk of textChunks(bytes, encoding));
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
