/**
 * A document with its keys in the order of another, since the order of keys means nothing and would look like a change;
 * keys that only it has come last.
 *
 * @example inOrderOf({ b: 2, a: 1 }, { a: 0, b: 0 }) // { a: 1, b: 2 }
 */
export function inOrderOf(document: unknown, other: unknown): unknown {
  if (Array.isArray(document)) {
    const others: readonly unknown[] = Array.isArray(other) ? other : [];
    return document.map((item: unknown, index) => inOrderOf(item, sameThing(item, others) ?? others[index]));
  }
  if (!isRecord(document)) return document;
  const model = isRecord(other) ? other : {};
  const keys = [
    ...Object.keys(model).filter((key) => Object.hasOwn(document, key)),
    ...Object.keys(document).filter((key) => !Object.hasOwn(model, key)),
  ];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(document[key], model[key])]));
}

/** Rules and rows are the same ones by their ids, wherever they stand. */
function sameThing(item: unknown, others: readonly unknown[]): unknown {
  if (!isRecord(item) || item["id"] === undefined) return undefined;
  return others.find((one) => isRecord(one) && one["id"] === item["id"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
