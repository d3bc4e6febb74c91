import {
  type ReviewRow,
  type SubmissionRow,
  draftEditors,
  draftRevision,
  countEvents,
  eventsOfObjects,
  pagesOf,
  reviewsOf,
  submissionsOf,
} from "@evenhand/store";
import { approvedHash, documentOf } from "../../policies/policy-document.ts";
import { type LoggedEvent, readEvent } from "./read-event.ts";
import { documentAltered, rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

const SUBMITTED = ["draft.submitted", "draft.simulated"];
const REVIEWED = ["draft.approved", "draft.returned"];

/** What was handed in and what was said of it, draft by draft, against the events of each. */
export async function checkDrafts(work: Verifying): Promise<void> {
  const { db, found } = work;
  const counts = { submissions: 0, reviews: 0 };
  const seen = new Set<string>();
  for await (const page of pagesOf(db, "submissions")) {
    for (const { draft_id } of page) {
      if (seen.has(draft_id)) continue;
      seen.add(draft_id);
      const told = await checkDraft(work, draft_id);
      counts.submissions += told.submissions;
      counts.reviews += told.reviews;
    }
    await work.step(page.length);
    if (found.isFull) return;
  }
  await checkCounts(work, counts);
}

/** A draft of which nothing is left has no row to be looked at by. */
async function checkCounts(
  { db, found }: Verifying,
  { submissions, reviews }: { readonly submissions: number; readonly reviews: number },
): Promise<void> {
  if (submissions < (await countEvents(db, SUBMITTED)))
    found.add(rowMissing({ table: "submissions", key: "*" }));
  if (reviews < (await countEvents(db, REVIEWED))) found.add(rowMissing({ table: "reviews", key: "*" }));
}

async function checkDraft(
  work: Verifying,
  draft: string,
): Promise<{ readonly submissions: number; readonly reviews: number }> {
  const { db } = work;
  const rows = await eventsOfObjects(db, { kind: "draft", ids: [draft] });
  const events = rows.flatMap((row) => readEvent(row) ?? []);
  const submitted = events.filter(({ action }) => SUBMITTED.includes(action));
  const reviewed = events.filter(({ action }) => REVIEWED.includes(action));
  await checkSubmissions(work, { events: submitted, rows: await submissionsOf(db, draft) });
  await checkEditors(work, { events: submitted, draft });
  checkReviews(work, { events: reviewed, rows: await reviewsOf(db, draft) });
  return { submissions: submitted.length, reviews: reviewed.length };
}

/** Whoever wrote any of a draft may not review it, so none of them may be lost from its revisions. */
async function checkEditors(
  { db, found }: Verifying,
  { events, draft }: { readonly events: readonly LoggedEvent[]; readonly draft: string },
): Promise<void> {
  const there = new Set((await draftEditors(db, draft)).map(({ editor }) => editor));
  const told = events.flatMap(({ after }) => {
    const editors: unknown = after["editors"];
    return Array.isArray(editors) ? editors.map(String) : [];
  });
  for (const editor of new Set(told))
    if (!there.has(editor)) found.add(rowMissing({ table: "draft_revisions", key: `${draft} ${editor}` }));
}

type Side<Row> = { readonly events: readonly LoggedEvent[]; readonly rows: readonly Row[] };

async function checkSubmissions(work: Verifying, { events, rows }: Side<SubmissionRow>): Promise<void> {
  const { db, found } = work;
  let handedIn: LoggedEvent | undefined;
  for (const [place, event] of events.entries()) {
    const row = rows[place];
    const key = String(event.after["submission"]);
    if (!row) {
      found.add(rowMissing({ table: "submissions", key }));
      continue;
    }
    // What a simulation is noted for is the content that was handed in before it, by whom and when.
    if (event.action === "draft.submitted") handedIn = event;
    const name = { table: "submissions", key: row.id };
    found.compare(name, row, {
      id: key,
      content_hash: event.after["contentHash"],
      moved_minor: event.after["movedMinor"] ?? null,
      ...(handedIn
        ? { revision: handedIn.after["revision"], submitted_by: handedIn.actor, at: handedIn.at }
        : {}),
    });
    const revision = await draftRevision(db, { draftId: row.draft_id, revision: row.revision });
    if (!revision || hashOf(revision.document) !== row.content_hash)
      found.add(
        documentAltered({ table: "draft_revisions", key: `${row.draft_id} ${row.revision}` }, NOT_HANDED_IN),
      );
  }
  for (const { id } of rows.slice(events.length))
    found.add(rowSuperfluous({ table: "submissions", key: id }));
}

const NOT_HANDED_IN = { en: "is not the one that was handed in", zh: "与提交审核时不同" };

function hashOf(document: string): string | undefined {
  try {
    return approvedHash(documentOf(document));
  } catch {
    return undefined;
  }
}

function checkReviews({ found }: Verifying, { events, rows }: Side<ReviewRow>): void {
  for (const [place, event] of events.entries()) {
    const row = rows[place];
    if (!row) {
      found.add(rowMissing({ table: "reviews", key: `${event.object.id}, ${place + 1}` }));
      continue;
    }
    found.compare({ table: "reviews", key: String(row.id) }, row, {
      submission_id: event.after["submission"],
      draft_id: event.object.id,
      verdict: event.action === "draft.approved" ? "approved" : "returned",
      content_hash: event.after["contentHash"],
      reason: event.after["reason"] ?? null,
      reviewer: event.actor,
      at: event.at,
    });
  }
  for (const { id } of rows.slice(events.length))
    found.add(rowSuperfluous({ table: "reviews", key: String(id) }));
}
