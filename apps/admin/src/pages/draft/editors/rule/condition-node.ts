import { OPERATORS } from "@evenhand/domain";
import { type Json, type JsonObject, fieldsOf, itemsOf } from "../../../../document/pointer.ts";

/** One line of the condition tree, as the builder shows it. */
export type ConditionLine = {
  /** Whether a `not` stands over it; what is denied stands at `body`. */
  readonly isDenied: boolean;
  /** Where the group, the comparison or the name itself stands, below the `not` if there is one. */
  readonly body: string;
  readonly content: LineContent;
};

export type LineContent =
  | { readonly kind: "group"; readonly of: GroupKind; readonly size: number }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "comparison"; readonly fact: string; readonly operator: string; readonly value: Json }
  /** Something the format does not have; it is shown as it stands and never changed. */
  | { readonly kind: "other" };

export type GroupKind = "all" | "any";

/** What stands at a place of a condition tree: a group, a comparison, a name, each of them perhaps denied. */
export function lineOf(node: Json | undefined, at: string): ConditionLine {
  const fields = fieldsOf(node);
  if (isOnly(fields, "not")) {
    const body = `${at}/not`;
    return { isDenied: true, body, content: contentOf(fieldsOf(fields["not"])) };
  }
  return { isDenied: false, body: at, content: contentOf(fields) };
}

function contentOf(fields: JsonObject): LineContent {
  for (const of of ["all", "any"] as const) {
    if (isOnly(fields, of) && Array.isArray(fields[of]))
      return { kind: "group", of, size: itemsOf(fields[of]).length };
  }
  const { condition, fact, operator, value } = fields;
  if (isOnly(fields, "condition") && typeof condition === "string") return { kind: "named", name: condition };
  if (
    typeof fact === "string" &&
    isOperator(operator) &&
    value !== undefined &&
    isOnly(fields, ...COMPARISON)
  )
    return { kind: "comparison", fact, operator, value };
  return { kind: "other" };
}

const COMPARISON = ["fact", "operator", "value"] as const;

function isOperator(operator: Json | undefined): operator is string {
  return typeof operator === "string" && OPERATORS.some((known) => known === operator);
}

function isOnly(fields: JsonObject, ...keys: readonly string[]): boolean {
  return Object.keys(fields).length === keys.length && keys.every((key) => fields[key] !== undefined);
}
