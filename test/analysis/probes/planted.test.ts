import { type ProbeFinding, type ProbeResult, probePolicy } from "@evenhand/analysis";
import { type LoadedVersion, appliesOn, decide } from "@evenhand/engine";
import { formatDay } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { AT_FAULT, FACTS, fact, fine, penalty, probed, tiers } from "./probed-policy.ts";

const SEED = 20_260_701;

function probe(loaded: LoadedVersion, more: Parameters<typeof probePolicy>[1] = {}): ProbeResult {
  return probePolicy(loaded, { seed: SEED, ...more });
}

/** What a finding says of itself: its kind, its rules and what its cases come to. */
function told({ findings }: ProbeResult): readonly unknown[] {
  return findings.map(({ kind, rules, cases }) => [kind, rules, cases.map(({ chargeMinor }) => chargeMinor)]);
}

/** What the engine gives for a case of a finding, asked anew. */
function chargedAnew(loaded: LoadedVersion, { cases, party }: ProbeFinding): readonly (number | undefined)[] {
  return cases.map(({ request, evaluatedAt, onRecord }) => {
    const moment = Date.parse(evaluatedAt);
    const day = (appliesOn(loaded.version.policy, request, moment) ?? 0) - 1;
    const record = onRecord.flatMap(({ times, ...finding }) =>
      Array.from({ length: times }, () => ({ ...finding, occurredOn: formatDay(day) })),
    );
    const decided = decide(loaded, request, { evaluatedAt: moment, record });
    if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
    return decided.response.outcome.parties.find((one) => one.party === party)?.totalMinor;
  });
}

const FALLING = tiers([
  ["up-to-limit", [{ atMost: { fact: "parameter.limit" } }], "large"],
  ["above-limit", [{ above: { fact: "parameter.limit" } }], "small"],
]);
const RISING = tiers([
  ["up-to-limit", [{ atMost: { fact: "parameter.limit" } }], "small"],
  ["above-limit", [{ above: { fact: "parameter.limit" } }], "large"],
]);

describe("worse never costs less", () => {
  it("is broken by a tier that falls, shown one fen on either side of it", () => {
    const loaded = probed({ tables: { tiers: FALLING } });
    const result = probe(loaded);
    expect(told(result)).toEqual([
      ["worse-costs-less", ["tiers#above-limit", "tiers#up-to-limit"], [20_000, 10_000]],
    ]);
    const [finding] = result.findings;
    expect(finding?.difference).toEqual({ fact: "loss", before: 100_000, after: 100_001 });
    expect(finding?.byMinor).toBe(10_000);
    expect(finding?.message.en).toBe(
      "“the money” from 1,000.00 to 1,000.01 makes the matter worse, and P1 is charged 100.00 less: 100.00 instead of 200.00",
    );
    expect(finding?.message.zh).toBe(
      "“the money”由1,000.00元变为1,000.01元，情形更重，P1却少扣100.00元：由200.00元降为100.00元",
    );
  });

  it("shows of a finding nothing that it does not need", () => {
    const [finding] = probe(probed({ tables: { tiers: FALLING } })).findings;
    expect(finding?.cases.map(({ request }) => request.case.parties)).toEqual([
      [{ id: "P1", kind: "person", facts: { atFault: true } }],
      [{ id: "P1", kind: "person", facts: { atFault: true } }],
    ]);
  });

  it("is not broken by a tier that rises", () => {
    expect(told(probe(probed({ tables: { tiers: RISING } })))).toEqual([]);
  });

  it("is broken by a repeated matter that costs less than the first", () => {
    const repeats = {
      label: { en: "times before", zh: "此前次数" },
      kind: "on-record",
      code: "first",
      months: { fact: "parameter.lookBack" },
    } as const;
    const loaded = probed({
      derived: { party: { repeats } },
      rules: [
        fine("first", "large", { all: [AT_FAULT, { fact: "repeats", operator: "equal", value: 0 }] }),
        fine("again", "small", { all: [AT_FAULT, { fact: "repeats", operator: "greaterThan", value: 0 }] }),
      ],
    });
    const found = probe(loaded).findings.filter(({ kind }) => kind === "worse-costs-less");
    expect(found.map(({ rules, difference }) => [rules, difference])).toEqual([
      [["again", "first"], { fact: "repeats", party: "P1", before: 0, after: 1 }],
    ]);
    expect(found[0]?.cases[1]?.onRecord).toEqual([{ party: "P1", code: "first", times: 1 }]);
  });

  it.each([
    ["a later value of a list", "seriousness", "slight"],
    ["a larger set", "faults", undefined],
  ])("is broken where %s costs less", (_, name, value) => {
    const condition =
      value === undefined
        ? ({ fact: name, operator: "doesNotContain", value: "lost" } as const)
        : ({ fact: name, operator: "equal", value } as const);
    const found = probe(
      probed({ rules: [fine("mild-only", "large", { all: [AT_FAULT, condition] })] }),
    ).findings;
    expect(found.map(({ kind, rules }) => [kind, rules])).toEqual([["worse-costs-less", ["mild-only"]]]);
  });
});

describe("milder never costs more", () => {
  it("is broken by a rule that charges whoever reported at once", () => {
    const honest = fine("honest", "small", {
      all: [AT_FAULT, { fact: "reportedAtOnce", operator: "equal", value: true }],
    });
    expect(told(probe(probed({ rules: [honest] })))).toEqual([
      ["milder-costs-more", ["honest"], [0, 10_000]],
    ]);
  });
});

describe("a graver grade never costs less", () => {
  it("also where the grade and the deduction are rules of their own", () => {
    const { seriousness, ...party } = FACTS.party;
    const facts = {
      ...FACTS,
      party: { ...party, gravity: fact("enum", { values: seriousness?.values ?? {} }) },
    };
    const graded = (id: string, grade: string, value: string, months: number) => {
      const conditions = { all: [AT_FAULT, { fact: "gravity", operator: "equal", value }] } as const;
      return [
        penalty(id, conditions, { type: "grade", params: { grade } }),
        penalty(`${id}-pay`, conditions, { type: "deduct", params: { of: "bonus", months } }),
      ];
    };
    const loaded = probed({
      facts,
      rules: [...graded("light", "warning", "slight", 1), ...graded("heavy", "demerit", "grave", 0.5)],
    });
    const [finding, ...others] = probe(loaded).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      kind: "graver-grade-costs-less",
      rules: ["heavy", "heavy-pay", "light", "light-pay"],
      cases: [{ grade: "warning" }, { grade: "demerit" }],
    });
  });
});

describe("steps", () => {
  it("that a row of a table makes are told as declared, largest first", () => {
    const { findings, declaredSteps } = probe(probed({ tables: { tiers: RISING } }));
    expect(findings).toEqual([]);
    expect(declaredSteps.map(({ rules, byMinor, difference }) => [rules, byMinor, difference])).toEqual([
      [["tiers#above-limit", "tiers#up-to-limit"], 10_000, { fact: "loss", before: 100_000, after: 100_001 }],
    ]);
    expect(declaredSteps[0]?.message.en).toMatch(/ declared by row 2 of “.+” and row 1 of “.+”$/);
    expect(declaredSteps[0]?.message.zh).toMatch(/由表“.+”第2行、表“.+”第1行规定$/);
  });

  it("that a rule of its own makes are findings", () => {
    const above = { fact: "loss", operator: "greaterThan", value: { fact: "parameter.limit" } } as const;
    const result = probe(probed({ rules: [fine("cliff", "large", { all: [AT_FAULT, above] })] }));
    expect(told(result)).toEqual([["undeclared-step", ["cliff"], [0, 20_000]]]);
    expect(result.findings[0]?.message.en).toBe(
      "“the money” from 1,000.00 to 1,000.01 moves what P1 is charged from 0.00 to 200.00, a step of 200.00 that no table or grade declares",
    );
  });

  it("are found through what a fact is worked out from, to the minute", () => {
    const late = {
      label: { en: "hours to the answer", zh: "答复用时" },
      kind: "hours-between",
      from: "receivedAt",
      to: "answeredAt",
      after: { fact: "parameter.hours" },
    } as const;
    const tooLate = { fact: "late", operator: "greaterThan", value: 0 } as const;
    const { findings } = probe(
      probed({ derived: { case: { late } }, rules: [fine("late", "small", { all: [AT_FAULT, tooLate] })] }),
    );
    expect(findings.map(({ kind, rules }) => [kind, rules])).toContainEqual(["undeclared-step", ["late"]]);
    const step = findings.find(({ difference }) => difference?.fact === "answeredAt")?.difference;
    expect(Date.parse(String(step?.after)) - Date.parse(String(step?.before))).toBe(60_000);
  });

  it("are not made by an amount for each one", () => {
    const each = penalty(
      "each",
      { all: [AT_FAULT, { fact: "notices", operator: "greaterThan", value: 0 }] },
      { type: "fine", params: { amount: { fact: "parameter.small" }, times: { fact: "notices" } } },
    );
    const { findings, declaredSteps, asked } = probe(probed({ rules: [each] }));
    expect([...findings, ...declaredSteps]).toEqual([]);
    expect(asked.unitPairs).toBeGreaterThan(0);
  });
});

describe("the cap", () => {
  const heavy = penalty("heavy", { all: [AT_FAULT] }, { type: "deduct", params: { of: "bonus", months: 2 } });
  const capRate = { value: 1, unit: "rate", label: { en: "the cap", zh: "上限" }, references: [] } as const;

  it("is held by a policy under its own", () => {
    const { findings, asked } = probe(probed({ rules: [heavy] }));
    expect(findings).toEqual([]);
    expect(asked.chainedCases).toBeGreaterThan(100);
  });

  it("is passed where a policy takes the whole bonus and half was promised", () => {
    const loaded = probed({ rules: [heavy], parameters: { capRate } });
    expect(probe(loaded).findings).toEqual([]);
    const [finding, ...others] = probe(loaded, { capRate: 0.5 }).findings;
    expect(others).toEqual([]);
    expect(finding?.kind).toBe("above-cap");
    expect(finding?.message.en).toMatch(
      /^[\d,.]+ is planned for P\d in \w+ \d{4}, above the most that a month may take: 50% of /,
    );
    expect(finding?.byMinor).toBeGreaterThan(0);
  });
});

describe("protected facts", () => {
  const southPays = fine("south-pays", "small", {
    all: [AT_FAULT, { fact: "site", operator: "equal", value: "south" }],
  });
  const fair = fine("all-pay", "small", { all: [AT_FAULT] });

  it("that a rule reads are told twice: where it is read, and what it changes", () => {
    const result = probe(probed({ rules: [southPays, fair] }), { alsoProtected: ["site"] });
    expect(result.protectedFacts).toEqual(["site"]);
    expect(result.findings.map(({ kind, rules }) => [kind, rules])).toEqual([
      ["protected-fact-read", ["south-pays"]],
      ["protected-fact-decides", ["south-pays"]],
    ]);
    expect(result.findings[1]?.cases.map(({ chargeMinor }) => chargeMinor).toSorted()).toEqual([
      10_000, 20_000,
    ]);
  });

  it("that nothing reads change nothing, and it is said how often that was tried", () => {
    const site = { ...fact("enum", FACTS.party["site"]), protected: true };
    const loaded = probed({ facts: { ...FACTS, party: { ...FACTS.party, site } }, rules: [fair] });
    const { findings, asked, protectedFacts } = probe(loaded);
    expect(findings).toEqual([]);
    expect(protectedFacts).toEqual(["site"]);
    expect(asked.flips).toBeGreaterThan(0);
  });

  it("must be facts", () => {
    expect(() => probe(probed({ rules: [fair] }), { alsoProtected: ["sight"] })).toThrow(
      "`sight` is not a fact of the policy `probed`",
    );
  });
});

describe("a result", () => {
  const loaded = probed({
    tables: { tiers: FALLING },
    rules: [
      fine("rude", "large", { all: [AT_FAULT, { fact: "faults", operator: "contains", value: "rude" }] }),
      penalty("share", { all: [AT_FAULT] }, { type: "deduct", params: { of: "share" } }),
    ],
  });

  it("is the same byte for byte for the same seed", () => {
    expect(JSON.stringify(probe(loaded))).toBe(JSON.stringify(probe(loaded)));
  });

  it.each([1, 2, 3])("finds what is planted whatever the seed: %i", (seed) => {
    expect(probe(loaded, { seed }).findings.map(({ kind }) => kind)).toContain("worse-costs-less");
  });

  it("shows cases that the engine, asked anew, decides so", () => {
    const { findings, declaredSteps } = probe(loaded);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of [
      ...findings,
      ...declaredSteps.map((step) => ({ kind: "undeclared-step" as const, ...step })),
    ])
      expect(chargedAnew(loaded, finding)).toEqual(finding.cases.map(({ chargeMinor }) => chargeMinor));
  });

  it("keeps to its limits, and says that it did not look at everything", () => {
    const { asked } = probe(loaded, {
      limits: { cases: 3, sweep: 10, pairs: 5, chains: 1, casesInChain: 2 },
    });
    expect(asked.isCut).toBe(true);
    expect(asked.chainedCases).toBeLessThanOrEqual(2);
    expect(probe(loaded).asked.isCut).toBe(false);
  });

  it("says how much was asked, and which rules fired in no case", () => {
    const never = fine("never", "small", {
      all: [
        { fact: "notices", operator: "greaterThan", value: 5 },
        { fact: "notices", operator: "lessThan", value: 3 },
      ],
    });
    const { asked, findings } = probe(
      probed({ rules: [fine("all-pay", "small", { all: [AT_FAULT] }), never] }),
    );
    expect(findings).toEqual([]);
    expect(asked.rulesNotReached).toEqual(["never"]);
    expect(asked.builtCases).toBeGreaterThan(0);
    expect(asked.orderedPairs).toBeGreaterThan(0);
  });

  it("takes cases that are given, and counts those that the version refuses", () => {
    const party = { id: "M7", kind: "person", facts: { atFault: true } } as const;
    const facts = { receivedOn: "2026-03-01", loss: 99_000 };
    const sound = { request: { case: { reference: "A", facts, parties: [party] } } };
    const refused = { request: { case: { reference: "B", facts: {}, parties: [] } } };
    const { asked, findings } = probe(loaded, { cases: [sound, refused], limits: { cases: 0 } });
    expect(asked).toMatchObject({ givenCases: 2, refusedCases: 1, builtCases: 0 });
    expect(findings[0]).toMatchObject({ kind: "worse-costs-less", party: "M7" });
  });
});
