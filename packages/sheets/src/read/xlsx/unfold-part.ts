import type { ZipPart } from "./zip-parts.ts";

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;

/**
 * The content of a part of an archive. `undefined` where it is damaged, and where it is not exactly as long as the
 * directory says: whoever has checked that claim need fear nothing larger, since unfolding stops there.
 */
export async function unfoldPart(
  bytes: Uint8Array,
  part: ZipPart,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const packed = packedContent(bytes, part);
  if (packed === undefined) return undefined;
  if (part.packing === "stored") {
    return packed.length === part.unfoldedBytes ? packed.slice() : undefined;
  }
  try {
    return await inflated(packed, part.unfoldedBytes);
  } catch (error) {
    if (error instanceof TypeError || isZlibError(error)) return undefined;
    throw error;
  }
}

/** `undefined` as soon as there is more than `length`, and where there is less. */
async function inflated(packed: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const content = new Uint8Array(length);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return filled === length ? content : undefined;
    if (filled + value.length > length) {
      await reader.cancel();
      return undefined;
    }
    content.set(value, filled);
    filled += value.length;
  }
}

function packedContent(bytes: Uint8Array, { offset, packedBytes }: ZipPart): Uint8Array | undefined {
  if (offset + HEADER_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, HEADER_BYTES);
  if (view.getUint32(0, true) !== HEADER) return undefined;
  const start = offset + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  return start + packedBytes <= bytes.length ? bytes.subarray(start, start + packedBytes) : undefined;
}

/** Node passes on the errors of zlib where the standard wants a `TypeError`. */
function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^(?:Z_|ERR_)/.test(String(error.code));
}
