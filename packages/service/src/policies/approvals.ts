import { type Db, type ReviewRow, type SubmissionRow, reviewsOf, submissionsOf } from "@evenhand/store";
import type { DraftAtHand } from "./draft-at-hand.ts";

/** What a draft was last handed in as, with what was said of it since. */
export type Handed = {
  readonly submission: SubmissionRow;
  readonly reviews: readonly ReviewRow[];
};

/**
 * What stands for review, or was approved, of a draft as it is; `undefined` where it was not handed in, or was edited
 * since. INVARIANT: an approval of anything but exactly this content is not among what is given.
 */
export async function handedIn(db: Db, { row, contentHash }: DraftAtHand): Promise<Handed | undefined> {
  if (row.state === "draft" || row.state === "withdrawn") return undefined;
  const submission = (await submissionsOf(db, row.id)).at(-1);
  if (submission?.content_hash !== contentHash) return undefined;
  const reviews = await reviewsOf(db, row.id);
  return {
    submission,
    reviews: reviews.filter(
      (review) => review.submission_id === submission.id && review.content_hash === contentHash,
    ),
  };
}

/** How many people must approve, by what a full simulation would move, in minor units; `null` where there was none. */
export function approvalsNeeded(
  movedMinor: number | null,
  { twoApproversFromMinor }: { readonly twoApproversFromMinor: number },
): 1 | 2 {
  return movedMinor !== null && movedMinor >= twoApproversFromMinor ? 2 : 1;
}

/** The staff numbers of those who approved, each once. */
export function approversOf({ reviews }: Handed): ReadonlySet<string> {
  return new Set(
    reviews.filter(({ verdict }) => verdict === "approved").map(({ reviewer_person }) => reviewer_person),
  );
}
