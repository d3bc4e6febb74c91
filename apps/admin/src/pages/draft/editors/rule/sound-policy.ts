import { FACT_TYPES, PARAMETER_UNITS, type Policy } from "@evenhand/domain";
import { currencyOf } from "../../../../document/currency.ts";
import { type Json, type JsonObject, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";

/**
 * The part of a draft that its names can be read from. A draft may hold anything: whatever is not in the form it should
 * have is left out, so that one unfinished fact does not keep a rule from being shown.
 */
export function soundPolicy(document: JsonObject): Policy {
  const facts = fieldsOf(document["facts"]);
  const derived = fieldsOf(document["derived"]);
  const sound = {
    ...document,
    currency: currencyOf(document),
    timeZone: textAt(document, "/timeZone", "Asia/Shanghai"),
    appliesBy: textAt(document, "/appliesBy", "decidedOn"),
    guards: texts(document["guards"]),
    grades: texts(document["grades"]),
    facts: { case: kept(facts["case"], isFact), party: kept(facts["party"], isFact) },
    derived: { case: kept(derived["case"], isDerived), party: kept(derived["party"], isDerived) },
    parameters: kept(document["parameters"], isParameter),
    conditions: fieldsOf(document["conditions"]),
    words: kept(document["words"], isText),
    tables: {},
    rules: [],
    examples: [],
  };
  // INVARIANT: every part that names are read from has been looked at above.
  return sound as unknown as Policy;
}

function texts(list: Json | undefined): readonly string[] {
  return itemsOf(list).filter((item): item is string => typeof item === "string");
}

function kept(map: Json | undefined, isSound: (part: JsonObject) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(fieldsOf(map)).filter(([, part]) => isSound(fieldsOf(part))));
}

function isText(part: JsonObject): boolean {
  return typeof part["en"] === "string" && typeof part["zh"] === "string";
}

function isLabelled(part: JsonObject): boolean {
  return isText(fieldsOf(part["label"]));
}

function isFact(part: JsonObject): boolean {
  const values = Object.values(fieldsOf(part["values"]));
  return (
    isLabelled(part) &&
    FACT_TYPES.some((type) => type === part["type"]) &&
    values.every((label) => isText(fieldsOf(label)))
  );
}

function isDerived(part: JsonObject): boolean {
  const { kind, of } = part;
  return (
    isLabelled(part) && typeof kind === "string" && (kind in OF_ONE ? typeof of === "string" : isListed(part))
  );
}

/** Derived facts whose type is that of the one fact they look at. */
const OF_ONE = { sum: true, maximum: true } as const;

function isListed({ kind, of }: JsonObject): boolean {
  return (kind !== "first-known" && kind !== "greatest") || Array.isArray(of);
}

function isParameter(part: JsonObject): boolean {
  const { value, unit } = part;
  return (
    isLabelled(part) &&
    (typeof value === "number" || typeof value === "string") &&
    PARAMETER_UNITS.some((known) => known === unit)
  );
}
