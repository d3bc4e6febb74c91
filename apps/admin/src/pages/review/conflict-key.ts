import type { ChangeSection } from "../../changes/group-changes.ts";
import { stepsOf } from "../../document/pointer.ts";

/**
 * What a place belongs to, as changes are called: `parameter/cap` for `/parameters/cap/value`.
 *
 * @example keyOf("/tables/fines/rows/r1/then/0") // "row/fines#r1"
 */
export function keyOf(at: string): string {
  const [list = "", id = "", part, row] = stepsOf(at);
  if (list === "tables" && part === "rows" && row !== undefined) return `row/${id}#${row}`;
  if (list === "facts" || list === "derived") return `${SUBJECTS[list] ?? ""}/${part ?? ""}`;
  const subject = SUBJECTS[list];
  return subject === undefined ? `header/${list}` : `${subject}/${id}`;
}

/** The part of a policy in which a place lies. */
export function sectionAt(at: string): ChangeSection {
  return SUBJECTS[stepsOf(at)[0] ?? ""] ?? "header";
}

const SUBJECTS: Readonly<Record<string, ChangeSection>> = {
  parameters: "parameter",
  rules: "rule",
  tables: "table",
  conditions: "condition",
  words: "word",
  examples: "example",
  notes: "note",
  facts: "fact",
  derived: "derived-fact",
};
