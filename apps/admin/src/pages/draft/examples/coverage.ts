import type { Language } from "@evenhand/domain";
import {
  type Json,
  type JsonObject,
  fieldsOf,
  itemsOf,
  pointerTo,
  textAt,
} from "../../../document/pointer.ts";

/** A rule, or a row of a table, that a case may come under. */
export type Coverable = {
  /** The rule's id; of a row `<table>#<row>`. */
  readonly rule: string;
  readonly pointer: string;
  readonly label: Json | undefined;
  /** Of a row: its number in its table, from 1. */
  readonly row?: number;
  /** In how many examples it stands. */
  readonly hits: number;
};

/** Every rule and every row of a table, in the order of the document, with how many examples it stands in. */
export function coverageOf(
  document: JsonObject,
  runs: readonly { readonly standing: readonly string[] }[],
): readonly Coverable[] {
  const hits = new Map<string, number>();
  for (const rule of runs.flatMap(({ standing }) => standing)) hits.set(rule, (hits.get(rule) ?? 0) + 1);
  return ruleList(document).map((one) => ({ ...one, hits: hits.get(one.rule) ?? 0 }));
}

/** What a rule or row can be named by. */
export type NamedRule = Omit<Coverable, "hits">;

export function ruleList(document: JsonObject): readonly NamedRule[] {
  const rules = itemsOf(document["rules"]).map((rule, index) => ({
    rule: textAt(rule, "/id"),
    pointer: pointerTo("rules", index),
    label: fieldsOf(rule)["label"],
  }));
  const rows = Object.entries(fieldsOf(document["tables"])).flatMap(([id, table]) =>
    itemsOf(fieldsOf(table)["rows"]).map((row, index) => ({
      rule: `${id}#${textAt(row, "/id")}`,
      pointer: pointerTo("tables", id, "rows", index),
      label: fieldsOf(table)["label"],
      row: index + 1,
    })),
  );
  return [...rules, ...rows];
}

/** What a rule or row is called; its id where it has no label. `rowName` puts a table's name and a row's number together. */
export function nameOfRule(
  { rule, label, row }: NamedRule,
  language: Language,
  rowName: (of: { readonly table: string; readonly row: number }) => string,
): string {
  const name = textAt(label ?? null, `/${language}`) || (rule.split("#")[0] ?? rule);
  return row === undefined ? name : rowName({ table: name, row });
}
