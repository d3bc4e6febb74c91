import { type CaseChange, decideSides } from "@evenhand/analysis";
import { describe, expect, it } from "vitest";
import { VERSION_2, changed, complaint, person, simulate, withRule, withValue } from "./complaint-fines.ts";

/** What is told of a change in one line. */
function told({ id, by, kinds, baselineMinor, candidateMinor }: CaseChange): string {
  return `${id} ${by} ${kinds.join("+")} ${baselineMinor} → ${candidateMinor}`;
}

describe("a cap raised from 50% to 80%", () => {
  const candidate = changed(withValue("bonusCapRate", 0.8));
  // P1 has a bonus of 2,000.00, so that a month takes 1,000.00 at most, and 1,600.00 under the candidate.
  const cases = [
    // 12,000.00 × 4 ÷ 40 = 1,200.00: July 1,000.00 and August 200.00; all of it in July.
    complaint("a", { decidedOn: "2026-07-10", lossMinor: 1_200_000, parties: [person("P1")] }),
    // 4,000.00 × 4 ÷ 40 = 400.00: July is full, so August; in July beside the 1,200.00.
    complaint("b", { decidedOn: "2026-07-20", lossMinor: 400_000, parties: [person("P1")] }),
    // 1,000.00 × 4 ÷ 40 = 100.00: all in August on both sides.
    complaint("c", { decidedOn: "2026-08-05", lossMinor: 100_000, parties: [person("P1")] }),
  ];
  const { result, changes } = simulate(candidate, cases);

  it("changes when something is taken and no amount: by the rule first, then since July holds less", () => {
    expect(changes.map(told)).toEqual([
      "a rule schedule 120000 → 120000",
      "b earlier-month schedule 40000 → 40000",
    ]);
    expect(changes[0]?.causes.map(({ rule }) => rule)).toEqual(["parameter.bonusCapRate"]);
    expect(result.rules).toMatchObject([
      { rule: "parameter.bonusCapRate", baseline: 0, candidate: 0, changedCases: 1 },
    ]);
  });

  it("is said in a sentence, with its limits", () => {
    expect(result.headline).toEqual({
      en: "Version 3 would change 2 of 3 decisions (66.7%): none of them in amount.",
      zh: "第3版将改变3件决定中的2件（66.7%）：金额均不变。",
    });
    expect(result.limits.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^With 3 cases/),
      expect.stringMatching(/^1 of 2 changes come of an earlier case/),
      expect.stringMatching(/^Each case is decided as it was recorded/),
    ]);
  });

  it("takes more in July and less in August, and nothing else in all", () => {
    // July 1,000.00 → 1,200.00 + 400.00; August 200.00 + 400.00 + 100.00 → 100.00.
    expect(result.months).toEqual([
      { month: "2026-07", baselineMinor: 100_000, candidateMinor: 160_000, peopleHigher: 1, peopleLower: 0 },
      { month: "2026-08", baselineMinor: 70_000, candidateMinor: 10_000, peopleHigher: 0, peopleLower: 1 },
    ]);
    expect(result.amounts).toEqual({
      baselineMinor: 170_000,
      candidateMinor: 170_000,
      netMinor: 0,
      movedMinor: 0,
    });
  });

  it("makes fewer charges wait", () => {
    // Of 1,200.00 waited 200.00, of 400.00 all of it; under the candidate nothing.
    expect(result.cap).toEqual({
      baseline: { charges: 3, carried: 2, carriedMinor: 60_000, outstandingMinor: 0 },
      candidate: { charges: 3, carried: 0, carriedMinor: 0, outstandingMinor: 0 },
    });
  });

  it("is decided again in full, as it was, old and new", () => {
    const [, change] = changes;
    const [, one] = cases;
    if (!change || !one) throw new Error("the second case changes");
    const sides = decideSides({ baseline: VERSION_2, candidate }, change, one);
    const monthsOf = (side: keyof typeof sides) => sides[side].outcome.parties[0]?.schedule;
    expect(monthsOf("baseline")).toEqual([{ month: "2026-08", amountMinor: 40_000 }]);
    expect(monthsOf("candidate")).toEqual([{ month: "2026-07", amountMinor: 40_000 }]);
    expect(monthsOf("candidateUponBaseline")).toEqual(monthsOf("baseline"));
    expect(sides.candidate.explanation.some(({ fired }) => fired === false)).toBe(true);
    const ofDraft = decideSides({ baseline: VERSION_2, candidate, isDraft: true }, change, one);
    const versionOf = (side: keyof typeof ofDraft) =>
      ofDraft[side].explanation.find(({ kind }) => kind === "version")?.label.zh;
    expect(versionOf("candidate")).toBe("适用草案（尚未发布）");
    expect(versionOf("baseline")).toMatch(/适用第2版/);
  });
});

describe("the conversion of a minor demerit lowered from 30% to 20%", () => {
  const candidate = changed(withValue("minorDemeritConversion", 0.2));
  const graded = { faults: ["order-misrecorded"], seriousness: "moderate" };
  const p3 = { basePoints: 2, unitBasePoints: 10, monthlyBonus: 300_000 };
  const { result, changes } = simulate(
    candidate,
    [
      // 5,000.00 × 2 ÷ 10 = 1,000.00, and 30% of 3,000.00 = 900.00: 1,900.00, September 1,500.00 and October 400.00.
      // With 20%: 1,000.00 + 600.00 = 1,600.00, September 1,500.00 and October 100.00.
      complaint("a", {
        decidedOn: "2026-09-15",
        lossMinor: 500_000,
        parties: [person("P3", { ...p3, ...graded })],
      }),
      // 6,000.00 × 2 ÷ 10 = 1,200.00: October 1,100.00 and November 100.00; with more room in October all of it there.
      complaint("b", { decidedOn: "2026-10-09", lossMinor: 600_000, parties: [person("P3", p3)] }),
    ],
    { groups: ["unit", "complaintKind"] },
  );

  it("is lower by the rule, and later by the earlier month", () => {
    expect(changes.map(told)).toEqual([
      "a rule amount 190000 → 160000",
      "b earlier-month schedule 120000 → 120000",
    ]);
    expect(changes[1]?.causes).toEqual([]);
  });

  it("is counted and added up", () => {
    expect(result.counts).toMatchObject({
      changed: 2,
      higher: 0,
      lower: 1,
      by: { rule: 1, "earlier-month": 1 },
    });
    expect(result.amounts).toMatchObject({ netMinor: -30_000, movedMinor: 30_000 });
    expect(result.people).toEqual({ concerned: 1, affected: 1, higher: 0, lower: 1 });
    expect(result.headline.en).toBe(
      "Version 3 would change 2 of 2 decisions (100%): 0 higher, 1 lower, 1 at the same amount; net −300.00.",
    );
    expect(result.headline.zh).toBe(
      "第3版将改变2件决定中的2件（100%）：0件增加，1件减少，1件金额不变；合计−300.00元。",
    );
  });

  it("is laid to the figure, since the rule that converts by it says the same", () => {
    expect(result.rules).toMatchObject([
      { rule: "parameter.minorDemeritConversion", baseline: 0, candidate: 0, changedCases: 1 },
    ]);
  });

  it("stands in one bin, above 100.00 up to 500.00 less", () => {
    expect(result.histogram.filter(({ cases }) => cases > 0)).toEqual([
      { direction: "lower", aboveMinor: 10_000, upToMinor: 50_000, cases: 1 },
    ]);
    expect(result.directions).toEqual({ lower: 1, same: 1, higher: 0 });
  });

  it("is told by group, and nothing of groups of a few", () => {
    const KIND = { en: "goods not to specification", zh: "规格不符" };
    expect(result.groups.map(({ fact, scope, values }) => [fact, scope, values])).toEqual([
      ["unit", "party", [{ value: "cutting", label: { en: "cutting", zh: "cutting" }, isWithheld: true }]],
      ["complaintKind", "case", [{ value: "spec-mismatch", label: KIND, isWithheld: true }]],
    ]);
    expect(changes[0]?.groups).toEqual({ unit: ["cutting"], complaintKind: ["spec-mismatch"] });
  });
});

describe("a rule whose conditions alone are wider", () => {
  const fixedFine = (leastMinor: number) =>
    withRule({
      id: "fixed-fine",
      stage: "penalty",
      scope: "party",
      rule: {
        conditions: {
          all: [
            { fact: "responsible", operator: "equal", value: true },
            { fact: "lossAmount", operator: "greaterThanInclusive", value: leastMinor },
          ],
        },
        event: { type: "fine", params: { amount: 5_000 } },
      },
    });
  const raised = withValue("bonusCapRate", 0.8);
  const baseline = changed(fixedFine(200_000));
  const causes = (lossMinor: number) => {
    const cases = [complaint("a", { decidedOn: "2026-07-10", lossMinor, parties: [person("P1")] })];
    const candidate = changed((policy) => raised(fixedFine(100_000)(policy)));
    return simulate(candidate, cases, { baseline }).changes.flatMap((one) =>
      one.causes.map(({ rule }) => rule),
    );
  };

  it("is no cause of what it let stand before as well, where the cap is one", () => {
    // 1,200.00 and the fine of 50.00: July takes 1,000.00, and all of it under the candidate.
    expect(causes(1_200_000)).toEqual(["parameter.bonusCapRate"]);
  });

  it("is the cause where it stands now and did not", () => {
    expect(causes(150_000)).toEqual(["fixed-fine"]);
  });
});

describe("a rule added", () => {
  const fine = withRule({
    id: "fixed-fine",
    stage: "penalty",
    scope: "party",
    rule: {
      conditions: { all: [{ fact: "responsible", operator: "equal", value: true }] },
      event: { type: "fine", params: { amount: 5_000 } },
    },
  });
  const cases = [
    // 400.00 × 4 ÷ 40 = 40.00, and under the candidate a fine of 50.00 beside it.
    complaint("a", { decidedOn: "2026-07-10", lossMinor: 40_000, parties: [person("P1")] }),
    // Traced to nobody: the points of the member bear 20.00; no fine.
    complaint("b", {
      decidedOn: "2026-07-11",
      lossMinor: 20_000,
      parties: [person("P2", { responsible: false })],
    }),
  ];

  it("charges more where it stands, and is counted there", () => {
    const { result, changes } = simulate(changed(fine), cases);
    expect(changes.map(told)).toEqual(["a rule amount 4000 → 9000"]);
    expect(result.rules).toMatchObject([
      { rule: "fixed-fine", baseline: 0, candidate: 1, gained: 1, lost: 0, changedCases: 1 },
    ]);
    expect(result.people).toEqual({ concerned: 2, affected: 1, higher: 1, lower: 0 });
  });

  it("may ask for a higher approver, whom nobody asked for before", () => {
    const board = withRule({
      id: "board-approves",
      stage: "authority",
      scope: "case",
      rule: {
        conditions: { all: [{ fact: "chargedTotal", operator: "greaterThan", value: 3_000 }] },
        event: { type: "authority", params: { level: "board" } },
        priority: 5,
      },
    });
    const { result, changes } = simulate(changed(board), cases);
    expect(changes.map(told)).toEqual(["a rule approval 4000 → 4000"]);
    expect(changes[0]?.approval).toBe("higher");
    expect(result.headline.en).toBe(
      "Version 3 would change 1 of 2 decisions (50%): none of them in amount. 1 would need a higher approver.",
    );
  });

  it("may grade, so that parties go from one class of outcome to another", () => {
    const grade = withRule({
      id: "warn-all",
      stage: "penalty",
      scope: "party",
      rule: {
        conditions: { all: [{ fact: "responsible", operator: "equal", value: true }] },
        event: { type: "grade", params: { grade: "warning" } },
      },
    });
    const { result } = simulate(changed(grade), cases);
    expect(result.transitions).toEqual([
      { from: "deduction", to: "deduction", parties: 1 },
      { from: "deduction", to: "grade:warning", parties: 1 },
    ]);
    expect(result.classes.map(({ label }) => label.zh)).toEqual(["仅扣款，无处分", "警告"]);
  });
});

describe("what is on record", () => {
  const repeat = (policy: Parameters<Parameters<typeof changed>[0]>[0]) =>
    withRule({
      id: "repeat-fine",
      stage: "penalty",
      scope: "party",
      rule: {
        conditions: { all: [{ fact: "priors", operator: "greaterThan", value: 0 }] },
        event: { type: "fine", params: { amount: 5_000 } },
      },
    })({
      ...policy,
      derived: {
        ...policy.derived,
        party: {
          ...policy.derived?.party,
          priors: {
            label: { en: "earlier demerits", zh: "此前记过次数" },
            kind: "on-record",
            code: "grade-by-seriousness#moderate",
            months: { fact: "parameter.lookBack" },
          },
        },
      },
      parameters: {
        ...policy.parameters,
        lookBack: {
          value: 12,
          unit: "months",
          label: { en: "look-back", zh: "追溯期" },
          references: [{ article: "made up" }],
        },
      },
    });
  const baseline = changed(repeat);
  /** A fault counts from two on only. */
  const candidate = changed((policy) => {
    const counted = repeat(policy);
    const verified = {
      all: [
        { fact: "faultCount", operator: "greaterThan", value: 1 },
        { fact: "seriousness", operator: "notEqual", value: null },
      ],
    } as const;
    return { ...counted, conditions: { ...counted.conditions, "verified-fault": verified } };
  });
  const graded = (faults: readonly string[]) => person("P1", { faults, seriousness: "moderate" });
  const at = (id: string, decidedOn: string, faults: readonly string[]) =>
    complaint(id, { decidedOn, lossMinor: 0, parties: [graded(faults)] });

  it("is what each side itself found before: a prior that the candidate never found costs nothing under it", () => {
    const { changes } = simulate(
      candidate,
      [
        // 30% of 2,000.00 = 600.00; the candidate finds no verified fault.
        at("a", "2026-07-10", ["other"]),
        // Graded on both sides, 600.00; the baseline fines the repetition by 50.00 as well.
        at("b", "2026-08-10", ["other", "wrong-loading"]),
        // One prior on either side by now (two on the baseline's): both fine.
        at("c", "2026-09-10", ["other", "wrong-loading"]),
        // More than 12 months after the last: no prior on either side.
        at("d", "2027-10-10", ["other", "wrong-loading"]),
      ],
      { baseline },
    );
    expect(changes.map(told)).toEqual([
      "a rule amount+grade+approval 60000 → 0",
      "b earlier-month amount 65000 → 60000",
    ]);
  });

  it("is not guessed where a case is decided years after its day", () => {
    const late = complaint("late", {
      receivedOn: "2024-01-05",
      decidedOn: "2026-07-10",
      lossMinor: 100_000,
      parties: [person("P1")],
    });
    const { result } = simulate(candidate, [late], { baseline });
    expect(result.skipped).toMatchObject([
      { code: "record-forgotten", side: "both", cases: 1, examples: ["late"] },
    ]);
  });
});
