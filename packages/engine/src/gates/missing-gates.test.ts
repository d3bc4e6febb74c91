import type { EvaluateRequest, EvidenceItem, FactValue, Gate, Party, Policy } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { decide } from "../decide.ts";
import { departFrom } from "../depart.ts";
import { loadSample, rule, samplePolicy } from "../sample-policy.ts";
import { type GateInput, type GatesFound, missingGates } from "./missing-gates.ts";

const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const label = (text: string): { readonly en: string; readonly zh: string } => ({ en: text, zh: text });
const references = [{ article: "8" }];

function policyWith(gate: Gate): Policy {
  const base = samplePolicy();
  return {
    ...base,
    gates: [gate],
    facts: {
      case: {
        ...base.facts.case,
        actedOn: { type: "date", label: label("day of the act") },
        actedAt: { type: "instant", label: label("moment of the act") },
        toldAllOn: { type: "date", label: label("all told on") },
        incident: { type: "text", label: label("incident") },
      },
      party: { ...base.facts.party, toldOn: { type: "date", label: label("told on") } },
    },
    derived: {
      case: { actDay: { kind: "local-day", of: "actedAt", label: label("local day of the act") } },
    },
    parameters: {
      ...base.parameters,
      answerDays: { value: 5, unit: "calendar-days", label: label("days to answer"), references },
      limitDays: { value: 90, unit: "calendar-days", label: label("limitation"), references },
    },
  };
}

type Ask = Partial<Omit<GateInput, "request" | "decided">> & {
  readonly facts?: Record<string, FactValue>;
  readonly parties?: readonly Party[];
  readonly evidence?: readonly EvidenceItem[];
  readonly policy?: Partial<Policy>;
};

function person(id: string, facts: Record<string, FactValue> = {}): Party {
  return { id, kind: "person", facts: { monthlyBonus: 100_000, ...facts } };
}

/** P1 is fined; nothing else is stated. */
function asked(
  gate: Gate,
  { facts = {}, parties = [person("P1", { fine: 500 })], evidence, policy, ...more }: Ask = {},
): GatesFound {
  const loaded = loadSample({ ...policyWith(gate), ...policy });
  const request: EvaluateRequest = {
    case: {
      reference: "T",
      facts: { receivedOn: "2026-07-06", decidedOn: "2026-07-10", ...facts },
      parties,
      ...(evidence ? { evidence } : {}),
    },
  };
  const decided = decide(loaded, request, { evaluatedAt });
  if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
  const { decidedOn = "2026-07-10" } = more;
  return missingGates(loaded, {
    request,
    decided,
    decidedOn,
    recordedOn: decidedOn,
    publishedOn: "2026-06-01",
    decider: "P9",
    hasReason: true,
    punishedFor: () => false,
    ...more,
  });
}

function missing(...given: Parameters<typeof asked>): readonly string[] {
  return asked(...given).missing.map(({ at, message }) => `${at} ${message.en}`);
}

const published: Gate = {
  kind: "published-before-act",
  act: "actedOn",
  label: label("Known before"),
  references,
};
const heard: Gate = {
  kind: "heard",
  told: "toldOn",
  days: { fact: "parameter.answerDays" },
  label: label("Heard"),
  references,
};
const listed: Gate = { kind: "evidence", label: label("Evidence"), references };
const apart: Gate = { kind: "decider-not-party", label: label("Impartial"), references };
const reasoned: Gate = { kind: "reasons", label: label("Reasons"), references };
const once: Gate = { kind: "not-punished-before", act: "incident", label: label("Once"), references };
const inTime: Gate = {
  kind: "within-limitation",
  act: "actedOn",
  days: { fact: "parameter.limitDays" },
  label: label("In time"),
  references,
};

describe("gates", () => {
  it("are not asked where nobody is charged and nobody gets a grade", () => {
    expect(asked(reasoned, { parties: [person("P1")], hasReason: false })).toEqual({ met: [], missing: [] });
  });

  it("are asked where somebody gets a grade alone, or a department alone is charged", () => {
    const graded = samplePolicy({
      rules: [rule("grade", "penalty", "party", { type: "grade", params: { grade: "mild" } })],
    });
    const unreasoned = { hasReason: false };
    expect(
      missing(reasoned, { ...unreasoned, parties: [person("P1")], policy: { rules: graded.rules } }),
    ).toHaveLength(1);
    const department: Party = { id: "D", kind: "department", facts: { fine: 500 } };
    expect(missing(reasoned, { ...unreasoned, parties: [department] })).toHaveLength(1);
  });

  it("say which are met, in the order of the policy", () => {
    const { met } = asked(reasoned, {
      policy: { gates: [reasoned, apart, listed] },
      evidence: [{ id: "E1", kind: "photo" }],
    });
    expect(met).toEqual([
      { kind: "reasons", label: label("Reasons"), met: true },
      { kind: "decider-not-party", label: label("Impartial"), met: true },
      { kind: "evidence", label: label("Evidence"), met: true },
    ]);
  });

  it("name themselves, what is missing and how to mend it, in both languages", () => {
    expect(asked(reasoned, { hasReason: false }).missing).toEqual([
      {
        code: "gate-missing",
        at: "/reason",
        message: { en: "“Reasons” is not met: no reasons are given", zh: "未满足“Reasons”：未说明理由" },
        help: {
          en: "say under `reason` why it is decided so",
          zh: "请在`reason`中说明作出该决定的理由",
        },
      },
    ]);
  });

  it("are asked of what is decided, not of what was proposed", () => {
    const loaded = loadSample(policyWith(reasoned));
    const request: EvaluateRequest = {
      case: { reference: "T", facts: { receivedOn: "2026-07-06" }, parties: [person("P1", { fine: 500 })] },
    };
    const decided = departFrom(loaded, request, [{ party: "P1", fineMinor: 0 }], { evaluatedAt });
    if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
    const days = { decidedOn: "2026-07-10", recordedOn: "2026-07-10", publishedOn: "2026-06-01" };
    const input = { request, decided, ...days, decider: "P9", hasReason: false };
    expect(missingGates(loaded, { ...input, punishedFor: () => false }).missing).toEqual([]);
  });
});

describe("published-before-act", () => {
  it.each([
    ["2026-06-01", "2026-05-31", true],
    ["2026-06-01", "2026-06-01", true],
    ["2026-06-01", "2026-06-02", false],
  ])("of an act on %s under a version published on %s: %s", (actedOn, publishedOn, isMet) => {
    expect(asked(published, { facts: { actedOn }, publishedOn }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it("asks that the version was in force on that day, too", () => {
    const policy = { effectiveFrom: "2026-06-15" };
    expect(missing(published, { facts: { actedOn: "2026-06-14" }, policy })).toEqual([
      "/case/facts/actedOn “Known before” is not met: the version was published on 2026-06-01 and in force from 2026-06-15, but the act was on 2026-06-14",
    ]);
    expect(missing(published, { facts: { actedOn: "2026-06-15" }, policy })).toEqual([]);
  });

  it.each([
    ["2026-05-31T15:59:59Z", false],
    ["2026-05-31T16:00:00Z", true],
  ])("takes the local day of the moment %s", (actedAt, isMet) => {
    for (const act of ["actedAt", "actDay"])
      expect(asked({ ...published, act }, { facts: { actedAt } }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it("is missing where the act has no day", () => {
    expect(missing(published)).toEqual([
      "/case/facts/actedOn “Known before” is not met: `actedOn` is not stated",
    ]);
  });
});

describe("heard", () => {
  it.each([
    ["2026-07-05", true],
    ["2026-07-06", false],
    ["2026-07-11", false],
  ])("by somebody told on %s, five days before 2026-07-10 at the latest: %s", (toldOn, isMet) => {
    const parties = [person("P1", { fine: 500, toldOn })];
    expect(asked(heard, { parties }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it("names everybody who was not, and nobody who is not charged", () => {
    const parties = [
      person("P1", { fine: 500, toldOn: "2026-07-01" }),
      person("P2", { fine: 500, toldOn: "2026-07-08" }),
      person("P3", { fine: 500 }),
      person("P4"),
      { id: "D", kind: "department", facts: { fine: 500 } } as const,
    ];
    expect(missing(heard, { parties })).toEqual([
      "/case/parties/1/facts/toldOn “Heard” is not met: `P2` was told on 2026-07-08, and the decision is of 2026-07-10; at least 5 days must lie between them",
      "/case/parties/2/facts/toldOn “Heard” is not met: `toldOn` of `P3` is not stated",
    ]);
    expect(asked(heard, { parties }).missing[0]?.help?.en).toBe(
      "decide on 2026-07-13 or later, once there was time to answer",
    );
  });

  it("takes a day of the case for everybody", () => {
    const gate: Gate = { ...heard, told: "toldAllOn" };
    expect(asked(gate, { facts: { toldAllOn: "2026-07-05" } }).met).toHaveLength(1);
    expect(missing(gate)).toEqual(["/case/facts/toldAllOn “Heard” is not met: `toldAllOn` is not stated"]);
  });

  it("is missing of somebody who is charged but is no party of the case", () => {
    const rules = [
      rule("on-boss", "penalty", "party", { type: "fine", params: { amount: 500, on: { fact: "boss" } } }),
    ];
    const parties = [person("P1", { boss: "Z1" })];
    expect(missing(heard, { policy: { rules }, parties })).toEqual([
      "/case/parties “Heard” is not met: `toldOn` of `Z1` is not stated",
    ]);
  });
});

describe("evidence", () => {
  const items = (count: number): EvidenceItem[] =>
    Array.from({ length: count }, (_, index) => ({ id: `E${index}`, kind: "photo" }));

  it.each([
    [undefined, 0, false],
    [undefined, 1, true],
    [3, 2, false],
    [3, 3, true],
  ])("at least %s (default 1) of %i listed: %s", (atLeast, count, isMet) => {
    const gate: Gate = { ...listed, ...(atLeast === undefined ? {} : { atLeast }) };
    expect(asked(gate, { evidence: items(count) }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it("says how many are listed, where none is given at all", () => {
    expect(missing(listed)).toEqual([
      "/case/evidence “Evidence” is not met: 0 pieces of evidence are listed, and at least 1 must be",
    ]);
  });
});

describe("decider-not-party", () => {
  const conflict = { decider: "decidedBy", instructors: ["boss"], references };

  it.each([
    ["P1", false],
    ["P2", false],
    ["P9", true],
  ])("of %s, where P1 is charged and P2 a mere party: %s", (decider, isMet) => {
    const parties = [person("P1", { fine: 500 }), person("P2")];
    expect(asked(apart, { parties, decider }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it("holds for whoever gave the instruction", () => {
    const parties = [person("P1", { fine: 500, boss: "P9" })];
    expect(missing(apart, { parties, policy: { conflict } })).toEqual([
      " “Impartial” is not met: `P9` is a party to the case or gave the instruction",
    ]);
  });

  it("where no person records it, asks whom the case names, and is missing where it names nobody", () => {
    const policy = { conflict };
    expect(asked(apart, { decider: null, policy, facts: { decidedBy: "P8" } }).missing).toEqual([]);
    expect(missing(apart, { decider: null, policy })).toEqual([
      "/case/facts/decidedBy “Impartial” is not met: nobody is named who decides",
    ]);
    expect(missing(apart, { decider: null })).toEqual([
      " “Impartial” is not met: nobody is named who decides",
    ]);
  });
});

describe("not-punished-before", () => {
  const facts = { incident: "I-7" };

  it("asks of each person who is charged, with the value that names the act", () => {
    const seen: unknown[] = [];
    const parties = [person("P1", { fine: 500 }), person("P2"), person("P3", { fine: 500 })];
    asked(once, { facts, parties, punishedFor: (...given) => seen.push(given) === 0 });
    expect(seen).toEqual([
      ["P1", { fact: "incident", value: "I-7" }],
      ["P3", { fact: "incident", value: "I-7" }],
    ]);
  });

  it("is missing for whoever was", () => {
    const parties = [person("P1", { fine: 500 }), person("P3", { fine: 500 })];
    expect(missing(once, { facts, parties, punishedFor: (who) => who === "P3" })).toEqual([
      "/case/facts/incident “Once” is not met: a decision in force already takes money from `P3` for this act (`incident`)",
    ]);
  });

  it("is missing where nothing names the act", () => {
    expect(missing(once)).toEqual(["/case/facts/incident “Once” is not met: `incident` is not stated"]);
  });
});

describe("within-limitation", () => {
  it.each([
    ["2026-04-11", "2026-07-11", false],
    ["2026-04-12", "2026-07-11", true],
    ["2026-07-11", "2026-07-11", true],
    ["2026-07-12", "2026-07-11", false],
  ])("of 90 days, of an act on %s decided on %s: %s", (actedOn, decidedOn, isMet) => {
    expect(asked(inTime, { facts: { actedOn }, decidedOn }).missing).toHaveLength(isMet ? 0 : 1);
  });

  it.each([
    { decidedOn: "2026-07-01", recordedOn: "2026-07-10", isMet: true },
    { decidedOn: "2026-07-01", recordedOn: "2026-07-11", isMet: false },
    { decidedOn: "2026-07-11", recordedOn: "2026-07-01", isMet: false },
    { decidedOn: "2026-04-10", recordedOn: "2026-07-01", isMet: false },
  ])(
    "counts to the later of $decidedOn and the day of recording, $recordedOn: $isMet",
    ({ isMet, ...days }) => {
      const found = asked(inTime, { facts: { actedOn: "2026-04-11" }, ...days });
      expect(found.missing).toHaveLength(isMet ? 0 : 1);
    },
  );

  it("says how many days have passed, and until when it could be decided", () => {
    const found = asked(inTime, { facts: { actedOn: "2026-04-10" } }).missing;
    expect(found).toMatchObject([
      {
        at: "/case/facts/actedOn",
        message: {
          en: "“In time” is not met: 91 days have passed since the act on 2026-04-10, more than 90",
        },
        help: { en: "it could be decided and recorded until 2026-07-09; record the case without a penalty" },
      },
    ]);
  });

  it("is missing where the act has no day", () => {
    expect(missing(inTime)).toEqual(["/case/facts/actedOn “In time” is not met: `actedOn` is not stated"]);
  });
});
