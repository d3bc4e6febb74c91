export type Line = { readonly number: number; readonly text: string };

/** Two lines side by side: the same, one in place of another, or one with nothing beside it. */
export type LinePair = {
  readonly before?: Line;
  readonly after?: Line;
  readonly isChanged: boolean;
};

/** Beyond so many comparisons what stands between the first and the last difference counts as replaced. */
const MOST_COMPARED = 36_000_000;

/**
 * Two texts line by line beside each other, with as many lines as can be kept (a longest common subsequence).
 *
 * @example linePairs(["a", "b"], ["a", "c"])
 * // [{ before: { number: 1, text: "a" }, after: { number: 1, text: "a" }, isChanged: false },
 * //  { before: { number: 2, text: "b" }, after: { number: 2, text: "c" }, isChanged: true }]
 */
export function linePairs(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [left, right] = [0, 0];
  for (const [keptLeft, keptRight] of [...keptLines(before, after), [before.length, after.length] as const]) {
    const replaced = Math.max(keptLeft - left, keptRight - right);
    for (let step = 0; step < replaced; step += 1)
      pairs.push({
        ...lineAt("before", before, left + step, keptLeft),
        ...lineAt("after", after, right + step, keptRight),
        isChanged: true,
      });
    if (keptLeft < before.length)
      pairs.push({
        ...lineAt("before", before, keptLeft),
        ...lineAt("after", after, keptRight),
        isChanged: false,
      });
    [left, right] = [keptLeft + 1, keptRight + 1];
  }
  return pairs;
}

/** The places of the lines that both texts have, in order. */
function keptLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const middle = commonLines(before.slice(start, endBefore), after.slice(start, endAfter));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([left, right]) => [left + start, right + start] as const),
    ...Array.from(
      { length: before.length - endBefore },
      (_, index) => [endBefore + index, endAfter + index] as const,
    ),
  ];
}

function commonLines(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_COMPARED) return [];
  // How many lines of what follows can be kept, from each pair of places on.
  const kept = new Uint32Array((before.length + 1) * width);
  const keptFrom = (left: number, right: number): number => kept[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1)
    for (let right = after.length - 1; right >= 0; right -= 1)
      kept[left * width + right] =
        before[left] === after[right]
          ? keptFrom(left + 1, right + 1) + 1
          : Math.max(keptFrom(left + 1, right), keptFrom(left, right + 1));
  const common: (readonly [number, number])[] = [];
  for (let [left, right] = [0, 0]; left < before.length && right < after.length;)
    if (before[left] === after[right]) {
      common.push([left, right]);
      [left, right] = [left + 1, right + 1];
    } else if (keptFrom(left + 1, right) >= keptFrom(left, right + 1)) left += 1;
    else right += 1;
  return common;
}

function lineAt<Side extends "before" | "after">(
  side: Side,
  lines: readonly string[],
  index: number,
  end = lines.length,
): { readonly [Key in Side]?: Line } {
  const text = index < end ? lines[index] : undefined;
  return (text === undefined ? {} : { [side]: { number: index + 1, text } }) as {
    readonly [Key in Side]?: Line;
  };
}

/** Pairs of lines, with long stretches without a change put together into how many lines they are. */
export function foldEqual(
  pairs: readonly LinePair[],
  around = 3,
): readonly (LinePair | { readonly folded: number })[] {
  const changed = pairs.flatMap(({ isChanged }, index) => (isChanged ? [index] : []));
  const isNear = new Set(
    changed.flatMap((at) => Array.from({ length: 2 * around + 1 }, (_, step) => at - around + step)),
  );
  const shown: (LinePair | { readonly folded: number })[] = [];
  for (const [index, pair] of pairs.entries()) {
    const last = shown.at(-1);
    if (isNear.has(index)) shown.push(pair);
    else if (last && "folded" in last) shown[shown.length - 1] = { folded: last.folded + 1 };
    else shown.push({ folded: 1 });
  }
  return shown;
}
