import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftVisitsTable } from "../database/tables.ts";

export type DraftVisitRow = Selectable<DraftVisitsTable>;

/** Notes that a window has a draft open, and forgets all that were last seen before `silentSince` (epoch milliseconds). */
export async function putDraftVisit(
  tx: Db,
  visit: DraftVisitRow,
  { silentSince }: { readonly silentSince: number },
): Promise<void> {
  const { place, seen_at } = visit;
  await tx.deleteFrom("draft_visits").where("seen_at", "<", silentSince).execute();
  await tx
    .insertInto("draft_visits")
    .values(visit)
    .onConflict((conflict) =>
      conflict.columns(["draft_id", "user_id", "window_id"]).doUpdateSet({ place, seen_at }),
    )
    .execute();
}

/** The windows in which a draft was open since then, those seen last first. */
export async function draftVisits(
  db: Db,
  asked: { readonly draftId: string; readonly since: number; readonly limit: number },
): Promise<readonly DraftVisitRow[]> {
  return db
    .selectFrom("draft_visits")
    .selectAll()
    .where("draft_id", "=", asked.draftId)
    .where("seen_at", ">=", asked.since)
    .orderBy("seen_at", "desc")
    .orderBy("user_id")
    .orderBy("window_id")
    .limit(asked.limit)
    .execute();
}
