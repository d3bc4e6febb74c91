import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  withValueAt,
} from "../../../document/pointer.ts";
import { type GroupId, stageOf } from "./outline-groups.ts";

/** A part that is to be added: where it will stand, and what it begins as. */
export type NewPart = { readonly pointer: string; readonly value: Json };

const NO_LABEL = { en: "", zh: "" };

/** What a rule of a stage says before anybody has said what it should say. */
const FIRST_EVENTS: Readonly<Record<string, JsonObject>> = {
  intake: { type: "disposition", params: { disposition: "not-upheld" } },
  attribution: { type: "role", params: { role: "" } },
  shares: { type: "bear", params: { portion: "equal" } },
  penalty: { type: "fine", params: { amount: 0 } },
  deadline: { type: "due", params: { step: "", from: "", within: 1, unit: "working-days" } },
  authority: { type: "authority", params: { level: "" } },
};

/** The stages whose rules are asked of the case and not of each party. */
const OF_THE_CASE: readonly string[] = ["intake", "deadline", "authority"];

/** A further part of a group, as empty as one can be; `undefined` of groups to which nothing is added. */
export function newPart(group: GroupId, document: JsonObject): NewPart | undefined {
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
      return newRule(group, document);
  }
}

/** The document with the part in it. */
export function withNewPart(document: JsonObject, { pointer, value }: NewPart): JsonObject {
  // INVARIANT: a document stays an object, since the pointer of a part is never empty.
  return withValueAt(document, pointer, value) as JsonObject;
}

function newRule(group: GroupId, document: JsonObject): NewPart | undefined {
  const event = FIRST_EVENTS[group];
  const stage = stageOf(group);
  if (!event || !stage) return undefined;
  const ids = itemsOf(document["rules"]).map((rule) => fieldsOf(rule)["id"]);
  return appended(document, "rules", {
    id: unused("new-rule", (id) => ids.includes(id), "-"),
    stage,
    scope: OF_THE_CASE.includes(stage) ? "case" : "party",
    label: NO_LABEL,
    references: [],
    rule: { conditions: { all: [] }, event },
  });
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

function named(document: JsonObject, path: readonly string[], name: string, value: JsonObject): NewPart {
  const there = path.reduce<JsonObject>((node, step) => fieldsOf(node[step]), document);
  const join = name.includes("-") ? "-" : "";
  return {
    pointer: pointerTo(
      ...path,
      unused(name, (id) => Object.hasOwn(there, id), join),
    ),
    value,
  };
}

function appended(document: JsonObject, field: string, value: JsonObject): NewPart {
  return { pointer: pointerTo(field, itemsOf(document[field]).length), value };
}

/** A name that nothing has yet: `new-rule`, `new-rule-2`, and so on. */
function unused(name: string, isTaken: (name: string) => boolean, join: string): string {
  let candidate = name;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${name}${join}${number}`;
  return candidate;
}
