import { canonicalJson } from "@evenhand/domain";

/** Whether two parts of a document are the same, whatever the order of their keys. Absent is the same as absent only. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left === right || canonicalJson(left) === canonicalJson(right);
}

/** The keys of both records: those of the later one in its order, then those it no longer has. */
export function keysOfBoth(before: object, after: object): readonly string[] {
  return [...Object.keys(after), ...Object.keys(before).filter((key) => !Object.hasOwn(after, key))];
}
