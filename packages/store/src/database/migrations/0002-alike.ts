import { alikeKey } from "@evenhand/domain";
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { uniqueName } from "../../failures/constraint-names.ts";
import { raw } from "../schema/create-table.ts";
import { surroundingsOf } from "../surroundings.ts";
import type { Tables } from "../tables.ts";

/**
 * Two staff numbers that people would take for one are never two people, and a case is found under a reference that is
 * almost its own. Where two such numbers stand already, the one that came first keeps the other from becoming a third.
 */
export const alike: Migration = {
  up: async (tx: Kysely<Tables>) => {
    const { dialect } = surroundingsOf(tx);
    await raw(
      `alter table people add column alike ${dialect === "sqlite" ? "text" : 'text collate "C"'} null`,
    ).execute(tx);
    await fill(tx);
    await raw(
      `create unique index ${uniqueName("people", ["alike"])} on people (alike) where alike is not null`,
    ).execute(tx);
    await raw("create index cases_by_alike on cases (policy_id, lower(replace(reference, ' ', '')))").execute(
      tx,
    );
  },
};

async function fill(tx: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ person: string; staff_id: string }>`
    select person, staff_id from people where staff_id is not null order by created_at, person`.execute(tx);
  const taken = new Set<string>();
  for (const { person, staff_id } of rows) {
    const key = alikeKey(staff_id);
    if (taken.has(key)) continue;
    taken.add(key);
    await tx.updateTable("people").set({ alike: key }).where("person", "=", person).execute();
  }
}
