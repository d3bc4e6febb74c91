import { sql } from "kysely";
import type { Db } from "../store.ts";
import { surroundingsOf } from "../surroundings.ts";
import type { RowRule, TableDefinition } from "./table-definition.ts";

type Change = "update" | "delete";

const REFUSED: Readonly<Record<RowRule, readonly Change[]>> = {
  "append-only": ["update", "delete"],
  kept: ["delete"],
  unchanged: ["update"],
  free: [],
};

/** The name under which a change that a table does not allow is refused: `decisions_append_only`, `people_kept`. */
export function rowRuleName(table: string, rule: RowRule): string {
  return `${table}_${rule.replaceAll("-", "_")}`;
}

/** Makes the triggers that refuse whatever the table's rule for rows does not allow. */
export async function refuseChanges(tx: Db, { name, rows }: TableDefinition): Promise<void> {
  const refused = rowRuleName(name, rows);
  const { dialect } = surroundingsOf(tx);
  for (const change of REFUSED[rows]) {
    const trigger = `create trigger ${refused}_${change} before ${change} on ${name}`;
    const body =
      dialect === "sqlite"
        ? `begin select raise(abort, '${refused}'); end`
        : `for each row execute function evenhand_refuse('${refused}')`;
    await sql.raw(`${trigger} ${body}`).execute(tx);
  }
  if (dialect === "postgres" && REFUSED[rows].includes("delete")) await refuseTruncating(tx, name, refused);
}

/** Emptying a table at once passes the triggers of its rows by. */
async function refuseTruncating(tx: Db, table: string, refused: string): Promise<void> {
  await sql
    .raw(
      `create trigger ${refused}_truncate before truncate on ${table} for each statement execute function evenhand_refuse('${refused}')`,
    )
    .execute(tx);
}

/** The function that all of those triggers call on PostgreSQL, with the name to refuse under. */
export async function createRefusing(tx: Db): Promise<void> {
  if (surroundingsOf(tx).dialect === "sqlite") return;
  await sql
    .raw(
      `create function evenhand_refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0] using errcode = 'integrity_constraint_violation', constraint = tg_argv[0];
end $$`,
    )
    .execute(tx);
}
