/** One file in an archive, as its directory describes it; nothing of it has been unfolded yet. */
export type ZipPart = {
  readonly name: string;
  readonly packing: "stored" | "deflated";
  readonly packedBytes: number;
  /** What the directory claims; `unfoldPart` holds it to that. */
  readonly unfoldedBytes: number;
  /** Where the part's own header begins. */
  readonly offset: number;
};

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

/**
 * The parts of a ZIP archive by their names, read from the directory at its end. `undefined` for what is no archive that
 * stands whole in the file, for archives of more than 4 GiB (ZIP64), for two parts of one name, and for encrypted or
 * strangely packed ones.
 */
export function zipParts(bytes: Uint8Array, mostParts: number): ReadonlyMap<string, ZipPart> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) return undefined;
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const nameBytes = view.getUint16(at + 28, true);
    const part = partAt(
      view,
      at,
      new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
    );
    if (part === undefined || parts.has(part.name)) return undefined;
    parts.set(part.name, part);
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Where the record at the end of the directory begins: the last one whose comment reaches just to the end of the file. */
function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function partAt(view: DataView, at: number, name: string): ZipPart | undefined {
  const packing = PACKINGS.get(view.getUint16(at + 10, true));
  const packedBytes = view.getUint32(at + 20, true);
  const unfoldedBytes = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  const encrypted = (view.getUint16(at + 8, true) & ENCRYPTED) !== 0;
  // Where a number would not fit, ZIP64 writes this in its place.
  const isZip64 = [packedBytes, unfoldedBytes, offset].includes(0xffff_ffff);
  if (packing === undefined || encrypted || isZip64) return undefined;
  return { name, packing, packedBytes, unfoldedBytes, offset };
}

const PACKINGS: ReadonlyMap<number, ZipPart["packing"]> = new Map([
  [0, "stored"],
  [8, "deflated"],
]);
