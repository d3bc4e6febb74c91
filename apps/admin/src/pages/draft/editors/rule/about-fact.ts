import { type CatalogueEntry, type ValueType, dimensionOf, isOrdered } from "@evenhand/domain";
import type { Vocabulary } from "@evenhand/policy";
import { type Json, isObject, itemsOf } from "../../../../document/pointer.ts";
import { operatorOf, questionOf, questionsFor, valueFor } from "./operators.ts";
import { listedValues } from "./typed-value.ts";

/** A comparison as it stands in a document. */
export type ComparisonJson = { readonly fact: string; readonly operator: string; readonly value: Json };

/** A comparison that is to be about another fact: how and with what it is compared stays as far as it fits. */
export function about(
  fact: string,
  { fact: before, operator, value }: ComparisonJson,
  { catalogue }: Vocabulary,
): ComparisonJson {
  const entry = catalogue.get(fact);
  const type = entry?.type ?? "text";
  const old = catalogue.get(before);
  const asked = questionOf({ operator, value }, type);
  const isAskable = questionsFor(type, entry).includes(asked) && operatorOf(asked) === operator;
  const question = isAskable ? asked : (questionsFor(type, entry)[0] ?? "is");
  // Of a fact that is not known only the value says what it was.
  const isAlike = old === undefined ? isOfKind(value, type) : dimensionOf(old.type) === dimensionOf(type);
  if (isAlike && isAskable && isListed(value, entry)) return { fact, operator, value };
  return { fact, operator: operatorOf(question), value: valueFor(question, type === "boolean" ? true : "") };
}

/** Whether a value, or every one of several, is written as one of this type is. What another fact holds may fit any. */
function isOfKind(value: Json, type: ValueType): boolean {
  if (Array.isArray(value)) return itemsOf(value).every((one) => isOfKind(one, type));
  if (value === null || isObject(value)) return true;
  const dimension = dimensionOf(type);
  if (dimension === "boolean") return typeof value === "boolean";
  return isOrdered(type) && dimension !== "date" && dimension !== "instant"
    ? typeof value === "number"
    : typeof value === "string";
}

/** Whether a value is one that the fact can take, where those are listed. */
function isListed(value: Json, entry: CatalogueEntry | undefined): boolean {
  const listed = listedValues(entry);
  if (listed.length === 0 || value === null || isObject(value)) return true;
  return (Array.isArray(value) ? itemsOf(value) : [value]).every((one) => listed.includes(one as string));
}
