import type { Draft, Me } from "../../api/answers.ts";
import { isMe } from "../../api/use-name-of.ts";

/** What somebody had to do with a draft, under whichever of their accounts. */
export type OwnPart = "wrote" | "handed-in" | "approved" | "returned";

/**
 * What keeps somebody from approving a draft: that they wrote any of it, that they ever handed it in, or that they judged
 * this content before. Undefined where nothing does.
 */
export function ownPart(draft: Draft, me: Me | undefined): OwnPart | undefined {
  if (draft.editors.some((one) => isMe(one, me))) return "wrote";
  if (draft.submissions.some(({ by }) => isMe(by, me))) return "handed-in";
  const own = draft.submissions
    .filter(({ counts }) => counts)
    .flatMap(({ reviews }) => reviews)
    .find(({ by }) => isMe(by, me));
  return own?.verdict;
}
