import { policySchema } from "../schema/policy-schema.ts";
import { within } from "./fields.ts";
import type { Report } from "./report.ts";
import { findingsOf } from "./shape-findings.ts";
import { type PlacedIssue, shapeIssues } from "./shape-issues.ts";

/** A document and where its form is at fault. */
export type Shape = {
  readonly document: unknown;
  /** Whether what stands at the place, and everything in it, has the form its type says. Unknown fields do no harm. */
  readonly isSound: (at: string) => boolean;
  /** Whether what stands at the place can be looked into: it may have faults further inside. */
  readonly isOpen: (at: string) => boolean;
};

/**
 * Holds a document against the shape of a policy and reports, in our words, everything that does not fit.
 *
 * @example checkShape({ ...policy, version: "one" }, report).isSound("/version") // false
 */
export function checkShape(document: unknown, report: Report): Shape {
  const faults = new Set<string>();
  const tainted = new Set<string>();
  for (const placed of shapeIssues(policySchema, document)) {
    if (!report.isFull()) for (const finding of findingsOf(placed, report)) report.add(finding);
    if (isHarmless(placed)) continue;
    const at = within("", ...placed.path);
    faults.add(at);
    taint(at, tainted);
  }
  return { document, isSound: (at) => !tainted.has(at), isOpen: (at) => !faults.has(at) };
}

/** Marks a place and all that it stands in, up to where that was done before. */
function taint(at: string, tainted: Set<string>): void {
  for (let place = at; !tainted.has(place); place = place.slice(0, place.lastIndexOf("/"))) {
    tainted.add(place);
    if (place === "") return;
  }
}

/** A field too many, or a list too long, leaves the rest as well formed as it was. */
function isHarmless({ issue }: PlacedIssue): boolean {
  return issue.code === "unrecognized_keys" || (issue.code === "too_big" && issue.origin === "array");
}
