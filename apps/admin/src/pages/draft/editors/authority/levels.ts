import type { ParameterUnit } from "@evenhand/domain";
import { type JsonObject, fieldsOf, itemsOf, textAt } from "../../../../document/pointer.ts";

/** The words for those who approve that a document uses, in their order, each once. */
export function levelsOf(document: JsonObject): readonly string[] {
  const ofTables = Object.values(fieldsOf(document["tables"]))
    .filter((table) => textAt(table, "/event/type") === "authority")
    .flatMap((table) => itemsOf(fieldsOf(table)["rows"]).map((row) => textAt(row, "/then/0")));
  const ofRules = itemsOf(document["rules"])
    .filter((rule) => textAt(rule, "/rule/event/type") === "authority")
    .map((rule) => textAt(rule, "/rule/event/params/level"));
  return [...new Set([...ofTables, ...ofRules])].filter((level) => level !== "");
}

const UNITS: Readonly<Record<string, ParameterUnit>> = {
  money: "money",
  rate: "rate",
  ratio: "rate",
  hours: "hours",
  minutes: "minutes",
};

/** The unit in which people write what a fact of a type is. */
export function unitOfType(type: string | undefined): ParameterUnit {
  return (type === undefined ? undefined : UNITS[type]) ?? "count";
}
