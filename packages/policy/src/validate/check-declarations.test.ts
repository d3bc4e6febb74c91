import { describe, expect, it } from "vitest";
import { diagnose, found } from "./sample-policy.ts";

const label = { en: "a label", zh: "名称" };

describe("declared facts", () => {
  it("share one namespace over the case, the parties and what is derived", () => {
    expect(found({ "/facts/party/remark": { type: "text", label } })).toEqual([
      "duplicate-id /facts/party/remark",
    ]);
    expect(found({ "/derived/case/points": { label, kind: "count", of: "faults" } })).toContain(
      "duplicate-id /derived/case/points",
    );
  });

  it.each(["disposition", "supportingEvidence", "toString", "valueOf"])(
    "may not take the name `%s`",
    (name) => {
      expect(found({ [`/facts/case/${name}`]: { type: "text", label } })).toContain(
        `reserved-name /facts/case/${name}`,
      );
    },
  );

  it("may declare a standard fact again, of the same type and in the same place only", () => {
    expect(found({ "/facts/case/decidedOn": { type: "date", label } })).toEqual([]);
    expect(found({ "/facts/case/decidedOn": { type: "instant", label } })).toContain(
      "type-mismatch /facts/case/decidedOn/type",
    );
    expect(found({ "/facts/party/decidedOn": { type: "date", label } })).toContain(
      "reserved-name /facts/party/decidedOn",
    );
  });

  it("keep to what guards read of them, where the policy names a guard", () => {
    const wage = { "/facts/party/monthlyWage": { type: "integer", label } };
    expect(found(wage)).toEqual(["type-mismatch /facts/party/monthlyWage/type"]);
    expect(found({ ...wage, "/guards": [] })).toEqual(["no-guard /guards"]);
  });

  it.each([
    ["values of a number", { type: "integer", values: { a: label } }, "unknown-field", "values"],
    ["an open day", { type: "date", open: true }, "unknown-field", "open"],
    ["a bound on text", { type: "text", maximum: 5 }, "unknown-field", "maximum"],
    [
      "an unknown amount when absent",
      { type: "money", whenAbsent: "unknown" },
      "unknown-field",
      "whenAbsent",
    ],
    [
      "statements of a number",
      { type: "integer", says: { true: label, false: label } },
      "unknown-field",
      "says",
    ],
    ["a party kind of text", { type: "text", namesKind: "person" }, "unknown-field", "namesKind"],
    ["a weight of text", { type: "text", weighs: "worse" }, "unknown-field", "weighs"],
    ["a weight of a party", { type: "party", weighs: "milder" }, "unknown-field", "weighs"],
    [
      "a weight of values that are not all listed",
      { type: "enum", values: { a: label }, open: true, weighs: "worse" },
      "unknown-field",
      "weighs",
    ],
    ["a weight that is neither", { type: "money", weighs: "more" }, "unknown-value", "weighs"],
    ["an enum without values", { type: "enum" }, "missing-field", "values"],
    ["a set without values", { type: "set", values: {} }, "missing-field", "values"],
    [
      "kinds of parties that state a fact of the case",
      { type: "text", required: ["person"] },
      "wrong-scope",
      "required",
    ],
    ["half a fen as a bound", { type: "money", minimum: 0.5 }, "type-mismatch", "minimum"],
    ["a negative amount as a bound", { type: "money", minimum: -1 }, "out-of-range", "minimum"],
    ["a rate above 1 as a bound", { type: "rate", maximum: 1.5 }, "out-of-range", "maximum"],
    ["bounds that leave nothing", { type: "integer", minimum: 5, maximum: 4 }, "out-of-range", "maximum"],
    ["seven places", { type: "decimal", maximum: 0.1234567 }, "type-mismatch", "maximum"],
    [
      "a bound by an unknown fact",
      { type: "integer", maximum: { fact: "nobody" } },
      "unknown-fact",
      "maximum/fact",
    ],
    ["a bound by an amount", { type: "integer", maximum: { fact: "loss" } }, "type-mismatch", "maximum/fact"],
    [
      "a bound by a fact of the party",
      { type: "integer", maximum: { fact: "points" } },
      "wrong-scope",
      "maximum/fact",
    ],
  ])("refuse %s", (_, declaration, code, field) => {
    expect(found({ "/facts/case/more": { label, ...declaration } })).toContain(
      `${code} /facts/case/more/${field}`,
    );
  });

  it.each(["money", "integer", "decimal", "rate", "boolean", "date", "instant"])(
    "may say of %s which way it weighs",
    (type) => {
      expect(found({ "/facts/party/more": { type, label, weighs: "milder" } })).toEqual([]);
    },
  );

  it.each(["enum", "set"])("may say of %s which way its values weigh", (type) => {
    const fact = { type, label, values: { slight: label, grave: label }, weighs: "worse" };
    expect(found({ "/facts/case/more": fact })).toEqual([]);
  });

  it("say of a wrong rate what it is in percent", () => {
    expect(diagnose({ "/parameters/capRate/value": 4 })[0]).toEqual({
      code: "out-of-range",
      severity: "error",
      at: "/parameters/capRate/value",
      message: { en: "400% is out of range: 0% to 100%", zh: "400%超出范围，应在0%至100%之间" },
    });
    const bounds = { type: "rate", label, minimum: 0.5, maximum: 0.25 };
    expect(diagnose({ "/facts/case/more": bounds })[0]?.message.en).toBe("25% is below the least value, 50%");
  });
});

describe("a protected fact", () => {
  /** A fact that is read at exactly one place, protected. */
  function protectedAt(name: string, change: Readonly<Record<string, unknown>> = {}): readonly string[] {
    return found({ [`${name}/protected`]: true, ...change });
  }

  it("may be declared, as long as nothing reads it", () => {
    expect(protectedAt("/facts/case/remark")).toEqual([]);
    expect(found({ "/facts/party/points/protected": false })).toEqual([]);
  });

  it.each([
    ["a rule", "/facts/case/known", "/rules/0/rule/conditions/all/0/fact"],
    ["an event", "/facts/party/share", "/rules/2/rule/event/params/share/fact"],
    ["a named condition", "/facts/party/faults", "/conditions/late-fault/all/0/fact"],
    ["a derived fact", "/facts/party/faults", "/derived/party/faultCount/of"],
    ["a count over parties", "/facts/party/causedError", "/derived/case/causing/where/0/fact"],
    ["a table", "/facts/case/loss", "/tables/approval/inputs/0/fact"],
    ["a gate", "/facts/party/toldOn", "/gates/1/told"],
    ["a bound of another fact", "/facts/case/delivered", "/facts/case/defective/maximum/fact"],
    ["the loss that is divided", "/facts/case/loss", "/lossFact"],
    ["the day that chooses the version", "/facts/case/receivedOn", "/appliesBy"],
    ["the rule on conflicts of interest", "/facts/party/instructedBy", "/conflict/instructors/0"],
    ["the start of a deadline", "/facts/case/receivedOn", "/rules/5/rule/event/params/from"],
  ])("may not be read by %s", (_, fact, place) => {
    expect(protectedAt(fact)).toContain(`protected-fact ${place}`);
  });

  it("may not be compared with from the other side either", () => {
    const conditions = { all: [{ fact: "allPoints", operator: "equal", value: { fact: "points" } }] };
    expect(protectedAt("/facts/party/points", { "/rules/1/rule/conditions": conditions })).toEqual([
      "protected-fact /rules/1/rule/conditions/all/0/value/fact",
    ]);
  });

  it("is not one that the engine itself reads", () => {
    const bonus = { type: "money", label, protected: true };
    expect(found({ "/facts/party/monthlyBonus": bonus })).toEqual([
      "protected-fact /facts/party/monthlyBonus/protected",
    ]);
  });

  it("says how to mend it, and is an error", () => {
    const told = diagnose({ "/facts/case/known/protected": true }).find(
      ({ code }) => code === "protected-fact",
    );
    expect(told?.severity).toBe("error");
    expect(told?.message.en).toBe("`known` is protected, so nothing in the policy may read it");
    expect(told?.help?.en).toMatch(/^take it out here/);
  });
});

describe("parameters", () => {
  it.each([
    [99.5, "money", "type-mismatch"],
    [-1, "money", "out-of-range"],
    [1_000_000_000_001, "money", "out-of-range"],
    [1.000001, "rate", "out-of-range"],
    [0.1234567, "rate", "type-mismatch"],
    [0.5, "calendar-days", "type-mismatch"],
    [1.5, "hours", "type-mismatch"],
    [-1, "count", "out-of-range"],
    [40_000, "working-days", "out-of-range"],
    ["7", "calendar-days", "type-mismatch"],
    [20_260_301, "date", "not-a-date"],
    ["2026-02-29", "date", "not-a-date"],
  ])("refuse %j as a number of %s", (value, unit, code) => {
    const parameter = { value, unit, label, references: [{ article: "1" }] };
    expect(found({ "/parameters/more": parameter })).toContain(`${code} /parameters/more/value`);
  });

  it.each([
    [0, "money"],
    [1_000_000_000_000, "money"],
    [1, "rate"],
    [0.5, "months"],
    [0, "calendar-days"],
    ["2028-02-29", "date"],
  ])("take %j as a number of %s", (value, unit) => {
    const parameter = { value, unit, label, references: [{ article: "1" }] };
    expect(found({ "/parameters/more": parameter })).toEqual(["unused-parameter /parameters/more"]);
  });
});
