import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { createTable } from "../schema/create-table.ts";
import { createEffect, createRefusal } from "../schema/insert-rules.ts";
import { createRefusing } from "../schema/row-triggers.ts";
import type { Tables } from "../tables.ts";
import { accessTables } from "./0001-record/access-tables.ts";
import { caseTables } from "./0001-record/case-tables.ts";
import { ledgerTables } from "./0001-record/ledger-tables.ts";
import { logTables } from "./0001-record/log-tables.ts";
import { policyTables } from "./0001-record/policy-tables.ts";
import { insertEffects, insertRefusals } from "./0001-record/rules.ts";

const TABLES = [...accessTables, ...logTables, ...policyTables, ...caseTables, ...ledgerTables];

/** Everything that the service remembers. A table comes after those that it refers to. */
export const record: Migration = {
  up: async (tx: Kysely<Tables>) => {
    await createRefusing(tx);
    for (const table of TABLES) await createTable(tx, table);
    for (const refusal of insertRefusals) await createRefusal(tx, refusal);
    for (const effect of insertEffects) await createEffect(tx, effect);
  },
};
