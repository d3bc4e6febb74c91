import { type ProbeFinding, QUICK_PROBE_LIMITS, probePolicy } from "@evenhand/analysis";
import type { LoadedVersion } from "@evenhand/engine";
import { describe, expect, it } from "vitest";
import { loadRules } from "../../support/rules.ts";

const { loaded } = loadRules();

function version(id: string, number: number): LoadedVersion {
  const found = loaded.find(({ version: { policy } }) => policy.id === id && policy.version === number);
  if (!found) throw new Error(`there is no ${id}@${number}`);
  return found;
}

/**
 * What the probes find in the policies of `rules/`, with a reading of each. Where a policy is not named, nothing is found.
 */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  // As the article has it: a warning converts to the whole month's bonus, a minor demerit to 30% of it. Version 2 mends it.
  "complaint-fines@1": [
    "graver-grade-costs-less: deduct-for-grade, grade-by-seriousness#moderate, grade-by-seriousness#slight",
  ],
  // As the measure has it: the notice that caused the complaint costs 100.00 in place of 50.00, so that the first one
  // costs twice what each further one does. A flat amount for a serious matter, which no table declares.
  "dealer-complaints@1": ["undeclared-step: fine-misleading-notice"],
};

function nameOf({ version: { policy } }: LoadedVersion): string {
  return `${policy.id}@${policy.version}`;
}

function said({ kind, rules }: ProbeFinding): string {
  return `${kind}: ${rules.join(", ")}`;
}

describe("the policies of rules/", () => {
  it.each(loaded.map((one) => [nameOf(one), one] as const))(
    "%s has been looked at, and this was found",
    (name, one) => {
      const { findings, asked } = probePolicy(one);
      expect(findings.map(said)).toEqual(FOUND[name] ?? []);
      expect(asked.builtCases).toBeGreaterThan(10);
      expect(asked.isCut).toBe(false);
      expect(asked.rulesNotReached).toEqual([]);
    },
  );
});

describe("complaint-fines", () => {
  it("in version 1 has a warning cost more than a minor demerit, with the two cases side by side", () => {
    const [finding] = probePolicy(version("complaint-fines", 1)).findings;
    expect(finding?.message).toEqual({
      en: "“warning” costs more than the graver “minor demerit”: with “seriousness of the fault” at “slight” P1 is charged 3,100.00, at “moderate” only 1,000.00",
      zh: "“警告”比较重的“记小过”扣得更多：“情节轻重”为“轻微”时，P1应扣3,100.00元，为“一般”时只扣1,000.00元",
    });
    // 100% and 30% of a bonus of 3,000.00, beside a tenth of a loss of 1,000.00.
    expect(finding?.cases).toMatchObject([
      { grade: "warning", chargeMinor: 300_000 + 10_000 },
      { grade: "minor-demerit", chargeMinor: 90_000 + 10_000 },
    ]);
    const [milder, graver] = finding?.cases ?? [];
    const other = { ...milder?.request.case.parties[0]?.facts, seriousness: "moderate" };
    expect(graver?.request.case.parties[0]?.facts).toEqual(other);
  });

  it.each([1, 2, 3, 4, 5])("shows it within the quick limits as well, from seed %i", (seed) => {
    const { findings } = probePolicy(version("complaint-fines", 1), { seed, limits: QUICK_PROBE_LIMITS });
    expect(findings.map(({ kind }) => kind)).toEqual(["graver-grade-costs-less"]);
  });

  it("in version 2 has no such thing", () => {
    expect(probePolicy(version("complaint-fines", 2)).findings).toEqual([]);
  });

  it("divides a loss by the largest remainder, so that a fen may move to somebody else: told, and no finding", () => {
    const person = (id: string, basePoints: number) => {
      const facts = { responsible: true, basePoints, unitBasePoints: 14, monthlyBonus: 300_000 };
      return { id, kind: "person", facts } as const;
    };
    const facts = { complaintKind: "spec-mismatch", receivedOn: "2026-07-06", lossAmount: 10_000 };
    const request = { case: { reference: "C", facts, parties: [person("P1", 6), person("P2", 2)] } };
    const { findings, remainders } = probePolicy(version("complaint-fines", 2), { cases: [{ request }] });
    expect(findings).toEqual([]);
    expect(
      remainders.map(({ difference, byMinor, cases }) => [
        difference,
        byMinor,
        cases.map((one) => one.chargeMinor),
      ]),
    ).toEqual([[{ fact: "lossAmount", before: 10_006, after: 10_007 }, 1, [1_430, 1_429]]]);
  });
});
