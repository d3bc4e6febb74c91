import type { Policy, PolicyNote } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { diffPolicies } from "./diff-policies.ts";
import type { PolicyChange } from "./policy-change.ts";
import { SAMPLE_VERSION, rule } from "./sample-version.ts";

type Draft = { -readonly [Key in keyof Policy]: Policy[Key] };

/** The changes from the sample to what `edit` makes of it. */
function changesAfter(
  edit: (draft: Draft) => void,
  before: Policy = SAMPLE_VERSION,
): readonly PolicyChange[] {
  const after = structuredClone(before);
  edit(after);
  return diffPolicies(before, after);
}

function texts(edit: (draft: Draft) => void): readonly string[] {
  return changesAfter(edit).map(({ text }) => text.en);
}

function set(target: object, path: readonly (string | number)[], value: unknown): void {
  const [key = "", ...rest] = path;
  const group = target as Record<string | number, unknown>;
  if (rest.length === 0) group[key] = value;
  else set(group[key] as object, rest, value);
}

describe("a changed parameter", () => {
  it("says label, figures in their unit, article and what it reaches", () => {
    const [change, ...others] = changesAfter((draft) =>
      set(draft, ["parameters", "conversion", "value"], 0.1),
    );
    expect(others).toEqual([]);
    expect(change).toEqual({
      kind: "changed",
      subject: "parameter",
      id: "conversion",
      field: "value",
      at: { before: "/parameters/conversion/value", after: "/parameters/conversion/value" },
      before: 1,
      after: 0.1,
      reaches: ["third"],
      text: {
        en: "Warning conversion rate changed from 100% to 10%, −90 percentage points (Art. 24); reaches rule “The third rule”",
        zh: "警告折算率由100%改为10%，变动−90个百分点（第24条），涉及规则“third规则”",
      },
      said: {
        what: { en: "Parameter “Warning conversion rate”", zh: "参数“警告折算率”" },
        before: { en: "100%", zh: "100%" },
        after: { en: "10%", zh: "10%" },
      },
    });
  });

  it.each([
    [
      "limit",
      300_000,
      ["levels#middle", "levels#large", "first", "second"],
      "Figure changed from 2,000.00 to 3,000.00, +1,000.00",
    ],
    ["replyDays", 8, ["third"], "Figure changed from 7 calendar days to 8 calendar days, +1 calendar day"],
    ["bonusCapRate", 0.4, ["cap"], "Cap rate changed from 50% to 40%, −10 percentage points (Art. 21(3))"],
    ["mostPoints", 50, ["points"], "Figure changed from 40 to 50, +10"],
  ])(
    "reaches rules, rows, the cap and facts, through named conditions and derived facts: %s",
    (id, value, reaches, text) => {
      const [change] = changesAfter((draft) => set(draft, ["parameters", id, "value"], value));
      expect(change?.reaches).toEqual(reaches);
      expect(change?.text.en).toContain(text);
    },
  );

  it("names the rows it reaches by their place", () => {
    const [change] = changesAfter((draft) => set(draft, ["parameters", "limit", "value"], 300_000));
    expect(change?.text.zh).toBe(
      "数值由2,000.00元改为3,000.00元，变动+1,000.00元，涉及表“审批权限”第2行、表“审批权限”第3行、规则“first规则”、规则“second规则”",
    );
  });
});

describe("facts", () => {
  it("tell which way they weigh and that they are protected as words, not as fields", () => {
    expect(texts((draft) => set(draft, ["facts", "case", "kind", "weighs"], "worse"))).toEqual([
      "Fact “kind”: what more of it makes of the matter changed from neither worse nor milder to worse",
    ]);
    expect(texts((draft) => set(draft, ["facts", "case", "loss", "protected"], true))[0]).toMatch(
      /^Fact “loss”: protected changed from no to yes; reaches /,
    );
  });
});

describe("rules", () => {
  it("that only changed their place are one move, and that has no effect", () => {
    const changes = changesAfter((draft) => {
      draft.rules = [draft.rules[2], draft.rules[0], draft.rules[1]].filter((each) => each !== undefined);
    });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      kind: "moved",
      subject: "rule",
      id: "third",
      at: { before: "/rules/2", after: "/rules/0" },
      before: 3,
      after: 1,
      text: {
        en: "Rule “The third rule” moved from place 3 to place 1; its place has no effect on decisions",
        zh: "规则“third规则”由第3位移至第1位，位置不影响处理结果",
      },
    });
  });

  it("are matched by id, so one taken from the front is one removal", () => {
    const changes = changesAfter((draft) => {
      draft.rules = draft.rules.slice(1);
    });
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([["removed", "first"]]);
    expect(changes[0]).toMatchObject({ at: { before: "/rules/0" } });
    expect(changes[0]?.text.en).toMatch(/^Rule “The first rule” removed: .*2,000\.00/);
  });

  it("that are new are told as a sentence", () => {
    const [change] = changesAfter((draft) => {
      draft.rules = [...draft.rules, rule("fourth")];
    });
    expect(change).toMatchObject({ kind: "added", at: { after: "/rules/3" } });
    expect(change?.text.en).toMatch(/^New rule “The fourth rule”: .*fined 1,200\.00/);
    expect(change?.text.zh).toMatch(/^新增规则“fourth规则”：.*1,200\.00元/);
  });

  it("tell a changed condition by both of its readings", () => {
    const [change] = changesAfter((draft) =>
      set(draft, ["rules", 0, "rule", "conditions"], {
        all: [{ fact: "loss", operator: "greaterThanInclusive", value: 500_000 }],
      }),
    );
    expect(change).toMatchObject({
      field: "conditions",
      at: { before: "/rules/0/rule/conditions", after: "/rules/0/rule/conditions" },
    });
    expect(change?.text.en).toMatch(/condition changed from “.*above 2,000\.00” to “.*at least 5,000\.00”/);
  });

  it("say so where a condition is only written differently", () => {
    const [change] = changesAfter((draft) =>
      set(draft, ["rules", 0, "rule", "conditions"], {
        all: [{ any: [{ fact: "loss", operator: "greaterThan", value: { fact: "parameter.limit" } }] }],
      }),
    );
    expect(change?.text.en).toContain("condition written differently, reads the same");
  });

  it("tell what they say parameter by parameter, and as a whole where it is of another kind", () => {
    expect(texts((draft) => set(draft, ["rules", 0, "rule", "event", "params", "amount"], 80_000))).toEqual([
      "Rule “The first rule”: amount changed from “figure” (1,200.00) to 800.00",
    ]);
    expect(
      texts((draft) => set(draft, ["rules", 2, "rule", "event", "params", "rates", "warning"], 0.3)),
    ).toEqual([
      "Rule “The third rule”: rate of the grade “warning” changed from “warning conversion rate” (100%) to 30%",
    ]);
    const [replaced] = texts((draft) =>
      set(draft, ["rules", 1, "rule", "event"], { type: "remind", params: {} }),
    );
    expect(replaced).toMatch(/^Rule “The second rule” now says: .*; before it said: .*warning/);
  });

  it("tell a priority against the default", () => {
    expect(texts((draft) => set(draft, ["rules", 0, "rule", "priority"], 9))).toEqual([
      "Rule “The first rule”: priority changed from 1 (the default) to 9",
    ]);
  });
});

describe("tables", () => {
  it("tell a moved row once, with no effect where no two rows may hold", () => {
    const move = (draft: Draft) => {
      const { rows } = draft.tables["levels"] ?? { rows: [] };
      set(draft, ["tables", "levels", "rows"], [...rows.slice(1), ...rows.slice(0, 1)]);
    };
    const [unique, ...others] = changesAfter(move);
    expect(others).toEqual([]);
    expect(unique).toMatchObject({ kind: "moved", subject: "row", id: "levels#small", before: 1, after: 3 });
    expect(unique?.text.en).toBe(
      "Row `small` of “Levels” moved from place 1 to place 3; its place has no effect on decisions",
    );

    const first = structuredClone(SAMPLE_VERSION);
    set(first, ["tables", "levels", "hitPolicy"], "first");
    expect(changesAfter(move, first)[0]?.text.zh).toBe(
      "表“审批权限”的行`small`由第1位移至第3位，在上的一行优先，同时符合多行的案件可能改由另一行决定",
    );
  });

  it("tell cells by their column and outcomes by their name", () => {
    expect(texts((draft) => set(draft, ["tables", "levels", "rows", 0, "when", 0], null))).toEqual([
      "Row 1 of “Levels”: condition on “loss” changed from “the loss is at most 1,000.00” to any",
    ]);
    const [change] = changesAfter((draft) =>
      set(draft, ["tables", "levels", "rows", 2, "then", 0], "middle"),
    );
    expect(change).toMatchObject({
      field: "then.level",
      at: { before: "/tables/levels/rows/2/then/0", after: "/tables/levels/rows/2/then/0" },
    });
  });

  it("match columns by what they ask: a column put in front changes no other cell", () => {
    const changes = changesAfter((draft) => {
      const { rows } = draft.tables["levels"] ?? { rows: [] };
      set(draft, ["tables", "levels", "inputs"], [{ fact: "kind" }, { fact: "loss" }]);
      set(
        draft,
        ["tables", "levels", "rows"],
        rows.map((row, index) => ({ ...row, when: [index === 0 ? { is: "late" } : null, ...row.when] })),
      );
    });
    expect(changes.map(({ kind, id, field }) => [kind, id, field])).toEqual([
      ["added", "levels", "inputs.kind"],
      ["changed", "levels#small", "when.kind"],
    ]);
    expect(changes[1]?.text.en).toBe(
      "Row 1 of “Levels”: condition on “kind” changed from any to “the kind is “late delivery””",
    );
  });

  it("tell rows that came and went as sentences", () => {
    const changes = changesAfter((draft) => {
      const { rows } = draft.tables["levels"] ?? { rows: [] };
      set(draft, ["tables", "levels", "rows"], [...rows.slice(0, 2), { ...rows[2], id: "huge" }]);
    });
    expect(changes.map(({ kind, id, at }) => [kind, id, at])).toEqual([
      ["added", "levels#huge", { after: "/tables/levels/rows/2" }],
      ["removed", "levels#large", { before: "/tables/levels/rows/2" }],
    ]);
    expect(changes[0]?.text.en).toMatch(/^New row 3 of “Levels”: .*2,000\.00/);
  });
});

describe("gates", () => {
  const reasons = {
    kind: "reasons",
    label: { en: "Reasons are given", zh: "说明理由" },
    references: [{ article: "11" }],
  } as const;

  it("that came and went are told as sentences", () => {
    const changes = changesAfter((draft) => {
      draft.gates = [...(draft.gates ?? []).slice(1), reasons];
    });
    expect(changes.map(({ kind, subject, id, at }) => [kind, subject, id, at])).toEqual([
      ["added", "gate", "gate:reasons", { after: "/gates/2" }],
      ["removed", "gate", "gate:heard", { before: "/gates/0" }],
    ]);
    expect(changes[0]?.text).toEqual({
      en: "New gate “Reasons are given”: Before a deduction or a grade is recorded, its reasons must be given (Art. 11)",
      zh: "新增前提“说明理由”：作出扣款或处分决定前，应说明理由（第11条）",
    });
    expect(changes[1]?.text.en).toMatch(
      /^Gate “Heard beforehand” removed: .*at least 5 calendar days to answer/,
    );
  });

  it("tell what changed in them, against the default too", () => {
    expect(
      texts((draft) => {
        set(draft, ["gates", 0, "told"], "repliedOn");
        Reflect.deleteProperty(draft.gates?.[1] ?? {}, "atLeast");
      }),
    ).toEqual([
      "Gate “Heard beforehand”: day of the written notice changed from “day of receipt” to “day of reply”",
      "Gate “Evidence is listed”: pieces of evidence changed from 2 to 1 (the default)",
    ]);
  });

  it("are reached by the figures and facts that they read", () => {
    const [days] = changesAfter((draft) => set(draft, ["parameters", "answerDays", "value"], 10));
    expect(days?.reaches).toEqual(["gate:heard"]);
    expect(days?.text.en).toMatch(/; reaches gate “Heard beforehand”$/);
    const [fact] = changesAfter((draft) => set(draft, ["facts", "case", "receivedOn", "type"], "instant"));
    expect(fact?.reaches).toEqual(["gate:heard", "gate:not-punished-before", "third"]);
  });

  it("that only changed their place are one move, and that has no effect", () => {
    const changes = changesAfter((draft) => {
      draft.gates = (draft.gates ?? []).toReversed();
    });
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ["moved", "gate:not-punished-before"],
      ["moved", "gate:heard"],
    ]);
  });

  it("are not the same where there is an empty list and where there is none", () => {
    const empty: Policy = { ...structuredClone(SAMPLE_VERSION), gates: [] };
    const { gates: _, ...none } = empty;
    expect(diffPolicies(none, empty).map(({ kind, at }) => [kind, at])).toEqual([
      ["added", { after: "/gates" }],
    ]);
    expect(diffPolicies(empty, none).map(({ kind, at }) => [kind, at])).toEqual([
      ["removed", { before: "/gates" }],
    ]);
  });
});

describe("facts, conditions, words and notes", () => {
  it("tell values that came and went, with what reads the fact", () => {
    const [change] = changesAfter((draft) =>
      set(draft, ["facts", "case", "kind", "values", "damage"], { en: "damage", zh: "损坏" }),
    );
    expect(change).toMatchObject({
      subject: "fact",
      id: "kind",
      field: "values.damage",
      text: {
        en: "Fact “kind”: value `damage` added, “damage”",
        zh: "事实“kind”：新增取值`damage`：“损坏”",
      },
    });
  });

  it("know a fact that moved from the case to the party as the same one", () => {
    const changes = changesAfter((draft) => {
      const { kind, ...others } = draft.facts.case;
      draft.facts = { case: others, party: { ...draft.facts.party, ...(kind && { kind }) } };
    });
    expect(changes.map(({ kind, id, field, at }) => [kind, id, field, at.after])).toEqual([
      ["changed", "kind", "scope", "/facts/party/kind/scope"],
    ]);
  });

  it("tell a computed fact by its parts", () => {
    expect(texts((draft) => set(draft, ["derived", "case", "daysLate", "to"], "decidedOn"))).toEqual([
      "Derived fact “days late”: end changed from “day of reply” to “day of the decision”; reaches rule “The third rule”",
    ]);
  });

  it("tell a named condition with the rules that ask for it", () => {
    const [change] = changesAfter((draft) =>
      set(draft, ["conditions", "large", "all", 0, "operator"], "greaterThan"),
    );
    expect(change).toMatchObject({
      subject: "condition",
      id: "large",
      reaches: ["second"],
      at: { before: "/conditions/large", after: "/conditions/large" },
    });
    expect(change?.text.en).toMatch(
      /^Condition “large”: meaning changed from “.*at least 2,000\.00” to “.*above 2,000\.00”; reaches rule “The second rule”$/,
    );
  });

  it("tell a word by its label", () => {
    expect(texts((draft) => set(draft, ["words", "warning", "en"], "formal warning"))).toEqual([
      "Word `warning`: label changed from “warning” to “formal warning”",
    ]);
  });

  it("know a note by its text, or else by its articles", () => {
    const reworded = changesAfter((draft) =>
      set(draft, ["notes", 0, "text"], { en: "A better reading.", zh: "更好的解释。" }),
    );
    expect(reworded.map(({ kind, field, at }) => [kind, field, at.after])).toEqual([
      ["changed", "text", "/notes/0/text"],
    ]);
    const turned = changesAfter((draft) => {
      draft.notes = (draft.notes ?? []).toReversed() as readonly PolicyNote[];
    });
    expect(turned.map(({ kind }) => kind)).toEqual(["moved"]);
  });
});

describe("the policy itself", () => {
  it("names its statutory guards by their titles where they are given", () => {
    const titles = new Map([["cn", { en: "Wage protection", zh: "工资支付保护" }]]);
    const after = { ...SAMPLE_VERSION, guards: ["cn"] };
    expect(diffPolicies(SAMPLE_VERSION, after, titles).map(({ text }) => text.zh)).toEqual([
      "法定限制由无改为“工资支付保护”",
    ]);
  });

  it("tells its fields in words", () => {
    expect(
      texts((draft) => {
        draft.version = 2;
        draft.effectiveFrom = "2026-07-01";
        draft.guards = ["cn"];
        draft.lossFact = "loss";
      }),
    ).toEqual([
      "Version changed from 1 to 2",
      "Day of effect changed from 1 January 2026 to 1 July 2026",
      "Statutory guards changed from none to “cn”",
      "Loss that is divided added, “loss”",
    ]);
  });
});
