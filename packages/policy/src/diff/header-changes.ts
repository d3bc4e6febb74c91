import { CAP_RATE, CONFLICT_WORDS, HEADER_WORDS } from "./common-words.ts";
import type { Owner } from "./field-changes.ts";
import { fieldChange, fieldChanges } from "./field-changes.ts";
import type { PolicyChange } from "./policy-change.ts";
import type { Sides } from "./sides.ts";

/** Parts of a policy that are lists or groups, and so are compared member by member. */
const PARTS: ReadonlySet<string> = new Set([
  "gates",
  "facts",
  "derived",
  "parameters",
  "conditions",
  "tables",
  "rules",
  "words",
  "notes",
  "examples",
]);

/** What differs in the fields of the policy itself. */
export function headerChanges(sides: Sides): readonly PolicyChange[] {
  const { before, after } = { before: sides.before.policy, after: sides.after.policy };
  const owner: Owner = {
    subject: "header",
    id: "",
    title: { en: "", zh: "" },
    at: { before: "", after: "" },
    sides,
  };
  const skip = new Set([...PARTS, "cap", "conflict"]);
  const changes = [
    ...fieldChanges(owner, { before, after }, { words: HEADER_WORDS, skip }),
    ...fieldChange(owner, {
      field: "cap.rate",
      before: before.cap.rate,
      after: after.cap.rate,
      words: CAP_RATE,
      reaches: ["cap"],
    }),
    ...fieldChanges(
      { ...owner, at: { before: "/conflict", after: "/conflict" } },
      { before: before.conflict ?? {}, after: after.conflict ?? {} },
      { words: CONFLICT_WORDS, reachesOf: () => ["conflict"] },
    ).map((change) => ({ ...change, field: `conflict.${change.field ?? ""}` })),
  ];
  return changes.map((change) => ({ ...change, id: change.field ?? "" }));
}
