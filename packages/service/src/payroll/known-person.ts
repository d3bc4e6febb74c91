import { type LocalizedText, quote } from "@evenhand/domain";
import { type Db, alikePersons, knownPersons } from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/** The pseudonym of somebody of whom the service has heard. */
export async function knownPerson(
  db: Db,
  staffId: string,
  at = "",
): Promise<{ readonly person: string } | RefusedAsk> {
  const person = (await knownPersons(db, [staffId])).get(staffId);
  return person === undefined ? refusedAsk(await noPersonBut(db, staffId, at)) : { person };
}

/** That nobody of that number is known, with whoever has almost that number; for those who are shown numbers. */
export async function noPersonBut(db: Db, staffId: string, at = ""): Promise<SentProblem> {
  const meant = (await alikePersons(db, [staffId])).get(staffId);
  const problem = noPerson(staffId, at);
  return meant === undefined ? problem : { ...problem, help: didYouMean(meant) };
}

function didYouMean(staffId: string): LocalizedText {
  return { en: `did you mean ${quote(staffId)}?`, zh: `是不是${quote(staffId)}？` };
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
