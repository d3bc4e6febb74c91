import type { Axis } from "./axis.ts";
import type { Box } from "./box.ts";
import { mergeBoxes, unbrokenParts } from "./box.ts";
import type { SegmentSet } from "./segment-set.ts";
import { NO_SEGMENTS, isSubset, membersOf, setOf } from "./segment-set.ts";

/** How much work is left; what runs out of it gives up and says so, rather than hang on a table of thousands of cells. */
export type Budget = { left: number };

/** Boxes that may cover a space, indexed once for any number of searches. */
export type Covers = {
  readonly axes: readonly Axis[];
  readonly boxes: readonly Box[];
  /** For each axis and segment the covers that reach it, as bits. */
  readonly reaching: readonly (readonly bigint[])[];
};

export function indexCovers(axes: readonly Axis[], boxes: readonly Box[]): Covers {
  const reaching = axes.map(({ segments }, axis) => {
    const masks = segments.map(() => 0n);
    for (const [cover, box] of boxes.entries()) {
      for (const segment of membersOf(box[axis] ?? NO_SEGMENTS))
        masks[segment] = (masks[segment] ?? 0n) | (1n << BigInt(cover));
    }
    return masks;
  });
  return { axes, boxes, reaching };
}

type Search = {
  readonly within: Box;
  /** The covers that count, by their place among all of them. */
  readonly covers: readonly number[];
  readonly budget: Budget;
};

/**
 * What of a box no cover reaches, as boxes that do not overlap and of which no two could be one. On an ordered axis a
 * box holds one unbroken range. The result does not depend on the order of the covers; `undefined` where the budget
 * ran out.
 *
 * It goes through the axes in turn and takes segments that the same covers reach together, so that its work grows with
 * the shapes in the table and not with the number of its cells.
 */
export function uncovered(index: Covers, search: Search): readonly Box[] | undefined {
  return uncoveredInOrder(index, search, [...index.axes.keys()]);
}

/** Tables have few columns; beyond so many, those further right do not come first. */
const MOST_ORDERS = 8;

/**
 * The same in as few boxes as it takes with one axis or another gone through first: people read each of them. Where the
 * budget runs out before the first order is through, `undefined`; later it only ends the search for fewer boxes.
 */
export function uncoveredInFewBoxes(index: Covers, search: Search): readonly Box[] | undefined {
  let fewest = uncovered(index, search);
  for (const first of [...index.axes.keys()].slice(1, MOST_ORDERS)) {
    if (!fewest || fewest.length <= 1) return fewest;
    const others = [...index.axes.keys()].filter((axis) => axis !== first);
    const boxes = uncoveredInOrder(index, search, [first, ...others]);
    if (!boxes) return fewest;
    if (boxes.length < fewest.length) fewest = boxes;
  }
  return fewest;
}

type Walk = Covers &
  Search & {
    /** The axes as they are gone through; a walk's `depth` counts in it. */
    readonly order: readonly number[];
    /** For each depth the covers that take in the whole of `within` on its axis and on all that follow. */
    readonly covering: readonly bigint[];
    readonly known: Map<string, readonly Box[] | undefined>;
  };

function uncoveredInOrder(
  index: Covers,
  search: Search,
  order: readonly number[],
): readonly Box[] | undefined {
  const covering = coveringFrom(index, search, order);
  const found = tailsFrom(0, setOf(search.covers), {
    ...index,
    ...search,
    order,
    covering,
    known: new Map(),
  });
  const inTableOrder = found?.map((box) =>
    search.within.map((_, axis) => box[order.indexOf(axis)] ?? NO_SEGMENTS),
  );
  return inTableOrder && mergeBoxes(inTableOrder, { axes: index.axes, within: search.within });
}

function coveringFrom(
  { boxes }: Covers,
  { within, covers }: Search,
  order: readonly number[],
): readonly bigint[] {
  const covering: bigint[] = [];
  let members = covers;
  for (const axis of order.toReversed()) {
    covering.unshift(setOf(members));
    members = members.filter((cover) =>
      isSubset(within[axis] ?? NO_SEGMENTS, boxes[cover]?.[axis] ?? NO_SEGMENTS),
    );
  }
  return [setOf(members), ...covering];
}

/** The uncovered boxes of the axes from `depth` on, where the earlier axes have left only `candidates` to cover them. */
function tailsFrom(depth: number, candidates: bigint, walk: Walk): readonly Box[] | undefined {
  if (candidates === 0n) return [walk.order.slice(depth).map((axis) => walk.within[axis] ?? NO_SEGMENTS)];
  if ((candidates & (walk.covering[depth] ?? 0n)) !== 0n) return [];
  const key = `${depth}:${candidates.toString(36)}`;
  if (walk.known.has(key)) return walk.known.get(key);
  const tails = tailsOfAxis(depth, candidates, walk);
  walk.known.set(key, tails);
  return tails;
}

function tailsOfAxis(depth: number, candidates: bigint, walk: Walk): readonly Box[] | undefined {
  const axis = walk.order[depth] ?? 0;
  const within = walk.within[axis] ?? NO_SEGMENTS;
  const groups = new Map<string, { segments: SegmentSet; readonly tails: readonly Box[] }>();
  for (const segment of membersOf(within)) {
    const tails = tailsFrom(depth + 1, candidates & (walk.reaching[axis]?.[segment] ?? 0n), walk);
    if (tails === undefined) return undefined;
    walk.budget.left -= 1 + tails.length;
    if (walk.budget.left < 0) return undefined;
    const key = `${tails.length}:${tails.map(boxKey).join("|")}`;
    const group = groups.get(key);
    if (group) group.segments |= setOf([segment]);
    else groups.set(key, { segments: setOf([segment]), tails });
  }
  return [...groups.values()].flatMap(({ segments, tails }) =>
    unbrokenParts(segments, walk.axes[axis], within).flatMap((part) => tails.map((tail) => [part, ...tail])),
  );
}

function boxKey(box: Box): string {
  return box.map((set) => set.toString(36)).join(";");
}
