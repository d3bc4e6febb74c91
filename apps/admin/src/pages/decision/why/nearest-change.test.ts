import { readFileSync } from "node:fs";
import {
  type CalendarDocument,
  type Case,
  type DecisionRecord,
  type FactValue,
  type Policy,
  readCalendar,
} from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { isProposedHere, nearestChanges, otherFacts } from "./nearest-change.ts";

const read = <Document>(path: string): Document =>
  JSON.parse(readFileSync(new URL(`../../../../../../rules/${path}`, import.meta.url), "utf8")) as Document;
const LOADED = load(read<Policy>("complaint-fines/v2.json"));

function load(policy: Policy): LoadedVersion {
  const found = readCalendar(read<CalendarDocument>("calendars/cn.json"));
  if (!("calendar" in found)) throw new Error("the calendar has faults");
  return loadVersion(preparePolicy(policy), { calendar: found.calendar, guards: [] });
}

/** One person with a bonus of 2,000.00, to whom a loss of 1,000.00 was traced, with a moderate fault. */
function decided(facts: Case["facts"] = {}, own: Readonly<Record<string, FactValue>> = {}): DecisionRecord {
  const asked: Case = {
    reference: "C-1",
    facts: { complaintKind: "spec-mismatch", lossAmount: 100_000, receivedOn: "2026-07-06", ...facts },
    parties: [
      {
        id: "P1",
        kind: "person",
        facts: {
          function: "production",
          responsible: true,
          basePoints: 4,
          unitBasePoints: 40,
          monthlyBonus: 200_000,
          faults: ["other"],
          seriousness: "moderate",
          ...own,
        },
      },
    ],
  };
  const evaluatedAt = "2026-07-10T10:00:00+08:00";
  const answer = decide(LOADED, { case: asked }, { evaluatedAt: Date.parse(evaluatedAt) });
  if ("refusal" in answer) throw new Error(JSON.stringify(answer.refusal));
  const { outcome, explanation } = answer.response;
  // INVARIANT: nothing else of a record is read here.
  return {
    case: asked,
    evaluatedAt,
    proposal: outcome,
    outcome,
    explanation,
    ledger: { before: { scheduled: [], closedThrough: null, findings: [] } },
  } as unknown as DecisionRecord;
}

const changesOf = (record: DecisionRecord) =>
  [...nearestChanges(LOADED, record)].filter((change) => change !== undefined);

describe("what would change a decision", () => {
  it("is each other choice by which another rule stands, with what then comes out", () => {
    const changes = changesOf(decided());
    const slight = changes.find(({ to }) => to === "slight");
    expect(slight).toMatchObject({ scope: "party", party: "P1", fact: "seriousness", from: "moderate" });
    // 10% of the bonus instead of 30%, besides 10% of the loss.
    expect(slight?.after.parties[0]).toMatchObject({ grade: "warning", totalMinor: 20_000 + 10_000 });
    expect(changes.find(({ to }) => to === "serious")?.after.parties[0]?.grade).toBe("major-demerit");
  });

  it("is a fact that nobody stated too, which counts as no", () => {
    expect(changesOf(decided()).find(({ fact }) => fact === "customerCaused")).toMatchObject({
      from: false,
      to: true,
      after: { disposition: "not-upheld" },
    });
  });

  it("is found behind a fact that is derived from others: without a fault there is no grade", () => {
    const found = changesOf(decided()).find(({ fact }) => fact === "faults");
    expect(found?.to).toEqual([]);
    expect(found?.after.parties[0]?.grade).toBeNull();
  });

  it("is no amount that only moves along with a figure: no rule asks for the loss", () => {
    expect(changesOf(decided()).map(({ fact }) => fact)).not.toContain("lossAmount");
  });

  it("leaves alone the fact that chooses the version", () => {
    const facts = otherFacts(LOADED, decided().case).map(({ fact }) => fact);
    expect(facts).not.toContain("receivedOn");
    expect(facts).toContain("seriousness");
  });
});

describe("a decision that comes out otherwise here", () => {
  it("is told from one that does not", () => {
    const record = decided();
    expect(isProposedHere(LOADED, record)).toBe(true);
    expect(isProposedHere(LOADED, { ...record, proposal: { ...record.proposal, parties: [] } })).toBe(false);
  });
});
