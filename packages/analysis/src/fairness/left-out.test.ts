import { describe, expect, it } from "vitest";
import type { FairnessDecision } from "./decision.ts";
import { type LeftOut, leftOut, type LeftOutOptions } from "./left-out.ts";
import { sampleDecision, sampleParty } from "./sample-decision.ts";

const OPTIONS: LeftOutOptions = {
  parts: [
    { part: "did", fact: "causedError", by: "owns" },
    { part: "planned", fact: "ownsPlan", by: "owns" },
    { part: "instructed", fact: "instructedBy", by: "names" },
  ],
  rank: { fact: "rank", order: ["worker", "lead", "manager"] },
  currency: "CNY",
};

function asked(decisions: readonly FairnessDecision[], options: LeftOutOptions = OPTIONS): LeftOut {
  const question = leftOut(options);
  for (const decision of decisions) question.see(decision);
  return question.answer();
}

const worker = (fine: number): FairnessDecision["parties"][number] =>
  sampleParty(fine, { party: "W", facts: { causedError: true, instructedBy: "M", rank: "worker" } });
const manager = (fine: number): FairnessDecision["parties"][number] =>
  sampleParty(fine, { party: "M", facts: { ownsPlan: true, rank: "manager" } });

describe("leftOut", () => {
  it("says what fell on whoever did it, and what on whoever instructed and planned", () => {
    const { parts, amountMinor } = asked([
      sampleDecision({ id: "D1", parties: [worker(30_000), manager(0)] }),
      sampleDecision({ id: "D2", parties: [worker(30_000), manager(20_000)] }),
    ]);
    expect(amountMinor).toBe(80_000);
    expect(parts).toEqual([
      { part: "did", people: 2, penalised: 2, amountMinor: 60_000, shareOfAmount: 0.75 },
      { part: "instructed", people: 2, penalised: 1, amountMinor: 20_000, shareOfAmount: 0.25 },
      { part: "planned", people: 2, penalised: 1, amountMinor: 20_000, shareOfAmount: 0.25 },
      { part: "trained", people: 0, penalised: 0, amountMinor: 0, shareOfAmount: 0 },
      { part: "supervised", people: 0, penalised: 0, amountMinor: 0, shareOfAmount: 0 },
    ]);
  });

  it("lists cases in which only the lowest rank pays, with who of higher rank was spared and what their part was", () => {
    const { severalRanks, lowestPays, cases } = asked([
      sampleDecision({ id: "D1", parties: [worker(30_000), { ...worker(0), party: "V" }, manager(0)] }),
      sampleDecision({ id: "D2", parties: [worker(30_000), manager(20_000)] }),
      sampleDecision({ id: "D3", parties: [worker(30_000)] }),
      sampleDecision({ id: "D4", parties: [worker(0), manager(0)] }),
    ]);
    expect({ severalRanks, lowestPays }).toEqual({ severalRanks: 2, lowestPays: 1 });
    expect(cases).toEqual([
      {
        id: "D1",
        reference: "case of D1",
        paying: ["W"],
        spared: [{ party: "M", rank: "manager", parts: ["instructed", "planned"] }],
      },
    ]);
  });

  it("counts those who pay though the case states no part of theirs", () => {
    expect(asked([sampleDecision({ parties: [sampleParty(10_000)] })]).withoutPart).toBe(1);
  });

  it("gives no share of nothing, and no ranks where none are declared", () => {
    const { parts, severalRanks } = asked([sampleDecision({ parties: [worker(0), manager(0)] })], {
      parts: OPTIONS.parts,
      currency: "CNY",
    });
    expect(parts.every(({ shareOfAmount }) => shareOfAmount === null)).toBe(true);
    expect(severalRanks).toBe(0);
  });
});
