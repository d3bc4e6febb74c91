import type { FairnessDecision, FairnessParty, Figures } from "./decision.ts";

// Decisions made up for tests.

const NOTHING: Figures = { fineMinor: 0, bonusMinor: 0, totalMinor: 0, grade: null };

/** A party who bears a fine of so much, as proposed unless `more` says otherwise. */
export function sampleParty(fineMinor: number, more: Partial<FairnessParty> = {}): FairnessParty {
  const figures: Figures = { ...NOTHING, fineMinor, totalMinor: fineMinor };
  return {
    party: "P1",
    kind: "person",
    facts: {},
    role: null,
    exemption: null,
    proposed: figures,
    decided: figures,
    months: fineMinor > 0 ? 1 : 0,
    outstandingMinor: 0,
    ...more,
  };
}

/** A decision on one party without a fine, as proposed; every one is like every other unless `more` says otherwise. */
export function sampleDecision(more: Partial<FairnessDecision> = {}): FairnessDecision {
  const { id = "D1" } = more;
  return {
    id,
    reference: `case of ${id}`,
    policy: { id: "sample", version: 1, hash: "0".repeat(64) },
    currency: "CNY",
    decidedOn: "2026-07-10",
    disposition: "upheld",
    category: "late-delivery",
    lossMinor: 100_000,
    facts: {},
    relevant: { case: {}, parties: [{}] },
    likeness: "alike",
    parties: [sampleParty(0)],
    deadlines: [],
    decider: "handler-1",
    departures: [],
    reason: null,
    appeal: null,
    ...more,
  };
}
