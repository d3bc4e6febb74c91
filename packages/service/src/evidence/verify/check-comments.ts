import { countEvents, draftCommentsOf, eventsOfObjects, pagesOf } from "@evenhand/store";
import { readEvent } from "./read-event.ts";
import { rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

const SAID = ["draft.commented", "draft.comments-resolved"];

/** What was said of drafts, draft by draft, against the events of each. */
export async function checkComments(work: Verifying): Promise<void> {
  const { db, found } = work;
  const seen = new Set<string>();
  let told = 0;
  for await (const page of pagesOf(db, "draft_comments")) {
    for (const { draft_id } of page) {
      if (seen.has(draft_id)) continue;
      seen.add(draft_id);
      told += await checkCommentsOf(work, draft_id);
    }
    await work.step(page.length);
    if (found.isFull) return;
  }
  // A draft of which no comment is left has no row to be looked at by.
  if (told < (await countEvents(db, SAID))) found.add(rowMissing({ table: "draft_comments", key: "*" }));
}

async function checkCommentsOf({ db, found }: Verifying, draft: string): Promise<number> {
  const rows = await draftCommentsOf(db, draft);
  const events = (await eventsOfObjects(db, { kind: "draft", ids: [draft] }))
    .flatMap((row) => readEvent(row) ?? [])
    .filter(({ action }) => SAID.includes(action));
  for (const [place, event] of events.entries()) {
    const row = rows[place];
    const { comment, thread, about, contentHash, text = null } = event.after;
    if (!row) {
      found.add(rowMissing({ table: "draft_comments", key: String(comment) }));
      continue;
    }
    found.compare({ table: "draft_comments", key: row.id }, row, {
      id: comment,
      draft_id: event.object.id,
      thread,
      about,
      kind: event.action === "draft.commented" ? "comment" : "resolution",
      text,
      content_hash: contentHash,
      author: event.actor,
      at: event.at,
    });
  }
  for (const { id } of rows.slice(events.length))
    found.add(rowSuperfluous({ table: "draft_comments", key: id }));
  return events.length;
}
