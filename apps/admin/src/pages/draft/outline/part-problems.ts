import type { Diagnostic } from "../../../api/answers.ts";
import { pointerTo, stepsOf } from "../../../document/pointer.ts";
import type { OutlineGroups, OutlinePart } from "./outline-groups.ts";

/** How many problems lie in a part. */
export type ProblemCount = { readonly errors: number; readonly warnings: number };

export const NO_PROBLEMS: ProblemCount = { errors: 0, warnings: 0 };

/** The part that a place lies in: the innermost one, as `partIn(groups, "/rules/3/label")` is the rule. */
export function partFinder(groups: OutlineGroups): (pointer: string) => OutlinePart | undefined {
  const parts = new Map<string, OutlinePart>();
  for (const part of Object.values(groups).flat())
    for (const place of [part.pointer, ...part.covers]) parts.set(place, part);
  return (pointer) => {
    const exact = parts.get(pointer);
    if (exact) return exact;
    const steps = stepsOf(pointer);
    for (let length = steps.length; length > 0; length -= 1) {
      const part = parts.get(pointerTo(...steps.slice(0, length)));
      if (part) return part;
    }
    return undefined;
  };
}

/** How many problems lie in each part, by its pointer; those of the whole document lie in the first part there is. */
export function problemsByPart(
  groups: OutlineGroups,
  diagnostics: readonly Pick<Diagnostic, "at" | "severity">[],
): ReadonlyMap<string, ProblemCount> {
  const find = partFinder(groups);
  const counts = new Map<string, ProblemCount>();
  for (const { at, severity } of diagnostics) {
    const pointer = (find(at) ?? groups.general[0])?.pointer ?? "";
    counts.set(pointer, addedUp([counts.get(pointer) ?? NO_PROBLEMS, countOf(severity)]));
  }
  return counts;
}

/** All of these together. */
export function addedUp(counts: readonly ProblemCount[]): ProblemCount {
  return counts.reduce(
    (sum, one) => ({ errors: sum.errors + one.errors, warnings: sum.warnings + one.warnings }),
    NO_PROBLEMS,
  );
}

function countOf(severity: Diagnostic["severity"]): ProblemCount {
  return severity === "error" ? { errors: 1, warnings: 0 } : { errors: 0, warnings: 1 };
}
