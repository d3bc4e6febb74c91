import type { Policy } from "@evenhand/domain";
import type { ServiceContext } from "../context.ts";
import { runOf } from "../jobs/runs.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { openSides } from "./open-sides.ts";
import { payloadOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";

export const SIMULATED_SIDES = ["baseline", "candidate"] as const;

/** The document of one side as it was simulated: of a draft, the revision that was, whatever it says by now. */
export async function readSimulatedDocument(
  { store, rulebook }: Pick<ServiceContext, "store" | "rulebook">,
  { id, side }: { readonly id: string; readonly side: (typeof SIMULATED_SIDES)[number] },
): Promise<Policy | RefusedAsk> {
  const rules = await rulebook();
  return orRefused(() =>
    store.read(async (db) => {
      const row = await runOf(db, { id, name: SIMULATION });
      return "refusal" in row ? row : (await openSides(rules, db, payloadOf(row)))[side].version.policy;
    }),
  );
}
