import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { SettingsTable } from "../database/tables.ts";

export type SettingRow = Selectable<SettingsTable>;

/** What administrators set, by key; a setting that nobody set is not among them. `value` is JSON. */
export async function allSettings(db: Db): Promise<readonly SettingRow[]> {
  return db.selectFrom("settings").selectAll().orderBy("key").execute();
}

export async function putSetting(tx: Db, row: SettingRow): Promise<void> {
  const { key: _, ...change } = row;
  await tx
    .insertInto("settings")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doUpdateSet(change))
    .execute();
}
