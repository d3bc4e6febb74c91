import type { LocalizedText } from "@evenhand/domain";
import { type JsonObject, fieldsOf, itemsOf, pointerTo, withValueAt } from "../../../document/pointer.ts";
import type { Edited } from "../editors/rule/condition-edits.ts";
import { withNewRule } from "../editors/rule/rule-edits.ts";
import { type GroupId, stageOf } from "./outline-groups.ts";

const NO_LABEL = { en: "", zh: "" };

/**
 * A document with a further part of a group, as empty as one can be, and where that stands; `undefined` of groups to which
 * nothing is added. The label is for a rule, which begins with one.
 */
export function withNewPart(
  group: GroupId,
  document: JsonObject,
  label: LocalizedText = NO_LABEL,
): Edited | undefined {
  switch (group) {
    case "parameters":
      return named(document, ["parameters"], "newFigure", {
        value: 0,
        unit: "count",
        label: NO_LABEL,
        references: [],
      });
    case "caseFacts":
      return named(document, ["facts", "case"], "newFact", { type: "text", label: NO_LABEL });
    case "partyFacts":
      return named(document, ["facts", "party"], "newFact", { type: "text", label: NO_LABEL });
    case "tables":
      return named(document, ["tables"], "new-table", emptyTable());
    case "notes":
      return appended(document, "notes", { text: NO_LABEL, references: [] });
    default:
      return newRule(group, document, label);
  }
}

function newRule(group: GroupId, document: JsonObject, label: LocalizedText): Edited | undefined {
  const stage = stageOf(group);
  if (!stage) return undefined;
  return withNewRule(document, group === "shares" ? { stage, label, type: "bear" } : { stage, label });
}

function emptyTable(): JsonObject {
  return {
    label: NO_LABEL,
    stage: "penalty",
    scope: "party",
    references: [],
    hitPolicy: "unique",
    inputs: [],
    event: { type: "fine", params: {} },
    outputs: ["amount"],
    rows: [],
  };
}

function named(document: JsonObject, path: readonly string[], name: string, value: JsonObject): Edited {
  const there = path.reduce<JsonObject>((node, step) => fieldsOf(node[step]), document);
  const join = name.includes("-") ? "-" : "";
  const id = unused(name, (one) => Object.hasOwn(there, one), join);
  return put(document, pointerTo(...path, id), value);
}

function appended(document: JsonObject, field: string, value: JsonObject): Edited {
  return put(document, pointerTo(field, itemsOf(document[field]).length), value);
}

function put(document: JsonObject, at: string, value: JsonObject): Edited {
  // INVARIANT: a document stays an object, since the pointer of a part is never empty.
  return { document: withValueAt(document, at, value) as JsonObject, at };
}

/** A name that nothing has yet: `new-table`, `new-table-2`, and so on. */
function unused(name: string, isTaken: (name: string) => boolean, join: string): string {
  let candidate = name;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${name}${join}${number}`;
  return candidate;
}
