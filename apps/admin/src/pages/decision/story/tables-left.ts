import type { DecisionTable } from "@evenhand/domain";
import { COSTLY } from "../why/why-not.ts";

/**
 * The tables that cost something of which a row applied elsewhere and none applies here: why nothing follows from them, be
 * it a gap between their rows or a condition of the table. In the order in which the document has them.
 *
 * @param here the rules that applied, rows as `<table>#<row>`
 * @param elsewhere those that applied to what stands beside it
 *
 * @example tablesLeft({ here: ["cap"], elsewhere: ["loss#light"] }, { loss: table }) // ["loss"]
 */
export function tablesLeft(
  applied: { readonly here: readonly string[]; readonly elsewhere: readonly string[] },
  tables: Readonly<Record<string, Pick<DecisionTable, "event">>>,
): readonly string[] {
  const hasRowOf = (rules: readonly string[], table: string): boolean =>
    rules.some((rule) => rule.startsWith(`${table}#`));
  return Object.entries(tables).flatMap(([table, { event }]) =>
    COSTLY.has(event.type) && hasRowOf(applied.elsewhere, table) && !hasRowOf(applied.here, table)
      ? [table]
      : [],
  );
}
