import { useQuery } from "@tanstack/solid-query";
import { useWords } from "../words/words.tsx";
import type { Doer, Me } from "./answers.ts";
import { meQuery } from "./queries.ts";

/** What somebody who did something is called: oneself, the staff number, or the account where that is all there is to see. */
export function useNameOf(): (doer: Doer) => string {
  const { t } = useWords();
  const me = useQuery(meQuery);
  return (doer) => (isMe(doer, me.data) ? t("you") : (doer.person ?? doer.account));
}

/** Whether it was oneself, under whichever account. */
export function isMe({ person }: Doer, me: Me | undefined): boolean {
  return person !== undefined && person === me?.personId;
}
