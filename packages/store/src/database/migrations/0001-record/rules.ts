import type { InsertEffect, InsertRefusal } from "../../schema/insert-rules.ts";

/** The submission of a draft that counts, for a row that names the draft. */
const NEWEST_SUBMISSION =
  "(select id from submissions where draft_id = new.draft_id order by sequence desc limit 1)";

const THE_DRAFT = "drafts where id = new.draft_id";

/** Planned amounts and what is taken back out of a month; a deduction moves within its month. */
const MOVES_A_MONTH =
  "(new.kind = 'scheduled' or (new.kind in ('carried', 'reversed') and new.source in ('scheduled', 'deducted')))";

export const insertRefusals: readonly InsertRefusal[] = [
  {
    // INVARIANT: nobody reviews what they wrote or handed in, whichever account they use.
    name: "reviews_other_person",
    table: "reviews",
    taking: THE_DRAFT,
    where: `exists (select 1 from draft_revisions where draft_id = new.draft_id and editor_person = new.reviewer_person)
      or exists (select 1 from submissions where draft_id = new.draft_id and submitted_by_person = new.reviewer_person)`,
  },
  {
    // INVARIANT: a review is of exactly the content that was handed in last.
    name: "reviews_newest_content",
    table: "reviews",
    taking: THE_DRAFT,
    where: `not exists (select 1 from submissions where id = ${NEWEST_SUBMISSION}
      and id = new.submission_id and content_hash = new.content_hash)`,
  },
  {
    // INVARIANT: a version that was drafted here was approved by somebody who neither wrote nor returned it.
    name: "versions_approved",
    table: "versions",
    taking: THE_DRAFT,
    where: `new.draft_id is not null and (
      exists (select 1 from reviews where submission_id = ${NEWEST_SUBMISSION} and verdict = 'returned')
      or not exists (select 1 from reviews where submission_id = ${NEWEST_SUBMISSION} and verdict = 'approved'
        and reviewer_person not in (select editor_person from draft_revisions where draft_id = new.draft_id)))`,
  },
  {
    // INVARIANT: what a month holds is made up of entries alone.
    name: "ledger_months_begin_empty",
    table: "ledger_months",
    where: "new.taken_minor <> 0",
  },
  {
    name: "ledger_months_missing",
    table: "ledger_entries",
    where: `new.month is not null and not exists (
      select 1 from ledger_months where person = new.person and month = new.month)`,
  },
  {
    // INVARIANT: the log has no gaps, whoever adds to it.
    name: "log_leaves_in_order",
    table: "log_leaves",
    where: "new.position <> (select coalesce(max(position) + 1, 0) from log_leaves)",
  },
];

export const insertEffects: readonly InsertEffect[] = [
  {
    // INVARIANT: `taken_minor` is what the entries of a month add up to; the check on it then holds the cap.
    name: "ledger_entries_in_step",
    table: "ledger_entries",
    when: MOVES_A_MONTH,
    statement: `update ledger_months
      set taken_minor = taken_minor + case when new.kind = 'scheduled' then new.amount_minor else -new.amount_minor end
      where person = new.person and month = new.month`,
  },
];
