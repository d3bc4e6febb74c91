import { useQuery } from "@tanstack/solid-query";
import type { Draft, Me } from "../../api/answers.ts";
import { meQuery } from "../../api/queries.ts";
import { useWords } from "../../words/words.tsx";

type Doer = Draft["changedBy"];

/** What somebody who did something is called: oneself, the staff number, or the account where that is all there is to see. */
export function useNameOf(): (doer: Doer) => string {
  const { t } = useWords();
  const me = useQuery(meQuery);
  return (doer) => {
    if (isMe(doer, me.data)) return t("review.you");
    return doer.person ?? doer.account;
  };
}

function isMe({ person }: Doer, me: Me | undefined): boolean {
  return person !== undefined && person === me?.personId;
}

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
