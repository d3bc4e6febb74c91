import type { Actor } from "@evenhand/domain";
import type { SentProblem } from "../problems/problem-document.ts";

/**
 * What keeps somebody from changing what they themselves owe, under whichever of their accounts; `undefined` where it is
 * somebody else's.
 */
export function ownLedger(actor: Actor, staffId: string): SentProblem | undefined {
  return actor.kind === "user" && actor.person === staffId ? OWN : undefined;
}

const OWN: SentProblem = {
  code: "gate-missing",
  at: "",
  message: {
    en: "nobody waives, restates or settles what they themselves owe",
    zh: "任何人不得自行减免、更正或结清本人的扣款",
  },
  help: { en: "somebody else must do it", zh: "须由他人办理" },
};
