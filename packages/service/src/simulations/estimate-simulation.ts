import { type GroupFact, type Sides, groupableFacts } from "@evenhand/analysis";
import { pastCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { approvedHash } from "../policies/policy-document.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { canBeEvidence, resolveAsk } from "./open-sides.ts";
import { pastDayOf } from "./past-day.ts";
import { readAsk } from "./read-ask.ts";
import type { SimulationPayload } from "./simulation-job.ts";

/** What a simulation would go through; scope is looked at only while it runs. */
export type SimulationEstimate = Pick<SimulationPayload, "baseline" | "candidate"> & {
  /** Whether both sides say the same, number and day of effect aside, so that nothing can change. */
  readonly isSame: boolean;
  /** Whether its result is what the draft could be handed in and reviewed with. */
  readonly isEvidence: boolean;
  /** The facts that results can be grouped by, of the parties, then of the case; a scope names those with values. */
  readonly facts: readonly GroupFact[];
  readonly cases: number;
  /** Days of the first and the last decision; null where there is none. */
  readonly window: { readonly from: string; readonly until: string } | null;
  /** In order; months without cases are left out. */
  readonly months: readonly { readonly month: string; readonly cases: number }[];
};

const PAGE = 1_000;

/** How many past cases there are for a simulation, month by month, before anything is simulated. */
export async function estimateSimulation(
  { store, rulebook, now }: Pick<ServiceContext, "store" | "rulebook" | "now">,
  { body, pause }: { readonly body: unknown; readonly pause: () => Promise<void> },
): Promise<SimulationEstimate | RefusedAsk> {
  const asked = readAsk(body);
  if ("refusal" in asked) return asked;
  const rules = await rulebook();
  return orRefused(async () => {
    const at = now();
    const { sides, payload } = await store.read((db) => resolveAsk({ rules, db, at }, asked));
    const { timeZone } = sides.baseline.version.policy;
    const months = new Map<string, number>();
    let [cases, from, until] = [0, "9999-12-31", ""];
    for (let after: string | undefined = ""; after !== undefined;) {
      const last: string = after;
      const rows = await store.read((db) =>
        pastCases(db, { policyId: asked.policy, after: last, limit: PAGE }),
      );
      for (const row of rows) {
        const { decidedOn } = pastDayOf(row, timeZone);
        if (!isWithin(decidedOn, asked)) continue;
        cases += 1;
        const month = decidedOn.slice(0, 7);
        months.set(month, (months.get(month) ?? 0) + 1);
        if (decidedOn < from) from = decidedOn;
        if (decidedOn > until) until = decidedOn;
      }
      after = rows.length < PAGE ? undefined : rows.at(-1)?.newest_id;
      await pause();
    }
    return {
      baseline: payload.baseline,
      candidate: payload.candidate,
      isSame: isSame(sides),
      isEvidence: canBeEvidence({ rules, at }, payload),
      facts: groupableFacts(sides),
      cases,
      window: cases === 0 ? null : { from, until },
      months: [...months]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([month, count]) => ({ month, cases: count })),
    };
  });
}

/** Whether both say the same, the number and the day of effect aside. */
export function isSame({ baseline, candidate }: Sides): boolean {
  return approvedHash(baseline.version.policy) === approvedHash(candidate.version.policy);
}

/** Days written as `YYYY-MM-DD` order as text. */
export function isWithin(
  day: string,
  { from, until }: { readonly from?: string | undefined; readonly until?: string | undefined },
): boolean {
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}
