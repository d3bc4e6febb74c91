import type { JsonObject } from "../../../../document/pointer.ts";

/** An object with one of its fields moved by so many places among the others; as it was where there is no such place. */
export function withFieldMoved(fields: JsonObject, key: string, by: 1 | -1): JsonObject {
  const entries = Object.entries(fields);
  const from = entries.findIndex(([one]) => one === key);
  const to = from + by;
  const moved = entries[from];
  if (!moved || to < 0 || to >= entries.length) return fields;
  return Object.fromEntries(entries.toSpliced(from, 1).toSpliced(to, 0, moved));
}
