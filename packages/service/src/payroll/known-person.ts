import { quote } from "@evenhand/domain";
import { type Db, knownPersons } from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** The pseudonym of somebody of whom the service has heard. */
export async function knownPerson(
  db: Db,
  staffId: string,
  at = "",
): Promise<{ readonly person: string } | RefusedAsk> {
  const person = (await knownPersons(db, [staffId])).get(staffId);
  return person === undefined ? refusedAsk(noPerson(staffId, at)) : { person };
}

export function noPerson(staffId: string, at = ""): SentProblem {
  return {
    code: at === "" ? "not-found" : "unknown-party",
    at,
    message: {
      en: `nothing is known here of anybody with the number ${quote(staffId)}`,
      zh: `没有工号为${quote(staffId)}的人员记录`,
    },
  };
}
