import { type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { ImportFindingsTable } from "../database/tables.ts";

export type ImportFindingRow = Selectable<ImportFindingsTable>;

export async function insertImportFindings(tx: Db, rows: readonly ImportFindingRow[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("import_findings")
      .values([...batch])
      .execute();
    return [];
  });
}

/** What does not fit in the rows of an import, in the order of the file; only those after a place. */
export async function importFindings(
  db: Db,
  {
    importId,
    after = -1,
    limit,
  }: { readonly importId: string; readonly after?: number; readonly limit: number },
): Promise<readonly ImportFindingRow[]> {
  return db
    .selectFrom("import_findings")
    .selectAll()
    .where("import_id", "=", importId)
    .where("position", ">", after)
    .orderBy("position")
    .limit(limit)
    .execute();
}

/**
 * Deletes every finding in which a text occurs, since findings quote what stood in the cells: to be called when somebody
 * is erased, with the staff number. Those that merely hold it within a longer word go as well.
 */
export async function deleteFindingsWith(tx: Db, text: string): Promise<void> {
  const inJson = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\\%_]/g, (character) => `\\${character}`);
  await tx
    .deleteFrom("import_findings")
    .where(sql<boolean>`finding like ${`%${inJson}%`} escape '\\'`)
    .execute();
}
