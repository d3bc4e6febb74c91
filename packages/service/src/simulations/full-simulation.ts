import { type Db, draftSimulationOf, hasPastCases } from "@evenhand/store";
import type { DraftAtHand } from "../policies/draft-at-hand.ts";
import { AskRefused } from "../refused.ts";

/**
 * What a full simulation of exactly this content would move, minor units; null where there are no past cases that it could
 * go through, so that nothing can be said and nothing is asked for.
 *
 * @throws AskRefused as `not-simulated`
 */
export async function fullSimulation(db: Db, { row, contentHash }: DraftAtHand): Promise<number | null> {
  const found = await draftSimulationOf(db, { draftId: row.id, contentHash });
  if (found) return found.moved_minor;
  if (!(await hasPastCases(db, row.policy_id))) return null;
  throw new AskRefused({
    code: "not-simulated",
    at: "",
    message: {
      en: "there are past cases of this policy, and what exactly this content would do to them was not simulated",
      zh: "本制度已有以往案件，而这份内容尚未经完整模拟",
    },
    help: {
      en: "start a simulation of the draft without days and without a scope, and hand it in once that is done",
      zh: "请对草案进行不限日期和范围的模拟，完成后再提交",
    },
  });
}
