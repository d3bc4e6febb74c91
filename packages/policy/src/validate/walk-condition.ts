import type { Comparison } from "@evenhand/domain";
import type { Shape } from "./check-shape.ts";
import { fieldOf, isFields, itemsOf, within } from "./fields.ts";

/** A condition that holds no other: a comparison, or the name of a named condition. */
export type Leaf =
  | { readonly kind: "comparison"; readonly at: string; readonly comparison: Comparison }
  | { readonly kind: "named"; readonly at: string; readonly name: string };

/**
 * The well-formed leaves of a condition tree that may be malformed elsewhere, in document order, with their places.
 *
 * @example
 * [...leavesOf({ all: [{ condition: "upheld" }, 5] }, "/conditions/a", shape)]
 * // [{ kind: "named", at: "/conditions/a/all/0", name: "upheld" }]
 */
export function* leavesOf(node: unknown, at: string, shape: Shape): Generator<Leaf> {
  if (!isFields(node) || !shape.isOpen(at)) return;
  for (const group of ["all", "any"] as const) {
    const conditions = itemsOf(fieldOf(node, group));
    for (const [index, inner] of conditions.entries())
      yield* leavesOf(inner, within(at, group, index), shape);
    if (conditions.length > 0) return;
  }
  const denied = fieldOf(node, "not");
  if (denied !== undefined) {
    yield* leavesOf(denied, within(at, "not"), shape);
    return;
  }
  if (!shape.isSound(at)) return;
  const name = fieldOf(node, "condition");
  if (typeof name === "string") yield { kind: "named", at, name };
  // INVARIANT: a sound condition that is no group and names none is a comparison.
  else if (typeof fieldOf(node, "fact") === "string")
    yield { kind: "comparison", at, comparison: node as Comparison };
}
