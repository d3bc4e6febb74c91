import type { Axis } from "./axis.ts";
import type { SegmentSet } from "./segment-set.ts";
import { NO_SEGMENTS, firstSegments, membersOf, setOf } from "./segment-set.ts";

/** A part of a table's input: on each axis a set of segments, and every combination of them. */
export type Box = readonly SegmentSet[];

/** The box of everything that the inputs can be. */
export function wholeBox(axes: readonly Axis[]): Box {
  return axes.map(({ segments }) => firstSegments(segments.length));
}

export function intersectBoxes(left: Box, right: Box): Box | undefined {
  const shared: SegmentSet[] = [];
  for (const [axis, set] of left.entries()) {
    const both = set & (right[axis] ?? NO_SEGMENTS);
    if (both === NO_SEGMENTS) return undefined;
    shared.push(both);
  }
  return shared;
}

/**
 * A set of segments as regions that a row could fill: on an ordered axis unbroken ranges, since a cell is one range, with
 * the unknown by itself. A set that is the whole of `within` is one region in any case.
 */
export function unbrokenParts(
  set: SegmentSet,
  axis: Axis | undefined,
  within: SegmentSet,
): readonly SegmentSet[] {
  if (axis?.domain.kind !== "ordered" || set === within) return [set];
  const parts: number[][] = [];
  for (const segment of membersOf(set)) {
    const last = parts.at(-1);
    if (last?.at(-1) === segment - 1 && axis.segments[segment]?.kind === "interval") last.push(segment);
    else parts.push([segment]);
  }
  return parts.map(setOf);
}

/** Merging is quadratic; so many gaps are a table that has only just been begun, and nobody reads them one by one. */
const MOST_BOXES_TO_MERGE = 300;

type Space = { readonly axes: readonly Axis[]; readonly within: Box };

/** Joins boxes that differ on one axis only, until no two are left that could be one. */
export function mergeBoxes(boxes: readonly Box[], space: Space): readonly Box[] {
  if (boxes.length > MOST_BOXES_TO_MERGE) return boxes;
  const merged = [...boxes];
  for (let left = 0; left < merged.length; left += 1) {
    for (let right = left + 1; right < merged.length; right += 1) {
      const joined = join(merged[left] ?? [], merged[right] ?? [], space);
      if (!joined) continue;
      merged.splice(right, 1);
      merged[left] = joined;
      left = -1;
      break;
    }
  }
  return merged;
}

function join(left: Box, right: Box, { axes, within }: Space): Box | undefined {
  const differing = left.flatMap((set, axis) => (set === right[axis] ? [] : [axis]));
  const [axis, ...others] = differing;
  if (axis === undefined || others.length > 0) return undefined;
  const union = (left[axis] ?? NO_SEGMENTS) | (right[axis] ?? NO_SEGMENTS);
  if (unbrokenParts(union, axes[axis], within[axis] ?? NO_SEGMENTS).length > 1) return undefined;
  return left.map((set, index) => (index === axis ? union : set));
}
