import { type Case, type Policy, canonicalJson, quote } from "@evenhand/domain";
import { openCase, tokensIn } from "@evenhand/evidence";
import { type CaseRow, type Db, caseById, newestCase, openingsOf, staffIdsOf } from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";

/**
 * A case that was kept, as it was brought forward, to be decided now. Refused where there is none of that id under the
 * policy, where it was corrected since, and where somebody or a text in it was erased.
 */
export async function keptCase(
  db: Db,
  { id, policyId }: { readonly id: string; readonly policyId: Policy["id"] },
): Promise<{ readonly case: Case } | RefusedAsk> {
  const row = await caseById(db, id);
  if (row?.policy_id !== policyId) return refusedAsk(notUnder(policyId, id));
  const newest = await newestCase(db, { policyId, reference: row.reference });
  if (newest && newest.id !== id) return refusedAsk(corrected(newest.id));
  return openedWhole(db, row);
}

/** A stored case as it was brought forward; refused where somebody or a text in it was erased. */
export async function openedWhole(
  db: Db,
  row: Pick<CaseRow, "content">,
): Promise<{ readonly case: Case } | RefusedAsk> {
  const tokens = tokensIn(row.content);
  const staffIds = await staffIdsOf(db, tokens);
  const texts = await openingsOf(db, tokens);
  const opened = openCase(
    JSON.parse(row.content) as Case,
    (token) => staffIds.get(token) ?? texts.get(token)?.value,
  );
  return tokensIn(canonicalJson(opened)).length > 0 ? refusedAsk(ERASED) : { case: opened };
}

function notUnder(policyId: string, id: string): SentProblem {
  return {
    code: "unknown-value",
    at: "/case/id",
    message: {
      en: `there is no case ${quote(id)} under the policy ${quote(policyId)}`,
      zh: `制度${quote(policyId)}下没有编号为${quote(id)}的案件`,
    },
  };
}

export function corrected(newest: string): SentProblem {
  return {
    code: "edited-meanwhile",
    at: "/case/id",
    message: { en: "the case was corrected since", zh: "该案件已被更正" },
    help: {
      en: `decide ${quote(newest)}, its newest revision`,
      zh: `请就其最新版本${quote(newest)}作出决定`,
    },
  };
}

const ERASED: SentProblem = {
  code: "wrong-state",
  at: "/case/id",
  message: {
    en: "somebody who was named in the case was erased, so that it cannot be decided any more",
    zh: "案件中有人员的信息已被清除，不能再作出决定",
  },
};
