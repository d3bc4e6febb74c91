import type { EventType, ValueType } from "@evenhand/domain";
import { policyJsonSchema } from "@evenhand/policy";
import { type Json, type JsonObject, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";

/** What may stand in a field of an event. */
export type FieldKind =
  /** One of a few fixed words of the format. */
  | "choice"
  | "flag"
  /** A whole number within bounds. */
  | "number"
  /** A word of the policy, or of the engine. */
  | "word"
  /** A literal or a reference; where it is of no type, a word or a reference. */
  | "value"
  /** A reference to a fact or parameter. */
  | "reference"
  /** The name of a fact as it is. */
  | "name"
  | "grade"
  | "time"
  | "text"
  /** Where a share moves: a party, owners, or a bearer. */
  | "target"
  /** A value for each grade. */
  | "rates";

export type EventField = {
  readonly name: string;
  readonly key: FieldKey;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  /** The types of facts and parameters that may stand here; the first is that of a literal. */
  readonly types: readonly ValueType[];
};

/** Every field of every event, with the types of what may be named there: the one thing that the schema does not say. */
const TYPES = {
  "disposition-disposition": [],
  "disposition-ground": [],
  "classify-category": ["enum", "text"],
  "classify-severity": ["enum", "text"],
  "number-date": ["date"],
  "number-dateFormat": [],
  "number-sequence": ["integer"],
  "number-digits": [],
  "role-role": [],
  "bear-portion": [],
  "bear-points": ["integer"],
  "bear-of": ["integer"],
  "bear-within": ["text", "enum", "party"],
  "bear-share": ["rate"],
  "bear-bearer": ["party"],
  "bear-once": [],
  "exempt-ground": [],
  "exempt-movesTo": [],
  "exempt-portion": ["rate"],
  "fine-amount": ["money"],
  "fine-times": ["integer"],
  "fine-insteadOf": ["money"],
  "fine-on": ["party"],
  "fine-once": [],
  "grade-grade": [],
  "grade-on": ["party"],
  "deduct-of": [],
  "deduct-months": ["months"],
  "deduct-on": ["party"],
  "deduct-rates": ["rate"],
  "remind-on": ["party"],
  "commend-on": ["party"],
  "compensate-to": [],
  "compensate-bearer": [],
  "compensate-amount": ["money"],
  "compensate-rate": ["rate"],
  "compensate-of": ["money"],
  "compensate-atLeast": ["money"],
  "compensate-times": ["integer"],
  "due-step": [],
  "due-from": ["date", "instant"],
  "due-within": ["calendar-days", "working-days", "hours", "minutes"],
  "due-unit": [],
  "due-at": [],
  "due-partOf": [],
  "authority-level": [],
  "measure-kind": [],
  "measure-quantity": ["decimal", "integer", "money", "rate", "calendar-days", "text", "enum"],
  "measure-once": [],
  "warn-code": [],
  "warn-message": [],
} as const satisfies Record<string, readonly ValueType[]>;

export type FieldKey = keyof typeof TYPES;

/** Values that may also be a word of the policy instead of a literal. */
const WORD_OR_FACT: ReadonlySet<FieldKey> = new Set([
  "classify-category",
  "classify-severity",
  "bear-bearer",
]);

export function takesWords(key: FieldKey): boolean {
  return WORD_OR_FACT.has(key);
}

/**
 * The fields of an event of a type, from the format's own schema, in its order. Where an event comes in several forms
 * (`deduct`), those of the form that `params` has.
 *
 * @example eventFields("remind", {}) // [{ name: "on", kind: "reference", types: ["party"], … }]
 */
export function eventFields(type: EventType, params: JsonObject): readonly EventField[] {
  const shape = formOf(paramsOf(type), params);
  const required = itemsOf(shape["required"]);
  return Object.entries(fieldsOf(shape["properties"])).flatMap(([name, schema]) => {
    const key = `${type}-${name}`;
    if (!isFieldKey(key)) return [];
    const kind = kindOf(key, fieldsOf(schema));
    const choices = choicesOf(paramsOf(type), name);
    return [{ name, key, kind, choices, isRequired: required.includes(name), types: typesOf(key, params) }];
  });
}

/** Fields that an event needs besides those it needs always, by what another of its fields says. */
export function alsoNeeded(type: EventType, params: JsonObject): readonly string[] {
  if (type === "bear" && params["portion"] === "points") return ["points", "of"];
  if (type === "bear" && params["portion"] === "share") return ["share"];
  return type === "compensate" && params["rate"] !== undefined ? ["of"] : [];
}

/** A deadline is counted in its own unit; a literal is of the first type. */
function typesOf(key: FieldKey, params: JsonObject): readonly ValueType[] {
  const types: readonly ValueType[] = TYPES[key];
  if (key !== "due-within") return types;
  const own = types.filter((type) => type === params["unit"]);
  return own.length > 0 ? own : types;
}

function isFieldKey(key: string): key is FieldKey {
  return Object.hasOwn(TYPES, key);
}

function kindOf(key: FieldKey, schema: JsonObject): FieldKind {
  const reference = textAt(schema, "/$ref").split("/").at(-1);
  if (reference === "Value") return "value";
  if (reference === "FactReference") return "reference";
  if (reference === "ShareTarget") return "target";
  if (reference === "LocalizedText") return "text";
  if (schema["enum"] !== undefined || schema["const"] !== undefined) return "choice";
  switch (schema["type"]) {
    case "boolean":
      return "flag";
    case "integer":
      return "number";
    case "object":
      return "rates";
    default:
      return kindOfText(key);
  }
}

/** What a text stands for: the schema only knows how it is written. */
function kindOfText(key: FieldKey): FieldKind {
  if (key === "grade-grade") return "grade";
  if (key === "due-from") return "name";
  return key === "due-at" ? "time" : "word";
}

/** The words that a field may hold, over all forms of the event. */
function choicesOf(params: JsonObject, name: string): readonly string[] {
  return formsOf(params).flatMap((form) => {
    const field = fieldsOf(fieldsOf(form["properties"])[name]);
    const words = field["const"] === undefined ? itemsOf(field["enum"]) : [field["const"]];
    return words.filter((word): word is string => typeof word === "string");
  });
}

/** The form whose fixed word `params` holds; the first where none does. */
function formOf(schema: JsonObject, params: JsonObject): JsonObject {
  const forms = formsOf(schema);
  const own = forms.find((form) =>
    Object.entries(fieldsOf(form["properties"])).some(
      ([name, field]) => params[name] !== undefined && fieldsOf(field)["const"] === params[name],
    ),
  );
  return own ?? forms[0] ?? {};
}

function formsOf(schema: JsonObject): readonly JsonObject[] {
  return schema["oneOf"] === undefined ? [schema] : itemsOf(schema["oneOf"]).map(fieldsOf);
}

let events: readonly JsonObject[] | undefined;

/** The schema of an event's parameters. */
function paramsOf(type: EventType): JsonObject {
  events ??= itemsOf(fieldsOf(fieldsOf(fieldsOf(policyJsonSchema() as Json)["$defs"])["Event"])["oneOf"]).map(
    (event) => fieldsOf(fieldsOf(event)["properties"]),
  );
  const own = events.find((event) => fieldsOf(event["type"])["const"] === type);
  return fieldsOf(own?.["params"]);
}
