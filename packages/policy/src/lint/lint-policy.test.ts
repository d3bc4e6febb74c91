import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found, sampleRow } from "../validate/sample-policy.ts";

const label = { en: "a label", zh: "名称" };
const references = [{ article: "9" }];
const is = (fact: string, value: unknown) => ({ fact, operator: "equal", value });

type Said = { readonly type: string; readonly params: object };
type Asked = {
  readonly stage?: string;
  readonly scope?: string;
  readonly conditions?: object;
  readonly event: Said;
};

/** One more rule, at the place given. */
function rule(index: number, { stage = "penalty", scope = "party", conditions, event }: Asked): Edits {
  const always = { all: [{ fact: "loss", operator: "greaterThanInclusive", value: 0 }] };
  return {
    [`/rules/${index}`]: {
      id: `more-${index}`,
      stage,
      scope,
      label,
      references,
      rule: { conditions: conditions ?? always, event },
    },
  };
}

const remind = { type: "remind", params: {} };

describe("grade-inversion", () => {
  const rates = "/rules/4/rule/event/params/rates";

  it("reports a graver grade that costs less than a milder one, and not one that costs the same", () => {
    expect(found({ "/parameters/warningRate/value": 0.300001 })).toEqual([
      `grade-inversion ${rates}/demerit`,
    ]);
    expect(found({ "/parameters/warningRate/value": 0.3 })).toEqual([]);
  });

  it("holds each grade against the dearest of the milder ones", () => {
    const more = { "/grades": ["warning", "minor", "demerit"], "/words/minor": label, [`${rates}/minor`]: 0 };
    expect(found(more)).toEqual([`grade-inversion ${rates}/minor`]);
    expect(found({ ...more, "/parameters/warningRate/value": 1 })).toEqual([
      `grade-inversion ${rates}/demerit`,
      `grade-inversion ${rates}/minor`,
    ]);
  });

  it("says both figures", () => {
    expect(diagnose({ "/parameters/warningRate/value": 1 })[0]?.message).toEqual({
      en: "`demerit` costs 0.3 of a month's bonus, less than the milder `warning`, which costs 1",
      zh: "`demerit`扣减0.3个月奖金，少于较轻的`warning`（1个月奖金）",
    });
  });

  const graded = (index: number, role: string, grade: string, months: number): Edits => ({
    ...rule(index, {
      conditions: { all: [is("assignedRole", role)] },
      event: { type: "grade", params: { grade } },
    }),
    ...rule(index + 1, {
      conditions: { all: [is("assignedRole", role)] },
      event: { type: "deduct", params: { of: "bonus", months } },
    }),
  });
  const roles = rule(8, { stage: "attribution", event: { type: "role", params: { role: "director" } } });

  it("reports months of bonus that are fewer for a graver grade, where one party gets one of them only", () => {
    const inverted = {
      ...roles,
      ...graded(9, "responsible", "demerit", 0),
      ...graded(11, "director", "warning", 1),
    };
    expect(found(inverted)).toEqual(["grade-inversion /rules/10/rule/event/params/months"]);
    expect(
      found({ ...roles, ...graded(9, "responsible", "demerit", 1), ...graded(11, "director", "warning", 0) }),
    ).toEqual([]);
  });

  it("says nothing of months where the same party may get both grades", () => {
    const both = (index: number, fact: string, grade: string, months: number): Edits => ({
      ...rule(index, { conditions: { all: [is(fact, true)] }, event: { type: "grade", params: { grade } } }),
      ...rule(index + 1, {
        conditions: { all: [is(fact, true)] },
        event: { type: "deduct", params: { of: "bonus", months } },
      }),
    });
    expect(found({ ...both(8, "causedError", "demerit", 0), ...both(10, "owner", "warning", 1) })).toEqual(
      [],
    );
  });

  it("compares two tables of the same rows, one of grades and one of months", () => {
    const table = (event: Said, output: string, cells: readonly (string | number)[]) => ({
      label,
      stage: "penalty",
      scope: "party",
      references,
      hitPolicy: "unique",
      partial: true,
      inputs: [{ fact: "kind" }],
      event,
      outputs: [output],
      rows: cells.map((cell, index) =>
        sampleRow(`row-${index}`, [{ is: ["quality", "delay"][index] ?? "" }], [cell]),
      ),
    });
    const months = { type: "deduct", params: { of: "bonus" } };
    const grades = {
      "/tables/grades": table({ type: "grade", params: {} }, "grade", ["warning", "demerit"]),
    };
    expect(found({ ...grades, "/tables/months": table(months, "months", [1, 0]) })).toEqual([
      "grade-inversion /tables/months/rows/1/then/0",
    ]);
    expect(found({ ...grades, "/tables/months": table(months, "months", [0, 1]) })).toEqual([]);
  });
});

describe("no-guard", () => {
  it("reports a policy that takes money under no guard, and not one that takes none", () => {
    expect(found({ "/guards": [] })).toEqual(["no-guard /guards"]);
    expect(
      found({ "/guards": [], "/rules/3/rule/event": remind, "/rules/4/rule/event": remind }).filter(
        (one) => !one.startsWith("unused"),
      ),
    ).toEqual([]);
  });
});

describe("bare-number", () => {
  it("reports each figure in a condition, an event and a table, with 0 and 1 left out", () => {
    const fine = { type: "fine", params: { amount: 5000, times: 1, insteadOf: 0 } };
    const conditions = {
      all: [
        { fact: "points", operator: "in", value: [0, 1, 2, 3] },
        { not: { fact: "loss", operator: "lessThan", value: 100 } },
      ],
    };
    expect(
      found({
        ...rule(8, { conditions, event: fine }),
        "/tables/approval/rows/1/when/0": { above: { fact: "parameter.fine" }, atMost: 9_000 },
        "/tables/approval/partial": true,
      }),
    ).toEqual([
      "bare-number /rules/8/rule/conditions/all/0/value/2",
      "bare-number /rules/8/rule/conditions/all/0/value/3",
      "bare-number /rules/8/rule/conditions/all/1/not/value",
      "bare-number /rules/8/rule/event/params/amount",
      "bare-number /tables/approval/rows/1/when/0/atMost",
    ]);
  });

  it("reports a figure of a named condition once, and one that all rows share once", () => {
    expect(
      found({
        "/conditions/large": { all: [{ fact: "loss", operator: "greaterThan", value: 100 }] },
        ...rule(8, { conditions: { condition: "large" }, event: remind }),
        ...rule(9, { conditions: { condition: "large" }, event: remind }),
      }),
    ).toEqual(["bare-number /conditions/large/all/0/value"]);
  });

  it("takes the digits of a case number for a way of writing", () => {
    const number = {
      date: { fact: "receivedOn" },
      dateFormat: "YYMMDD",
      sequence: { fact: "delivered" },
      digits: 3,
    };
    expect(
      found(rule(8, { stage: "intake", scope: "case", event: { type: "number", params: number } })),
    ).toEqual([]);
  });
});

describe("no-citation", () => {
  it("reports a rule, a table, a parameter and a bar to deciding without an article", () => {
    expect(
      found({
        "/rules/0/references": [],
        "/tables/approval/references": [],
        "/parameters/days/references": [],
        "/conflict/references": [],
      }),
    ).toEqual([
      "no-citation /conflict/references",
      "no-citation /parameters/days/references",
      "no-citation /rules/0/references",
      "no-citation /tables/approval/references",
    ]);
  });
});

describe("unused-parameter", () => {
  const parameter = { value: 1, unit: "rate", label, references };

  it("reports a parameter that nothing names", () => {
    expect(found({ "/parameters/idle": parameter })).toEqual(["unused-parameter /parameters/idle"]);
  });

  it("takes for use whatever names it: a derived fact, a cell, a named condition", () => {
    expect(
      found({
        "/parameters/idle": parameter,
        "/derived/party/most": { label, kind: "greatest", of: ["share", "parameter.idle"] },
      }),
    ).toEqual([]);
    expect(
      found({
        "/parameters/idle": parameter,
        "/conditions/most": {
          all: [{ fact: "share", operator: "equal", value: { fact: "parameter.idle" } }],
        },
      }),
    ).toEqual([]);
  });
});

describe("no-label", () => {
  it("reports a word once, where it is first said", () => {
    const role = { type: "role", params: { role: "helper" } };
    expect(
      found({
        ...rule(8, { stage: "attribution", event: role }),
        ...rule(9, { stage: "attribution", event: role }),
      }),
    ).toEqual(["no-label /rules/8/rule/event/params/role"]);
  });

  it("reports grades, steps, levels, bearers, measures, grounds and codes alike", () => {
    expect(
      found({ "/words/demerit": undefined, "/words/check": undefined, "/words/manager": undefined }),
    ).toEqual([
      "no-label /grades/1",
      "no-label /rules/6/rule/event/params/step",
      "no-label /tables/approval/rows/0/then/0",
    ]);
    const exempt = { type: "exempt", params: { ground: "untrained", movesTo: { bearer: "fund" } } };
    expect(found(rule(8, { stage: "attribution", event: exempt }))).toEqual([
      "no-label /rules/8/rule/event/params/ground",
      "no-label /rules/8/rule/event/params/movesTo/bearer",
    ]);
    expect(found(rule(8, { event: { type: "warn", params: { code: "late" } } }))).toEqual([
      "no-label /rules/8/rule/event/params/code",
    ]);
  });

  it("knows the words that the engine labels itself", () => {
    const compensate = {
      type: "compensate",
      params: { to: "external", bearer: "company", amount: { fact: "parameter.fine" } },
    };
    expect(found(rule(8, { scope: "case", event: compensate }))).toEqual([]);
  });

  it("tells which labelled word was probably meant", () => {
    const role = { type: "role", params: { role: "responsibel" } };
    expect(diagnose(rule(8, { stage: "attribution", event: role }))[0]?.help?.en).toBe(
      "did you mean `responsible`?",
    );
  });
});

describe("step-longer-than-whole", () => {
  const due = (within: unknown, unit: string, more: object = {}) => ({
    type: "due",
    params: { step: "check", from: "receivedAt", within, unit, partOf: "close", ...more },
  });
  const part = (within: unknown, unit: string, more: object = {}) =>
    found({ "/rules/6/rule/event": due(within, unit, more), "/parameters/stepDays": undefined }).filter(
      (one) => !one.startsWith("bare"),
    );
  const longer = ["step-longer-than-whole /rules/6/rule/event/params/within"];

  it("reports a part that has longer than its whole, and not one that has as long", () => {
    expect(found({ "/parameters/stepDays/value": 8 })).toEqual(longer);
    expect(found({ "/parameters/stepDays/value": 7 })).toEqual([]);
  });

  it("compares other units only where the longer is longer for certain", () => {
    expect(part(7, "working-days")).toEqual([]);
    expect(part(8, "working-days")).toEqual(longer);
    expect(part(193, "hours")).toEqual([]);
    expect(part(194, "hours")).toEqual(longer);
    expect(part(8, "calendar-days", { at: "09:00" })).toEqual(longer);
  });

  it("lets a part go with the longest of several deadlines of its whole", () => {
    const close = {
      type: "due",
      params: { step: "close", from: "receivedOn", within: 20, unit: "calendar-days" },
    };
    const edits = {
      "/parameters/stepDays/value": 8,
      ...rule(8, { stage: "deadline", scope: "case", event: close }),
    };
    expect(found(edits).filter((one) => !one.startsWith("bare"))).toEqual([]);
  });
});
