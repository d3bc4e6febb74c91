import type { Actor } from "@evenhand/domain";
import { draftSimulationOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { runOf } from "../jobs/runs.ts";
import { attachSimulation } from "../policies/attach-simulation.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { payloadOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";

/**
 * Notes what a full simulation would move of the draft that is in review with exactly this content. Where another amount
 * was noted before, approvals given with that are void.
 */
export async function pinSimulation(
  context: Pick<ServiceContext, "store" | "now" | "random">,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly submission: string } | RefusedAsk> {
  const found = await context.store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in row) return row;
    const { candidate } = payloadOf(row);
    if (!("draft" in candidate)) return refusedAsk(NO_EVIDENCE);
    const { draft, contentHash } = candidate;
    const full = await draftSimulationOf(db, { draftId: draft, contentHash });
    if (full?.job_id !== id) return refusedAsk(NO_EVIDENCE);
    return { draft, contentHash, movedMinor: full.moved_minor };
  });
  return "refusal" in found ? found : attachSimulation(context, { actor, ...found });
}

const NO_EVIDENCE: SentProblem = {
  code: "wrong-state",
  at: "",
  message: {
    en: "only the newest full simulation of a draft, against the version in force and run to its end, is evidence for its review",
    zh: "仅草案最近一次以施行版本为基准且已完成的完整模拟，可作为审核依据",
  },
  help: {
    en: "simulate the draft without days and without a scope, and wait until that is done",
    zh: "请对草案进行不限日期和范围的模拟，并等待完成",
  },
};
