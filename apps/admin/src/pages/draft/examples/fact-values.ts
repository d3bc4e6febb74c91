import {
  type FactType,
  GUARD_FACTS,
  type ParameterUnit,
  STANDARD_FACTS,
  type Scope,
  parseDay,
} from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  pointerTo,
  valueAt,
} from "../../../document/pointer.ts";
import { today } from "../../../format/format.ts";
import { readFigure, writtenFigure } from "../editors/figure.ts";

/** What a fact's value is typed as. */
export type FactMeasure = { readonly type: FactType | undefined; readonly currency: string };

const UNITS: Partial<Readonly<Record<FactType, ParameterUnit>>> = {
  money: "money",
  rate: "rate",
  integer: "count",
  decimal: "count",
};

/** A value as it is typed: money in its main unit, rates in per cent, several words parted by commas. */
export function typedFact(value: Json | undefined, { type, currency }: FactMeasure): string {
  const unit = type && UNITS[type];
  if (unit && typeof value === "number") return writtenFigure(value, { unit, currency });
  if (typeof value === "string") return value;
  if (type === "set" && isList(value)) return value.map(String).join(", ");
  return value === undefined ? "" : JSON.stringify(value);
}

/** The value behind what was typed; `undefined` where it is none of this type. */
export function factTyped(text: string, { type, currency }: FactMeasure): Json | undefined {
  const unit = type && UNITS[type];
  if (unit) {
    const value = readFigure(text, { unit, currency });
    const isWhole = type === "integer" || type === "money";
    return isWhole && !Number.isInteger(value) ? undefined : value;
  }
  if (type === "set") return text.split(/[,，、]/).flatMap((part) => part.trim() || []);
  const plain = text.trim();
  if (type === "date") return parseDay(plain) === undefined ? undefined : plain;
  return plain === "" ? undefined : plain;
}

/** The facts that a case, or a party of one, may state under a draft: its own first, then those that every policy knows. */
export function statableFacts(document: JsonObject, scope: Scope): readonly string[] {
  const own = Object.keys(fieldsOf(fieldsOf(document["facts"])[scope]));
  return [...new Set([...own, ...Object.keys(STANDARD_FACTS[scope]), ...Object.keys(GUARD_FACTS[scope])])];
}

/** The values that a fact lists, as the document labels them. */
export function listedValues(document: JsonObject, { scope, name }: FactAt): JsonObject {
  return fieldsOf(valueAt(document, pointerTo("facts", scope, name, "values")));
}

export type FactAt = { readonly scope: Scope; readonly name: string };

/** What a fact begins as when an example is to state it. */
export function firstValue(
  document: JsonObject,
  { type, ...at }: FactAt & { readonly type: string | undefined },
): Json {
  const [first = ""] = Object.keys(listedValues(document, at));
  switch (type) {
    case "boolean":
      return true;
    case "money":
    case "integer":
    case "decimal":
    case "rate":
      return 0;
    case "date":
      return today();
    case "set":
      return first === "" ? [] : [first];
    default:
      return first;
  }
}
