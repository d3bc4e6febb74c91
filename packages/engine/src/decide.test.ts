import type { EvaluateRequest, FactValue, Party, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { type DecideResult, decide, decideByReference } from "./decide.ts";
import { loadSample, rule, samplePolicy } from "./sample-policy.ts";

const now = Date.parse("2026-07-10T10:00:00+08:00");

function request(
  facts: Record<string, FactValue>,
  parties: readonly Party[],
  more: Partial<EvaluateRequest> = {},
): EvaluateRequest {
  return {
    case: { reference: "T", facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", ...facts }, parties },
    ...more,
  };
}

function person(id: string, facts: Record<string, FactValue> = {}): Party {
  return { id, kind: "person", facts: { monthlyBonus: 100_000, ...facts } };
}

function outcome(result: DecideResult) {
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response.outcome;
}

function decided(policy: Policy, asked: EvaluateRequest) {
  return outcome(decide(loadSample(policy), asked, { evaluatedAt: now }));
}

function problemsOf(result: DecideResult) {
  if (!("refusal" in result)) throw new Error("was not refused");
  return result.refusal.problems.map(({ code, at }) => `${code} ${at}`);
}

describe("a brief decision", () => {
  it("comes to the same, and explains what happened only", () => {
    const parties = [person("A", { atFault: true, fine: 500 }), person("B")];
    const loaded = loadSample(samplePolicy());
    const [whole, brief] = [false, true].map((isBrief) => {
      const result = decide(loaded, request({ loss: 70_001 }, parties), { evaluatedAt: now, isBrief });
      if ("refusal" in result) throw new Error("was refused");
      return result;
    });
    const happened = whole?.response.explanation.filter(({ fired }) => fired !== false);
    expect(brief?.response.outcome).toEqual(whole?.response.outcome);
    expect(brief?.findings).toEqual(whole?.findings);
    expect(brief?.response.explanation).toEqual(happened?.map(({ conditions: _seen, ...step }) => step));
    expect(happened?.length).toBeLessThan(whole?.response.explanation.length ?? 0);
  });
});

describe("shares", () => {
  it("divide a loss of one fen among three by giving it to the first", () => {
    const { bearers } = decided(
      samplePolicy(),
      request({ loss: 1 }, [
        person("A", { atFault: true }),
        person("B", { atFault: true }),
        person("C", { atFault: true }),
      ]),
    );
    expect(bearers).toEqual([{ bearer: "A", amountMinor: 1 }]);
  });

  it("leave the whole loss with the company where nobody claims any of it", () => {
    expect(decided(samplePolicy(), request({ loss: 500 }, [person("A")])).bearers).toEqual([
      { bearer: "company", amountMinor: 500 },
    ]);
  });

  it("leave nobody with anything while the case is pending", () => {
    const pending = samplePolicy({
      rules: [
        rule("wait", "intake", "case", { type: "disposition", params: { disposition: "pending" } }),
        ...samplePolicy().rules,
      ],
    });
    const result = decided(pending, request({ loss: 500 }, [person("A", { atFault: true })]));
    expect(result.bearers).toEqual([]);
    expect(result.parties[0]).toMatchObject({ totalMinor: 0, exemption: "pending" });
  });

  const moving = (movesTo: "boss" | "owners"): Policy =>
    samplePolicy({
      rules: [
        ...samplePolicy().rules,
        rule(
          "lift",
          "attribution",
          "party",
          {
            type: "exempt",
            params: {
              ground: "lifted",
              movesTo: movesTo === "boss" ? { party: { fact: "boss" } } : { owners: "owns" },
            },
          },
          {
            conditions:
              movesTo === "boss"
                ? { all: [{ fact: "boss", operator: "notEqual", value: null }] }
                : { all: [{ fact: "atFault", operator: "equal", value: true }] },
          },
        ),
      ],
    });

  it("go on moving until they reach somebody not exempt, also outside the case", () => {
    const { bearers, parties } = decided(
      moving("boss"),
      request({ loss: 900 }, [person("A", { atFault: true, boss: "B" }), person("B", { boss: "Z9" })]),
    );
    expect(bearers).toEqual([{ bearer: "Z9", amountMinor: 900 }]);
    expect(parties.map(({ party, totalMinor, exemption }) => [party, totalMinor, exemption])).toEqual([
      ["A", 0, "lifted"],
      ["B", 0, "lifted"],
      ["Z9", 900, undefined],
    ]);
  });

  it("end at the company where they go round in a circle", () => {
    const circle = [
      person("A", { atFault: true, boss: "B" }),
      person("B", { boss: "C" }),
      person("C", { boss: "A" }),
    ];
    expect(decided(moving("boss"), request({ loss: 900 }, circle)).bearers).toEqual([
      { bearer: "company", amountMinor: 900 },
    ]);
  });

  it("are borne equally by several owners, and by the company where there is none", () => {
    const two = [person("A", { atFault: true }), person("B", { owns: true }), person("C", { owns: true })];
    expect(decided(moving("owners"), request({ loss: 901 }, two)).bearers).toEqual([
      { bearer: "B", amountMinor: 451 },
      { bearer: "C", amountMinor: 450 },
    ]);
    expect(decided(moving("owners"), request({ loss: 901 }, two.slice(0, 1))).bearers).toEqual([
      { bearer: "company", amountMinor: 901 },
    ]);
  });

  it("settle in reasonable time where four hundred owners are all exempt in favour of one another", () => {
    const all = Array.from({ length: 400 }, (_, index) => person(`P${index}`, { atFault: true, owns: true }));
    expect(decided(moving("owners"), request({ loss: 900 }, all)).bearers).toEqual([
      { bearer: "company", amountMinor: 900 },
    ]);
  });

  const byPoints = samplePolicy({
    facts: {
      case: samplePolicy().facts.case,
      party: {
        points: {
          type: "integer",
          label: { en: "points", zh: "基数" },
          minimum: 1,
          maximum: { fact: "whole" },
        },
        whole: { type: "integer", label: { en: "whole", zh: "总基数" } },
        unit: { type: "text", label: { en: "unit", zh: "单位" } },
      },
    },
    rules: [
      rule("bear", "attribution", "party", {
        type: "bear",
        params: {
          portion: "points",
          points: { fact: "points" },
          of: { fact: "whole" },
          within: { fact: "unit" },
        },
      }),
    ],
  });

  it("by points leave the points of everybody else with the company", () => {
    const { bearers } = decided(
      byPoints,
      request({ loss: 100 }, [person("A", { points: 1, whole: 3 }), person("B", { points: 1, whole: 3 })]),
    );
    expect(bearers).toEqual([
      { bearer: "A", amountMinor: 34 },
      { bearer: "B", amountMinor: 33 },
      { bearer: "company", amountMinor: 33 },
    ]);
  });

  it.each([
    [
      "points of two wholes",
      { points: 1, whole: 3 },
      { points: 1, whole: 4 },
      "conflicting-facts /case/parties/1/facts/whole",
    ],
    [
      "points of two units",
      { points: 1, whole: 3, unit: "a" },
      { points: 1, whole: 3, unit: "b" },
      "conflicting-facts /case/parties/1/facts/unit",
    ],
    [
      "more points than the unit has",
      { points: 2, whole: 3 },
      { points: 2, whole: 3 },
      "shares-exceed-whole /case/parties/1/facts/points",
    ],
    ["no points", { points: 1, whole: 3 }, {}, "missing-fact /case/parties/1/facts/points"],
    [
      "points of zero",
      { points: 1, whole: 3 },
      { points: 0, whole: 3 },
      "out-of-range /case/parties/1/facts/points",
    ],
    [
      "points above those of the unit",
      { points: 1, whole: 3 },
      { points: 4, whole: 3 },
      "out-of-range /case/parties/1/facts/points",
    ],
  ])("by points are refused for %s", (_what, first, second, problem) => {
    const result = decide(
      loadSample(byPoints),
      request({ loss: 100 }, [person("A", first), person("B", second as Record<string, FactValue>)]),
      { evaluatedAt: now },
    );
    expect(problemsOf(result)).toEqual([problem]);
  });
});

describe("the monthly cap", () => {
  it("holds over what is already scheduled, and earlier decisions keep their place", () => {
    const { parties } = decided(
      samplePolicy(),
      request({}, [person("A", { fine: 120_000 })], {
        scheduled: [
          { party: "A", month: "2026-07", amountMinor: 30_000 },
          { party: "A", month: "2026-08", amountMinor: 50_000 },
        ],
      }),
    );
    expect(parties[0]).toMatchObject({
      schedule: [
        { month: "2026-07", amountMinor: 20_000 },
        { month: "2026-09", amountMinor: 50_000 },
        { month: "2026-10", amountMinor: 50_000 },
      ],
      outstandingMinor: 0,
    });
  });

  it("is rounded down to the fen", () => {
    expect(
      decided(samplePolicy(), request({}, [person("A", { fine: 3, monthlyBonus: 5 })])).parties[0]?.schedule,
    ).toEqual([
      { month: "2026-07", amountMinor: 2 },
      { month: "2026-08", amountMinor: 1 },
    ]);
  });

  it.each([
    ["unknown", null, "no-bonus"],
    ["nothing", 0, "no-bonus"],
    ["too small for a fen", 1, "no-room"],
  ])("leaves everything outstanding where the bonus is %s", (_what, monthlyBonus, warning) => {
    const { parties, warnings } = decided(
      samplePolicy(),
      request({}, [person("A", { fine: 100, monthlyBonus })]),
    );
    expect(parties[0]).toMatchObject({ totalMinor: 100, schedule: [], outstandingMinor: 100 });
    expect(warnings.map(({ code, party }) => [code, party])).toEqual([[warning, "A"]]);
  });

  it("reaches 600 months and not one more", () => {
    const rest = (fine: number) =>
      decided(samplePolicy(), request({}, [person("A", { fine, monthlyBonus: 2 })])).parties[0];
    expect(rest(600)).toMatchObject({ outstandingMinor: 0 });
    expect(rest(601)).toMatchObject({ outstandingMinor: 1 });
    expect(rest(600)?.schedule.at(-1)?.month).toBe("2076-06");
  });

  it.each([
    [24, false],
    [25, true],
  ])("of %i months is called long: %s", (months, long) => {
    const { warnings } = decided(
      samplePolicy(),
      request({}, [person("A", { fine: months, monthlyBonus: 2 })]),
    );
    expect(warnings.some(({ code }) => code === "long-schedule")).toBe(long);
  });

  it("does not touch departments, whose fine is charged to their budget", () => {
    const department: Party = { id: "D", kind: "department", facts: { fine: 100, monthlyBonus: 100_000 } };
    expect(decided(samplePolicy(), request({}, [department])).parties[0]).toMatchObject({
      totalMinor: 100,
      schedule: [],
      outstandingMinor: 0,
    });
  });

  it("waits while an objection is open", () => {
    expect(
      decided(samplePolicy(), request({}, [person("A", { fine: 100, objected: true })])).parties[0],
    ).toMatchObject({
      totalMinor: 100,
      schedule: [],
      outstandingMinor: 100,
      suspended: true,
    });
  });
});

describe("a decision by somebody concerned", () => {
  const guarded = samplePolicy({
    conflict: { decider: "decidedBy", instructors: ["boss"], references: [{ article: "9" }] },
  });

  it.each(["A", "B"])("is refused: %s is a party or gave the instruction", (decidedBy) => {
    const result = decided(
      guarded,
      request({ decidedBy, loss: 100 }, [person("A", { atFault: true, boss: "B", fine: 5 })]),
    );
    expect(result).toMatchObject({ disposition: "refused", ground: "conflict-of-interest", bearers: [] });
    expect(result.parties.map(({ totalMinor }) => totalMinor)).toEqual([0]);
    expect(result.authority.excluded).toEqual(["A", "B"]);
  });

  it("stands where somebody else decides", () => {
    expect(
      decided(guarded, request({ decidedBy: "C", loss: 100 }, [person("A", { atFault: true, boss: "B" })]))
        .disposition,
    ).toBe("upheld");
  });
});

describe("the two evaluators", () => {
  it("give the same response, explanation included", async () => {
    const asked = request({ loss: 100 }, [
      person("A", { atFault: true, fine: 5 }),
      person("B", { objected: true, fine: 7 }),
    ]);
    const loaded = loadSample(samplePolicy());
    expect(await decideByReference(loaded, asked, { evaluatedAt: now })).toEqual(
      decide(loaded, asked, { evaluatedAt: now }),
    );
  });

  it("refuse alike", async () => {
    const loaded = loadSample(samplePolicy());
    const asked = request({ loss: -1, lss: 1 }, [person("A", { fine: 1.5 })]);
    const expected = [
      "unknown-fact /case/facts/lss",
      "wrong-type /case/parties/0/facts/fine",
      "out-of-range /case/facts/loss",
    ];
    expect(problemsOf(decide(loaded, asked, { evaluatedAt: now }))).toEqual(expected);
    expect(problemsOf(await decideByReference(loaded, asked, { evaluatedAt: now }))).toEqual(expected);
  });
});

describe("a fine in place of another", () => {
  const replacing = (amount: number, insteadOf: number): Policy =>
    samplePolicy({
      rules: [
        rule("first", "penalty", "party", { type: "fine", params: { amount: 5_000 } }),
        rule("replacing", "penalty", "party", { type: "fine", params: { amount, insteadOf } }),
      ],
    });

  it.each([
    [10_000, 5_000, 10_000],
    [2_000, 5_000, 2_000],
    [0, 9_000, 0],
  ])("of %i replacing %i leaves %i, and never less than nothing", (amount, insteadOf, left) => {
    expect(decided(replacing(amount, insteadOf), request({}, [person("A")])).parties[0]?.fineMinor).toBe(
      left,
    );
  });
});
