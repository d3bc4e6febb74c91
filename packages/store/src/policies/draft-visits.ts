import type { Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DraftVisitsTable } from "../database/tables.ts";

export type DraftVisitRow = Selectable<DraftVisitsTable>;

/**
 * Notes that a window has a draft open, and forgets all that were last seen before `silentSince` (epoch milliseconds), and
 * of this account at this draft those seen longest ago beyond `mostWindows`.
 */
export async function putDraftVisit(
  tx: Db,
  visit: DraftVisitRow,
  { silentSince, mostWindows }: { readonly silentSince: number; readonly mostWindows: number },
): Promise<void> {
  const { draft_id, user_id, window_id, place, seen_at } = visit;
  await tx.deleteFrom("draft_visits").where("seen_at", "<", silentSince).execute();
  const others = await tx
    .selectFrom("draft_visits")
    .select("window_id")
    .where("draft_id", "=", draft_id)
    .where("user_id", "=", user_id)
    .where("window_id", "<>", window_id)
    .orderBy("seen_at", "desc")
    .orderBy("window_id")
    .execute();
  const surplus = others.slice(mostWindows - 1).map((other) => other.window_id);
  if (surplus.length > 0)
    await tx
      .deleteFrom("draft_visits")
      .where("draft_id", "=", draft_id)
      .where("user_id", "=", user_id)
      .where("window_id", "in", surplus)
      .execute();
  await tx
    .insertInto("draft_visits")
    .values(visit)
    .onConflict((conflict) =>
      conflict.columns(["draft_id", "user_id", "window_id"]).doUpdateSet({ place, seen_at }),
    )
    .execute();
}

/** Forgets a window that was closed, or went on to something else. */
export async function removeDraftVisit(
  tx: Db,
  { draft_id, user_id, window_id }: Pick<DraftVisitRow, "draft_id" | "user_id" | "window_id">,
): Promise<void> {
  await tx
    .deleteFrom("draft_visits")
    .where("draft_id", "=", draft_id)
    .where("user_id", "=", user_id)
    .where("window_id", "=", window_id)
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
