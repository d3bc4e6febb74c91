import { fairnessCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { runOf } from "../jobs/runs.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { keysAsked } from "./case-keys.ts";
import type { FairnessCase, FairnessCasePage, FairnessCasesAsked } from "./fairness-cases.ts";
import { FAIRNESS } from "./fairness-job.ts";

export const MOST_FAIRNESS_CASES = 200;
const PAGE = 50;

/** A page of the people whom a review counted: what stands behind a dot. */
export async function readFairnessCases(
  { store }: Pick<ServiceContext, "store">,
  { id, limit = PAGE, cursor, ...asked }: FairnessCasesAsked & { readonly id: string },
): Promise<FairnessCasePage | RefusedAsk> {
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: FAIRNESS });
    if ("refusal" in row) return row;
    if (row.state !== "done") return refusedAsk(NOT_DONE);
    const rows = await fairnessCases(db, {
      job: id,
      keys: keysAsked(asked),
      limit: limit + 1,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      // INVARIANT: it was written by the review.
      cases: shown.map(({ line }) => JSON.parse(line) as FairnessCase),
      next: rows.length > limit && last ? String(last.position) : null,
    };
  });
}

const NOT_DONE: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "the fairness review has not come to its end, so there is nothing to look into",
    zh: "该公平性分析尚未完成，没有可供查看的案件",
  },
};
