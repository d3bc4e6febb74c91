/**
 * A ZIP archive of these parts, unpacked as they are. The reader of workbooks is given this rather than what was sent, so
 * that it can unfold nothing that has not been looked at. Check sums are left at 0: it asks for none.
 */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const entries = [...parts].map(([name, content]) => ({ name: new TextEncoder().encode(name), content }));
  const bodies = entries.reduce((sum, { name, content }) => sum + 30 + name.length + content.length, 0);
  const directory = entries.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(bodies + directory + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let entryAt = bodies;
  for (const { name, content } of entries) {
    view.setUint32(at, 0x04034b50, true);
    view.setUint32(entryAt, 0x02014b50, true);
    view.setUint32(entryAt + 42, at, true);
    // The directory repeats the sizes of each header, two bytes further on.
    for (const [start, nameField] of [
      [at + 18, at + 26],
      [entryAt + 20, entryAt + 28],
    ] as const) {
      view.setUint32(start, content.length, true);
      view.setUint32(start + 4, content.length, true);
      view.setUint16(nameField, name.length, true);
    }
    bytes.set(name, at + 30);
    bytes.set(content, at + 30 + name.length);
    bytes.set(name, entryAt + 46);
    at += 30 + name.length + content.length;
    entryAt += 46 + name.length;
  }
  view.setUint32(entryAt, 0x06054b50, true);
  view.setUint16(entryAt + 8, entries.length, true);
  view.setUint16(entryAt + 10, entries.length, true);
  view.setUint32(entryAt + 12, directory, true);
  view.setUint32(entryAt + 16, bodies, true);
  return bytes.buffer;
}
