import { type Actor, type DecisionRecord, type Departure, parseInstant } from "@evenhand/domain";
import type { Db, StoredDecision } from "@evenhand/store";
import type { Working } from "../context.ts";
import { openFor } from "../pseudonyms/open-for.ts";
import type { RefusedAsk } from "../refused.ts";
import { recordIn as recordInBody } from "./decision-view.ts";
import { recordIn } from "./record-in.ts";

/**
 * Figures that take the place of those in force, for parties under the numbers they are known by; parties that are not
 * named keep what was decided for them.
 */
export type Superseding = {
  readonly actor: Actor;
  readonly inForce: StoredDecision;
  readonly departures: readonly Departure[];
  readonly reasons: string;
  readonly appeal?: string;
};

/**
 * Records a decision in place of another on the same case, as of the same moment and under the same version, with other
 * figures for some of the parties.
 */
export async function supersede(
  working: Working,
  tx: Db,
  { actor, inForce, departures, reasons, appeal }: Superseding,
): Promise<{ readonly id: string } | RefusedAsk> {
  const record = await openedRecord(tx, inForce);
  const named = new Set(departures.map(({ party }) => party));
  return recordIn(working, tx, {
    actor,
    asked: {
      policy: inForce.policy_id,
      request: { case: record.case, policyVersion: inForce.policy_version },
      departures: [...record.departures.filter(({ party }) => !named.has(party)), ...departures],
      reasons,
      supersedes: inForce.id,
    },
    evaluatedAt: parseInstant(record.evaluatedAt) ?? working.now(),
    ...(appeal === undefined ? {} : { appeal }),
  });
}

/** A record with the numbers and texts in it, for computing with; whoever was erased stays under the pseudonym. */
export async function openedRecord(db: Db, stored: StoredDecision): Promise<DecisionRecord> {
  const text = JSON.stringify(recordInBody(stored));
  return JSON.parse(await openFor(db, text, { kind: "all" })) as DecisionRecord;
}

/** What lets off everybody whom a decision charges or grades. */
export function lettingOff({ outcome }: DecisionRecord): readonly Departure[] {
  return outcome.parties
    .filter(({ totalMinor, grade }) => totalMinor > 0 || grade !== null)
    .map(({ party }) => ({ party, fineMinor: 0, bonusMinor: 0, grade: null }));
}
