import { dimensionOf } from "@evenhand/domain";
import type { Vocabulary } from "@evenhand/policy";
import type { Json } from "../../../../document/pointer.ts";
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
  const isAlike = old !== undefined && dimensionOf(old.type) === dimensionOf(type);
  if (isAlike && isAskable && listedValues(entry).length === 0) return { fact, operator, value };
  return { fact, operator: operatorOf(question), value: valueFor(question, type === "boolean" ? true : "") };
}
