import type { Actor, Diagnostic } from "@evenhand/domain";
import {
  type Db,
  type DraftState,
  type ReviewRow,
  type SubmissionRow,
  draftEditors,
  newestAfter,
  reviewsOf,
  staffIdsOf,
  submissionsOf,
  versionRow,
} from "@evenhand/store";
import { seesNames } from "../people/own-or-other.ts";
import { settingsOf } from "../people/settings/settings.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { approvalsNeeded, approversOf, handedIn } from "./approvals.ts";
import type { DraftAtHand } from "./draft-at-hand.ts";
import { draftDiagnostics } from "./draft-diagnostics.ts";
import type { DraftDocument } from "./policy-document.ts";
import { openReasons } from "./sealed-reason.ts";

/** Somebody who did something with a draft: the account, and the staff number for whoever may see names. */
export type Doer = { readonly account: string; readonly person?: string };

/** How a draft stands, without its document. Moments are RFC 3339, in UTC. */
export type DraftStanding = {
  readonly id: string;
  readonly policy: string;
  /** The version that it began as; null for a policy of its own. */
  readonly baseVersion: number | null;
  /** The newest version there is, which may have come since. */
  readonly newestVersion: number | null;
  readonly state: DraftState;
  readonly revision: number;
  /** Of the document without its number and its day of effect: what an approval is of. */
  readonly contentHash: string;
  /** What undoing would take back, and redoing bring back, as it was labelled. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: Doer;
  readonly editors: readonly Doer[];
  readonly approvals: {
    readonly needed: number;
    readonly given: number;
    /** By the settings: from this amount on that a simulation moves, in minor units, two are needed. */
    readonly twoApproversFromMinor: number;
  };
  readonly diagnostics: readonly Diagnostic[];
};

export type ReviewView = {
  readonly verdict: "approved" | "returned";
  readonly contentHash: string;
  readonly by: Doer;
  readonly at: string;
  readonly reason?: string;
};

export type SubmissionView = {
  readonly id: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly by: Doer;
  readonly at: string;
  /** What a full simulation of this content would move, minor units; null where none was made. */
  readonly movedMinor: number | null;
  /** Whether it is what may be approved and published now. */
  readonly counts: boolean;
  readonly reviews: readonly ReviewView[];
};

/** A draft with all that there is about it. */
export type DraftView = DraftStanding & {
  readonly document: DraftDocument;
  /** Oldest first. */
  readonly submissions: readonly SubmissionView[];
};

type ShowDoer = (account: string, person: string) => Doer;
type Viewing = { readonly actor: Actor; readonly rulebook: Rulebook };

export async function draftStanding(
  db: Db,
  draft: DraftAtHand,
  { actor, rulebook }: Viewing,
): Promise<DraftStanding> {
  const { row, current, document, contentHash } = draft;
  const handed = await handedIn(db, draft);
  const settings = await settingsOf(db);
  const place = { draftId: row.id, revision: row.revision };
  const editors = await draftEditors(db, row.id);
  const doer = await doersFor(db, actor, [current.editor_person, ...editors.map(({ person }) => person)]);
  return {
    id: row.id,
    policy: row.policy_id,
    baseVersion: row.base_version,
    newestVersion: (await versionRow(db, { policyId: row.policy_id }))?.version ?? null,
    state: row.state,
    revision: row.revision,
    contentHash,
    undo: current.parent === null ? null : current.label,
    redo: (await newestAfter(db, place))?.label ?? null,
    createdAt: moment(row.created_at),
    createdBy: row.created_by,
    changedAt: moment(row.changed_at),
    changedBy: doer(current.editor, current.editor_person),
    editors: editors.map(({ editor, person }) => doer(editor, person)),
    approvals: {
      needed: approvalsNeeded(handed?.submission.moved_minor ?? null, settings),
      given: handed ? approversOf(handed).size : 0,
      twoApproversFromMinor: settings.twoApproversFromMinor,
    },
    diagnostics: draftDiagnostics(rulebook, { policyId: row.policy_id, document }),
  };
}

export async function draftView(db: Db, draft: DraftAtHand, viewing: Viewing): Promise<DraftView> {
  const standing = await draftStanding(db, draft, viewing);
  const counting = await handedIn(db, draft);
  const reviews = await reviewsOf(db, draft.row.id);
  const reasons = await openReasons(
    db,
    reviews.map(({ reason }) => reason),
  );
  const submissions = await submissionsOf(db, draft.row.id);
  const doer = await doersFor(db, viewing.actor, [
    ...submissions.map(({ submitted_by_person }) => submitted_by_person),
    ...reviews.map(({ reviewer_person }) => reviewer_person),
  ]);
  return {
    ...standing,
    document: draft.document,
    submissions: submissions.map((row) => ({
      ...submissionView(row, doer),
      counts: row.id === counting?.submission.id,
      reviews: reviews
        .filter(({ submission_id }) => submission_id === row.id)
        .map((review) => reviewView(review, reasons, doer)),
    })),
  };
}

function submissionView(row: SubmissionRow, doer: ShowDoer): Omit<SubmissionView, "counts" | "reviews"> {
  return {
    id: row.id,
    revision: row.revision,
    contentHash: row.content_hash,
    by: doer(row.submitted_by, row.submitted_by_person),
    at: moment(row.at),
    movedMinor: row.moved_minor,
  };
}

function reviewView(row: ReviewRow, reasons: ReadonlyMap<string, string>, doer: ShowDoer): ReviewView {
  const reason = row.reason === null ? undefined : reasons.get(row.reason);
  return {
    verdict: row.verdict,
    contentHash: row.content_hash,
    by: doer(row.reviewer, row.reviewer_person),
    at: moment(row.at),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Shows somebody who did something, to whoever asks: the staff number where it may be seen and was not erased. */
export async function doersFor(db: Db, actor: Actor, persons: readonly string[]): Promise<ShowDoer> {
  const staffIds = seesNames(actor) ? await staffIdsOf(db, persons) : new Map<string, string>();
  return (account, pseudonym) => {
    const person = staffIds.get(pseudonym);
    return person === undefined ? { account } : { account, person };
  };
}

/** Epoch milliseconds as RFC 3339, in UTC. */
export function moment(ms: number): string {
  return new Date(ms).toISOString();
}
