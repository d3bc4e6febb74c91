import type { DraftSummary } from "../../api/answers.ts";

/** The ways to look at drafts that were handed in. */
export const LISTS = ["waiting", "mine", "done"] as const;
export type ReviewList = (typeof LISTS)[number];

/**
 * Whether a draft is in a list of somebody, given as the service names accounts. What somebody began themselves waits
 * for others; a draft that is still being written is in none.
 */
export function inList(
  { state, createdBy }: Pick<DraftSummary, "state" | "createdBy">,
  list: ReviewList,
  account: string,
): boolean {
  const isUnderReview = state === "in-review" || state === "approved";
  if (list === "done") return state === "published" || state === "withdrawn";
  return isUnderReview && (createdBy === account) === (list === "mine");
}
