import type { Actor } from "@evenhand/domain";
import { draftSimulationOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { runOf } from "../jobs/runs.ts";
import { attachSimulation } from "../policies/attach-simulation.ts";
import { lockedDraft, requireContent } from "../policies/draft-at-hand.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { canBeEvidence } from "./open-sides.ts";
import { keptOf, payloadOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";

/**
 * Makes a full simulation the evidence of the draft that is in review with exactly this content. Where another amount was
 * noted before, approvals given with that are void.
 */
export async function pinSimulation(
  context: Pick<ServiceContext, "store" | "now" | "random" | "rulebook">,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly submission: string } | RefusedAsk> {
  const rules = await context.rulebook();
  const at = context.now();
  const found = await orRefused(() =>
    context.store.write(async (tx) => {
      const row = await runOf(tx, { id, name: SIMULATION });
      if ("refusal" in row) return row;
      const [payload, kept] = [payloadOf(row), keptOf(row)];
      const { candidate } = payload;
      const isDone = row.state === "done" && canBeEvidence({ rules, at }, payload);
      if (!("draft" in candidate) || !kept || !isDone) throw new AskRefused(NO_EVIDENCE);
      const { draft, contentHash } = candidate;
      const states = ["in-review", "approved"] as const;
      await requireContent(tx, await lockedDraft(tx, draft), { contentHash, states });
      await keepEvidence(tx, { id, candidate, payload, kept }, { at, actor });
      // One that another took the place of does not come back.
      const newest = await draftSimulationOf(tx, { draftId: draft, contentHash });
      if (newest?.job_id !== id) throw new AskRefused(NO_EVIDENCE);
      return { draft, contentHash, movedMinor: newest.moved_minor };
    }),
  );
  return "refusal" in found ? found : attachSimulation(context, { actor, ...found });
}

const NO_EVIDENCE: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "only a full simulation of a draft, against the version in force, run to its end and not replaced by another one since, is evidence for its review",
    zh: "仅草案以施行版本为基准、已经完成且未被其他模拟取代的完整模拟，可作为审核依据",
  },
  help: {
    en: "simulate the draft without days and without a scope, and wait until that is done",
    zh: "请对草案进行不限日期和范围的模拟，并等待完成",
  },
};
