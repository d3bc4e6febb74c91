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

  it("say how to write a half as a rate", () => {
    expect(diagnose({ "/parameters/capRate/value": 50 })[0]?.help?.en).toBe("half is `0.5`, not `50`");
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
