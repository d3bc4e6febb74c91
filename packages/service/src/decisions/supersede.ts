import { type Actor, type DecisionRecord, parseInstant } from "@evenhand/domain";
import type { Db, StoredDecision } from "@evenhand/store";
import type { Working } from "../context.ts";
import { openFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { recordFrom } from "./decision-view.ts";
import type { Settled } from "./figures.ts";
import { recordIn } from "./record-in.ts";

/** Figures that take the place of those in force. */
export type Superseding = {
  readonly actor: Actor;
  readonly inForce: StoredDecision;
  readonly settled: Settled;
  readonly reason: string;
  readonly appeal?: string;
};

/**
 * Records a decision in place of another on the very case that was decided, as of the same moment and under the same
 * version, with the figures that are settled.
 */
export async function supersede(
  working: Working,
  tx: Db,
  { actor, inForce, settled, reason, appeal }: Superseding,
): Promise<{ readonly id: string } | RefusedAsk> {
  const record = await openedRecord(tx, inForce);
  const recorded = await recordIn(working, tx, {
    actor,
    asked: {
      policy: inForce.policy_id,
      request: { case: record.case, policyVersion: inForce.policy_version },
      departures: [],
      reason,
      supersedes: inForce.id,
    },
    decidedCase: inForce.case_id,
    settled,
    evaluatedAt: parseInstant(record.evaluatedAt) ?? working.now(),
    ...(appeal === undefined ? {} : { appeal }),
  });
  if (!("refusal" in recorded)) return recorded;
  // Nobody named the decision in force in a request, so that none of its places can be pointed at.
  return refusedAsk(
    ...recorded.refusal.problems.map((one) => (one.at === "/supersedes" ? { ...one, at: "" } : one)),
  );
}

/** A record with the numbers and texts in it, for computing with; whoever was erased stays under the pseudonym. */
async function openedRecord(db: Db, stored: StoredDecision): Promise<DecisionRecord> {
  const text = JSON.stringify(recordFrom(stored));
  return JSON.parse(await openFor(db, text, { kind: "all" })) as DecisionRecord;
}
