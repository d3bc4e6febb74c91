/** A member of an outcome that is not what an example expects; `got` is `undefined` where there is none. */
export type OutcomeDifference = {
  readonly path: readonly (string | number)[];
  readonly expected: unknown;
  readonly got: unknown;
};

/**
 * Where a value differs from the part of it that is expected: members that are not named may be anything, lists are
 * compared whole and in order.
 *
 * @example outcomeDifferences({ disposition: "upheld", parties: [] }, { disposition: "referred" })
 * // [{ path: ["disposition"], expected: "referred", got: "upheld" }]
 */
export function outcomeDifferences(
  got: unknown,
  expected: unknown,
  path: readonly (string | number)[] = [],
): readonly OutcomeDifference[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ path, expected, got }];
    return expected.flatMap((item: unknown, index) => outcomeDifferences(got[index], item, [...path, index]));
  }
  if (!isFields(expected)) return Object.is(got, expected) ? [] : [{ path, expected, got }];
  if (!isFields(got)) return [{ path, expected, got }];
  return Object.entries(expected).flatMap(([name, value]) =>
    outcomeDifferences(Object.hasOwn(got, name) ? got[name] : undefined, value, [...path, name]),
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
