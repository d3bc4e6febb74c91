import { textAt } from "../../../../document/pointer.ts";
import { useWords } from "../../../../words/words.tsx";
import type { DraftSession } from "../../draft-session.ts";
import { useDocumentWords } from "../../use-document-words.ts";
import { type Claim, rateOf } from "./shares.ts";

/** What is said of a claim: who has it, and of how much. */
export function useClaimWords(session: () => DraftSession) {
  const { t, language } = useWords();
  const words = useDocumentWords(session);
  const label = (pointer: string): string =>
    textAt(session().document(), `${pointer}/label/${language()}`) ||
    textAt(session().document(), `${pointer}/id`);
  return {
    /** The bearer by name, else the rule or row that makes the claim. */
    name: ({ bearer, pointer }: Claim): string =>
      typeof bearer === "string" ? words.word(bearer) : label(pointer),
    /** How much, where it is no figure that could be changed. */
    portion: ({ portion, fact, millionths }: Claim): string => {
      if (portion === "share" && fact !== "") return t("parts.shares.byFact", { fact: words.fact(fact) });
      if (portion === "share")
        return millionths === undefined ? "" : words.figure(rateOf(millionths), "rate");
      if (portion === "equal" || portion === "points" || portion === "rest")
        return t(`parts.shares.portions.${portion}`);
      return portion;
    },
  };
}
