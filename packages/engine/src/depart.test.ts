import type {
  Departure,
  EvaluateRequest,
  FactValue,
  Guard,
  GuardPeriod,
  Party,
  Policy,
} from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { type Decided, decide } from "./decide.ts";
import { type DepartResult, departFrom, departFromByReference } from "./depart.ts";
import { loadSample, rule, samplePolicy } from "./sample-policy.ts";

const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const references = [{ article: "1" }];

function request(parties: readonly Party[], facts: Record<string, FactValue> = {}): EvaluateRequest {
  return {
    case: {
      reference: "T",
      facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", loss: 90_000, ...facts },
      parties,
    },
  };
}

function person(id: string, facts: Record<string, FactValue> = {}): Party {
  return { id, kind: "person", facts: { monthlyBonus: 100_000, ...facts } };
}

/** A bears the loss of 900.00 alone and is fined 300.00; B is charged nothing. */
const asked = request([person("A", { atFault: true, fine: 30_000 }), person("B")]);

function depart(
  departures: readonly Departure[],
  {
    policy = samplePolicy(),
    guards = [],
    of = asked,
  }: { readonly policy?: Policy; readonly guards?: readonly Guard[]; readonly of?: EvaluateRequest } = {},
): DepartResult {
  const named = { ...policy, guards: guards.map(({ jurisdiction }) => jurisdiction) };
  return departFrom(loadSample(named, guards), of, departures, { evaluatedAt });
}

function decided(...given: Parameters<typeof depart>): Decided {
  const result = depart(...given);
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result;
}

function problems(...given: Parameters<typeof depart>): readonly string[] {
  const result = depart(...given);
  return "refusal" in result ? result.refusal.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

function guard(period: Partial<GuardPeriod>): Guard {
  return {
    jurisdiction: "made-up",
    title: { en: "Made up", zh: "虚构" },
    currency: "CNY",
    periods: [
      {
        effectiveFrom: "2020-01-01",
        references,
        moneyPenalty: "allowed",
        carry: { allowed: true, instalments: true },
        doublePunishment: "allowed",
        confidence: "low",
        ...period,
      },
    ],
  };
}

describe("a departure", () => {
  it("changes the figures it states, leaves the others as proposed, and plans the sum anew", () => {
    const { outcome } = decided([{ party: "A", fineMinor: 0 }]).response;
    expect(outcome.parties[0]).toMatchObject({
      fineMinor: 0,
      bonusMinor: 90_000,
      totalMinor: 90_000,
      grade: null,
      schedule: [
        { month: "2026-07", amountMinor: 50_000 },
        { month: "2026-08", amountMinor: 40_000 },
      ],
      outstandingMinor: 0,
    });
  });

  it("leaves everybody else's outcome as it is", () => {
    const proposal = decided([]).response.outcome;
    const { outcome } = decided([{ party: "B", fineMinor: 100 }]).response;
    expect(outcome.parties[0]).toEqual(proposal.parties[0]);
    expect(outcome.parties[1]).toMatchObject({
      totalMinor: 100,
      schedule: [{ month: "2026-07", amountMinor: 100 }],
    });
  });

  it.each([
    [90_000, [["A", 90_000]]],
    [
      60_000,
      [
        ["A", 60_000],
        ["company", 30_000],
      ],
    ],
    [0, [["company", 90_000]]],
    [200_000, [["A", 90_000]]],
  ])(
    "to a deduction of %i lets the company bear what is no longer charged of the loss",
    (bonusMinor, bearers) => {
      // A fine that changes keeps the first of these from changing nothing.
      const { outcome } = decided([{ party: "A", fineMinor: 1, bonusMinor }]).response;
      expect(outcome.bearers.map(({ bearer, amountMinor }) => [bearer, amountMinor])).toEqual(bearers);
      expect(outcome.parties[0]?.bonusMinor).toBe(bonusMinor);
    },
  );

  it("lets the share of the loss off last", () => {
    const policy = samplePolicy({
      rules: [
        ...samplePolicy().rules,
        rule("month", "penalty", "party", { type: "deduct", params: { of: "bonus", months: 1 } }),
      ],
    });
    const of = request([person("A", { atFault: true })]);
    expect(decided([{ party: "A", bonusMinor: 90_000 }], { policy, of }).response.outcome.bearers).toEqual([
      { bearer: "A", amountMinor: 90_000 },
    ]);
    expect(decided([{ party: "A", bonusMinor: 89_999 }], { policy, of }).response.outcome.bearers).toEqual([
      { bearer: "A", amountMinor: 89_999 },
      { bearer: "company", amountMinor: 1 },
    ]);
  });

  it("gives a grade, another one, or none, and leaves the amounts as proposed", () => {
    const policy = samplePolicy({
      rules: [
        ...samplePolicy().rules,
        rule("grade", "penalty", "party", { type: "grade", params: { grade: "mild" } }),
      ],
    });
    for (const grade of ["grave", null]) {
      const { outcome } = decided([{ party: "A", grade }], { policy }).response;
      expect(outcome.parties[0]).toMatchObject({ grade, totalMinor: 120_000 });
    }
  });

  it("falls on a team or department at once, without a schedule", () => {
    const of = request([{ id: "D", kind: "department", facts: {} }]);
    expect(decided([{ party: "D", fineMinor: 700 }], { of }).response.outcome.parties[0]).toMatchObject({
      totalMinor: 700,
      schedule: [],
      outstandingMinor: 0,
    });
  });

  it("keeps what is suspended waiting", () => {
    const of = request([person("A", { fine: 500, objected: true })]);
    expect(decided([{ party: "A", fineMinor: 400 }], { of }).response.outcome.parties[0]).toMatchObject({
      suspended: true,
      schedule: [],
      outstandingMinor: 400,
    });
  });

  it("is followed by whoever may approve the figures decided", () => {
    const policy = samplePolicy({
      rules: [
        ...samplePolicy().rules,
        rule(
          "high",
          "authority",
          "case",
          { type: "authority", params: { level: "board" } },
          { conditions: { all: [{ fact: "chargedTotal", operator: "greaterThan", value: 120_000 }] } },
        ),
      ],
    });
    expect(decided([], { policy }).response.outcome.authority.level).toBeNull();
    const raised = decided([{ party: "A", fineMinor: 30_001 }], { policy });
    expect(raised.response.outcome.authority.level).toBe("board");
  });

  it("is explained with both figures, and with what falls back on the company", () => {
    const { explanation } = decided([{ party: "A", bonusMinor: 60_000, grade: "mild" }]).response;
    const step = explanation.find(({ label }) => label.en.startsWith("decided otherwise"));
    expect(step).toMatchObject({
      party: "A",
      arithmetic: [{ formula: "900.00 → 600.00", resultMinor: 60_000 }],
      note: { en: "grade: mild instead of none; 300.00 of the share of the loss falls back on the company" },
    });
  });

  it("leaves somebody who is let off everything without a word that nothing was found", () => {
    const { outcome } = decided([{ party: "A", fineMinor: 0, bonusMinor: 0 }]).response;
    expect(outcome.parties[0]).toMatchObject({ totalMinor: 0 });
    expect(outcome.parties[0]).not.toHaveProperty("exemption");
  });

  it("gives the proposal where there is none", () => {
    const loaded = loadSample(samplePolicy());
    expect(departFrom(loaded, asked, [], { evaluatedAt })).toEqual(decide(loaded, asked, { evaluatedAt }));
  });

  it("comes to the same by either evaluator", async () => {
    const loaded = loadSample(samplePolicy());
    for (const fineMinor of [10, 30_000]) {
      const departures = [{ party: "A", fineMinor }];
      expect(await departFromByReference(loaded, asked, departures, { evaluatedAt })).toEqual(
        departFrom(loaded, asked, departures, { evaluatedAt }),
      );
    }
  });
});

describe("a departure that may not be", () => {
  it("is refused where it changes nothing", () => {
    expect(problems([{ party: "A" }])).toEqual(["nothing-departs /departures/0"]);
    expect(problems([{ party: "A", fineMinor: 30_000, bonusMinor: 90_000, grade: null }])).toEqual([
      "nothing-departs /departures/0",
    ]);
  });

  it("is refused of somebody whom the outcome does not name, with whom was meant", () => {
    const result = depart([{ party: "a", fineMinor: 1 }]);
    expect(result).toMatchObject({
      refusal: { problems: [{ code: "unknown-party", help: { en: "did you mean `A`?" } }] },
    });
  });

  it.each(["external", "company"] as const)("is refused of a party that is %s", (kind) => {
    const of = request([{ id: "X", kind, facts: {} }]);
    expect(problems([{ party: "X", fineMinor: 1 }], { of })).toEqual(["unknown-party /departures/0/party"]);
  });

  it.each([
    [{ party: "A", grade: "gravest" }, "unknown-value /departures/0/grade"],
    [{ party: "A", fineMinor: -1 }, "out-of-range /departures/0/fineMinor"],
    [{ party: "A", bonusMinor: 0.5 }, "out-of-range /departures/0/bonusMinor"],
  ])("is refused where its figures are none: %o", (departure, problem) => {
    expect(problems([departure])).toEqual([problem]);
  });

  it("is refused where one party stands twice", () => {
    expect(
      problems([
        { party: "A", fineMinor: 1 },
        { party: "A", bonusMinor: 1 },
      ]),
    ).toEqual(["duplicate-party /departures/1/party"]);
  });

  it.each(["not-upheld", "pending", "referred", "out-of-scope", "refused"] as const)(
    "is refused in a case that is %s, which no departure turns around",
    (disposition) => {
      const policy = samplePolicy({
        rules: [rule("away", "intake", "case", { type: "disposition", params: { disposition } })],
      });
      expect(problems([{ party: "A", fineMinor: 1 }], { policy })).toEqual(["wrong-state /departures"]);
    },
  );

  it("is refused where the decider may not decide at all", () => {
    const policy = samplePolicy({ conflict: { decider: "decidedBy", instructors: [], references } });
    const of = request([person("A", { fine: 500 })], { decidedBy: "A" });
    expect(problems([{ party: "A", fineMinor: 1 }], { policy, of })).toEqual(["wrong-state /departures"]);
  });

  it("is refused whatever `decide` refuses", () => {
    const of = request([person("A", { fine: "much" })]);
    expect(problems([{ party: "A", fineMinor: 1 }], { of })).toEqual([
      "wrong-type /case/parties/0/facts/fine",
    ]);
  });
});

describe("statutory guards hold for departures", () => {
  const perAct = guard({ perActCap: { amountMinor: 40_000, references } });

  it("up to the last fen that they leave for the act", () => {
    const proposal = decided([], { guards: [perAct] });
    // The share of the loss is what a guard takes off last.
    expect(proposal.response.outcome.parties[0]).toMatchObject({ fineMinor: 0, bonusMinor: 40_000 });
    expect(
      decided([{ party: "A", fineMinor: 10_000, bonusMinor: 30_000 }], { guards: [perAct] }).terms,
    ).toEqual(proposal.terms);
    expect(problems([{ party: "A", fineMinor: 1 }], { guards: [perAct] })).toEqual([
      "beyond-guards /departures/0/fineMinor",
    ]);
    expect(problems([{ party: "A", bonusMinor: 40_001 }], { guards: [perAct] })).toEqual([
      "beyond-guards /departures/0/bonusMinor",
    ]);
  });

  it("also for somebody whom the rules charge nothing", () => {
    expect(problems([{ party: "B", fineMinor: 40_001 }], { guards: [perAct] })).toEqual([
      "beyond-guards /departures/0/fineMinor",
    ]);
    const charged = decided([{ party: "B", fineMinor: 40_000 }], { guards: [perAct] });
    expect(charged.terms.map(({ person: id, mostInAllMinor }) => [id, mostInAllMinor])).toEqual([
      ["A", 40_000],
      ["B", 40_000],
    ]);
  });

  it("and leave no fine where only a share of the loss may be taken", () => {
    const guards = [guard({ moneyPenalty: "loss-only" })];
    expect(problems([{ party: "A", fineMinor: 100, bonusMinor: 100 }], { guards })).toEqual([
      "beyond-guards /departures/0/fineMinor",
    ]);
    expect(problems([{ party: "B", bonusMinor: 1 }], { guards })).toEqual([
      "beyond-guards /departures/0/bonusMinor",
    ]);
    expect(problems([{ party: "A", bonusMinor: 100 }], { guards })).toEqual([]);
  });

  it("and leave nothing where they forbid all money, though the rules charged nobody", () => {
    const of = request([person("A")]);
    const guards = [guard({ moneyPenalty: "forbidden" })];
    expect(problems([{ party: "A", fineMinor: 1 }], { guards, of })).toEqual([
      "beyond-guards /departures/0/fineMinor",
    ]);
    expect(problems([{ party: "A", grade: "mild" }], { guards, of })).toEqual([]);
  });

  it("and let one sum be as much as its month has room for", () => {
    const guards = [guard({ carry: { allowed: false, instalments: false } })];
    expect(problems([{ party: "B", fineMinor: 50_001 }], { guards })).toEqual([
      "beyond-guards /departures/0/fineMinor",
    ]);
    const { outcome } = decided([{ party: "B", fineMinor: 50_000 }], { guards }).response;
    expect(outcome.parties[1]?.schedule).toEqual([{ month: "2026-07", amountMinor: 50_000 }]);
  });

  it("but not for a department, whose pay they do not protect", () => {
    const of = request([{ id: "D", kind: "department", facts: {} }]);
    const { outcome } = decided([{ party: "D", fineMinor: 90_000 }], { guards: [perAct], of }).response;
    expect(outcome.parties[0]?.totalMinor).toBe(90_000);
  });
});
