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
      return named(document, ["parameters"], "figure", {
        value: 0,
        unit: "count",
        label: NO_LABEL,
        references: [],
      });
    case "caseFacts":
      return named(document, ["facts", "case"], "fact", { type: "text", label: NO_LABEL });
    case "partyFacts":
      return named(document, ["facts", "party"], "fact", { type: "text", label: NO_LABEL });
    case "tables":
      return named(document, ["tables"], "table-", emptyTable());
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
  const id = unused(name, (one) => Object.hasOwn(there, one));
  return put(document, pointerTo(...path, id), value);
}

function appended(document: JsonObject, field: string, value: JsonObject): Edited {
  return put(document, pointerTo(field, itemsOf(document[field]).length), value);
}

function put(document: JsonObject, at: string, value: JsonObject): Edited {
  // INVARIANT: a document stays an object, since the pointer of a part is never empty.
  return { document: withValueAt(document, at, value) as JsonObject, at };
}

/** A name for rules that nothing has yet and that says nothing: `table-1`, `table-2`; people go by the label. */
function unused(name: string, isTaken: (name: string) => boolean): string {
  let number = 1;
  while (isTaken(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
