import type { Comparison, Condition } from "@evenhand/domain";
import type { Axis } from "./axis.ts";
import { cellOf, segmentsOf } from "./axis.ts";
import type { Box } from "./box.ts";
import { intersectBoxes, wholeBox } from "./box.ts";
import type { TableContext } from "./input-domain.ts";
import type { SegmentSet } from "./segment-set.ts";
import { NO_SEGMENTS, firstSegments, setOf } from "./segment-set.ts";

type Where = { readonly axes: readonly Axis[]; readonly context: TableContext };

/** Beyond so many parts a table's `when` is taken as one that cannot be told apart by the inputs. */
const MOST_BOXES = 200;

/**
 * Where a table's `when` is certainly false whatever the facts outside the table hold: no row is asked there, so it is
 * neither a gap nor an overlap. `undefined` where the condition falls into too many parts.
 *
 * @example
 * // when: all of [claimAmount > 0, disposition equal "upheld"], inputs: [claimAmount]
 * // → the segment in which the claim is 0, and nothing for the disposition
 */
export function excludedBy(when: Condition, where: Where): readonly Box[] | undefined {
  const boxes = boxesOf(when, { truth: false, named: 0 }, where);
  return boxes === "too-many" ? undefined : boxes;
}

/** The comparisons of a condition on one fact, through groups and named conditions. */
export function comparisonsOn(
  fact: string,
  condition: Condition,
  context: TableContext,
): readonly Comparison[] {
  return comparisonsIn(condition, context, 0).filter((comparison) => comparison.fact === fact);
}

function comparisonsIn(condition: Condition, context: TableContext, named: number): readonly Comparison[] {
  if ("all" in condition) return condition.all.flatMap((part) => comparisonsIn(part, context, named));
  if ("any" in condition) return condition.any.flatMap((part) => comparisonsIn(part, context, named));
  if ("not" in condition) return comparisonsIn(condition.not, context, named);
  if (!("condition" in condition)) return [condition];
  const tree = namedTree(condition.condition, context, named);
  return tree ? comparisonsIn(tree, context, named + 1) : [];
}

type Wanted = { readonly truth: boolean; readonly named: number };

/** The boxes in which the condition certainly has the wanted truth. */
function boxesOf(condition: Condition, wanted: Wanted, where: Where): readonly Box[] | "too-many" {
  if ("not" in condition) return boxesOf(condition.not, { ...wanted, truth: !wanted.truth }, where);
  if ("condition" in condition) {
    const tree = namedTree(condition.condition, where.context, wanted.named);
    return tree ? boxesOf(tree, { ...wanted, named: wanted.named + 1 }, where) : [];
  }
  if (!("all" in condition) && !("any" in condition)) return comparisonBox(condition, wanted.truth, where);
  const parts: (readonly Box[])[] = [];
  for (const part of "all" in condition ? condition.all : condition.any) {
    const boxes = boxesOf(part, wanted, where);
    if (boxes === "too-many") return boxes;
    parts.push(boxes);
  }
  // An `all` is true where every part is and false where one is; an `any` the other way round.
  const needsEvery = "all" in condition === wanted.truth;
  return needsEvery ? sharedByAll(parts, where) : atMost(parts.flat());
}

function sharedByAll(parts: readonly (readonly Box[])[], { axes }: Where): readonly Box[] | "too-many" {
  let boxes: readonly Box[] = [wholeBox(axes)];
  for (const part of parts) {
    const shared = atMost(
      boxes.flatMap((box) => part.flatMap((other) => present(intersectBoxes(box, other)))),
    );
    if (shared === "too-many") return shared;
    boxes = shared;
  }
  return boxes;
}

function present(box: Box | undefined): readonly Box[] {
  return box ? [box] : [];
}

function atMost(boxes: readonly Box[]): readonly Box[] | "too-many" {
  return boxes.length > MOST_BOXES ? "too-many" : boxes;
}

function comparisonBox(comparison: Comparison, truth: boolean, { axes, context }: Where): readonly Box[] {
  const axis = axes.findIndex(({ fact }) => fact === comparison.fact);
  const found = axes[axis];
  const holds = found && heldSegments(comparison, found, context);
  if (!found || holds === undefined) return [];
  const segments = truth ? holds : wholeOf(found) & ~holds;
  return segments === NO_SEGMENTS
    ? []
    : [wholeBox(axes).map((whole, index) => (index === axis ? segments : whole))];
}

function heldSegments(comparison: Comparison, axis: Axis, context: TableContext): SegmentSet | undefined {
  const asked = cellOf(comparison);
  const held = asked && segmentsOf(asked.cell, axis, context);
  if (!asked || held === undefined || !asked.negated) return held;
  const isTestForKnown = comparison.value === null;
  const unknown = setOf(axis.segments.flatMap(({ kind }, index) => (kind === "unknown" ? [index] : [])));
  return wholeOf(axis) & ~held & (isTestForKnown ? wholeOf(axis) : ~unknown);
}

function wholeOf(axis: Axis): SegmentSet {
  return firstSegments(axis.segments.length);
}

/** Named conditions do not name one another; a document in which they do is reported elsewhere and not followed here. */
function namedTree(name: string, { policy }: TableContext, named: number): Condition | undefined {
  if (named > 0 || !policy.conditions || !Object.hasOwn(policy.conditions, name)) return undefined;
  return policy.conditions[name];
}
