import type { Draft } from "../api/answers.ts";

type Review = Draft["submissions"][number]["reviews"][number];

/** By whom and why a draft was last returned, as long as it was not handed in again. */
export function returnOf({ state, submissions }: Pick<Draft, "state" | "submissions">): Review | undefined {
  if (state !== "draft") return undefined;
  return submissions.at(-1)?.reviews.findLast(({ verdict }) => verdict === "returned");
}
