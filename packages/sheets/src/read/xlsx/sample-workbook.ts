/** One part of an archive made for a test; `claims` is what the directory says of its size instead of the truth. */
export type SamplePart = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly claims?: number;
};

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that a workbook of one sheet is made of, with the rows given as XML. */
export function sampleParts(
  rows: string,
  { workbook = "", sheets = '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>' } = {},
): readonly SamplePart[] {
  return [
    {
      name: "xl/workbook.xml",
      content: `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}<sheets>${sheets}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content:
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
        `<Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      // The second style shows a day, the third a percentage.
      name: "xl/styles.xml",
      content: `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ];
}

/** An archive of these parts, each packed as spreadsheets pack them. */
export async function sampleArchive(parts: readonly SamplePart[]): Promise<Uint8Array> {
  const bodies: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, claims } of parts) {
    const nameBytes = new TextEncoder().encode(name);
    const plain = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const packed = await deflated(plain);
    const sizes = [packed.length, claims ?? plain.length] as const;
    const body = record(30, 0x04034b50, [
      [8, 8, 2],
      [18, sizes[0], 4],
      [22, sizes[1], 4],
      [26, nameBytes.length, 2],
    ]);
    const entry = record(46, 0x02014b50, [
      [10, 8, 2],
      [20, sizes[0], 4],
      [24, sizes[1], 4],
      [28, nameBytes.length, 2],
      [42, offset, 4],
    ]);
    bodies.push(body, nameBytes, packed);
    entries.push(entry, nameBytes);
    offset += body.length + nameBytes.length + packed.length;
  }
  const directoryBytes = entries.reduce((sum, { length }) => sum + length, 0);
  const end = record(22, 0x06054b50, [
    [8, parts.length, 2],
    [10, parts.length, 2],
    [12, directoryBytes, 4],
    [16, offset, 4],
  ]);
  return joined([...bodies, ...entries, end]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

async function deflated(plain: Uint8Array): Promise<Uint8Array> {
  if (plain.length === 0) return Uint8Array.of(3, 0);
  const packing = new Blob([plain.slice()]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packing).arrayBuffer());
}

function record(
  length: number,
  signature: number,
  fields: readonly (readonly [at: number, value: number, bytes: number])[],
): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [at, value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return bytes;
}
