import { type RawBuilder, sql } from "kysely";
import { uniqueName } from "../../failures/constraint-names.ts";
import type { Db } from "../store.ts";
import { surroundingsOf, type Surroundings } from "../surroundings.ts";
import { refuseChanges } from "./row-triggers.ts";
import type { TableDefinition } from "./table-definition.ts";

type Dialect = Surroundings["dialect"];

/** Makes a table with its constraints, its indexes and the triggers that keep its rows. */
export async function createTable(tx: Db, table: TableDefinition): Promise<void> {
  const { dialect } = surroundingsOf(tx);
  await raw(tableText(table, dialect)).execute(tx);
  for (const text of indexTexts(table)) await raw(text).execute(tx);
  await refuseChanges(tx, table);
}

/** Definitions are ours alone, never anything that came from outside. */
export function raw(text: string): RawBuilder<unknown> {
  return sql.raw(text);
}

function tableText(table: TableDefinition, dialect: Dialect): string {
  const parts = [
    ...table.columns.map((column) => columnText(table.name, column, dialect)),
    ...(table.key ? [keyText(table.name, table.key, "primary key")] : []),
    ...(table.unique ?? []).map((columns) => keyText(table.name, columns, "unique")),
    ...Object.entries(table.checks ?? {}).map(
      ([name, condition]) => `constraint ${table.name}_${name} check (${condition})`,
    ),
    ...Object.entries(table.references ?? {}).map(
      ([columns, target]) =>
        `constraint ${table.name}_${columns.replaceAll(", ", "_")}_reference foreign key (${columns}) references ${target} deferrable initially deferred`,
    ),
  ];
  // Strict: SQLite would otherwise keep text where a number belongs.
  return `create table ${table.name} (\n  ${parts.join(",\n  ")}\n)${dialect === "sqlite" ? " strict" : ""}`;
}

/** Text is ordered by its bytes, as SQLite does, so that pages go on alike on both. */
const TYPES: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: { text: "text", integer: "integer", number: "integer" },
  postgres: { text: 'text collate "C"', integer: "bigint", number: "bigint generated always as identity" },
};

function columnText(table: string, column: string, dialect: Dialect): string {
  const [name = "", kind = "", nullable] = column.split(" ");
  const type = TYPES[dialect][kind];
  if (type === undefined) throw new Error(`the column \`${column}\` of \`${table}\` has no known type`);
  if (kind !== "number") return `${name} ${type}${nullable === "null" ? "" : " not null"}`;
  const key = `constraint ${uniqueName(table, [name])} primary key`;
  return `${name} ${type} ${key}${dialect === "sqlite" ? " autoincrement" : ""}`;
}

function keyText(table: string, columns: readonly string[], kind: "primary key" | "unique"): string {
  return `constraint ${uniqueName(table, columns)} ${kind} (${columns.join(", ")})`;
}

function indexTexts({ name, uniqueWhere, indexes = [] }: TableDefinition): readonly string[] {
  const plain = indexes.map(
    (columns) => `create index ${name}_by_${columns.join("_")} on ${name} (${columns.join(", ")})`,
  );
  if (!uniqueWhere) return plain;
  const { columns, condition } = uniqueWhere;
  return [
    ...plain,
    `create unique index ${uniqueName(name, columns)} on ${name} (${columns.join(", ")}) where ${condition}`,
  ];
}
