import type { DecisionTable, Policy } from "@evenhand/domain";
import type { TableInPolicy } from "@evenhand/policy";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  isList,
  pointerTo,
  valueAt,
} from "../../../document/pointer.ts";
import { readableCatalogue, readableWords, surroundingsIn } from "../editors/table/readable.ts";
import { isTable } from "../editors/table/table-view.ts";

/** A table of a draft as the analysis of tables reads it; `undefined` where it is not well formed. */
export function tableIn(document: JsonObject, id: string): TableInPolicy | undefined {
  const table = valueAt(document, pointerTo("tables", id));
  if (!isTable(table) || (table["when"] !== undefined && !isCondition(table["when"]))) return undefined;
  const around = surroundingsIn(document);
  const catalogue = readableCatalogue(around);
  const named = Object.entries(fieldsOf(document["conditions"])).filter(([, condition]) =>
    isCondition(condition),
  );
  const parameters = Object.fromEntries(
    [...catalogue.values()].flatMap(({ name, parameter }) =>
      parameter ? [[name.replace("parameter.", ""), parameter]] : [],
    ),
  );
  // INVARIANT: of the table, the conditions and the parameters every part was looked at that the analysis reads.
  const policy = {
    ...document,
    currency: around.currency,
    words: readableWords(around.words),
    parameters,
    conditions: Object.fromEntries(named),
  } as unknown as Policy;
  return { table: table as unknown as DecisionTable, policy, catalogue };
}

function isCondition(value: Json): boolean {
  const { all, any, not, condition, fact, operator } = fieldsOf(value);
  if (all !== undefined) return isList(all) && all.every(isCondition);
  if (any !== undefined) return isList(any) && any.every(isCondition);
  if (not !== undefined) return isCondition(not);
  return typeof condition === "string" || (typeof fact === "string" && typeof operator === "string");
}
