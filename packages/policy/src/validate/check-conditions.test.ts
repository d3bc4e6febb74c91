import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found } from "./sample-policy.ts";

const OF_CASE = "/rules/7/rule/conditions";
const OF_PARTY = "/rules/1/rule/conditions";

function ofCase(fact: string, operator: string, value: unknown): Edits {
  return { [`${OF_CASE}/all/3`]: { fact, operator, value } };
}

describe("a comparison", () => {
  it.each([
    ["money with a whole amount", "loss", "greaterThan", 0],
    ["a ratio with a parameter", "excess", "greaterThan", { fact: "parameter.threshold" }],
    ["days with a parameter", "waited", "greaterThan", { fact: "parameter.days" }],
    ["a day with a day", "receivedOn", "lessThan", { fact: "decidedOn" }],
    ["anything optional with null", "receivedAt", "notEqual", null],
    ["a word with a list", "kind", "in", ["delay", "quality"]],
    ["text with any word", "remark", "equal", "anything"],
    ["a party with an id", "decidedBy", "notEqual", "P1"],
  ])("takes %s", (_, fact, operator, value) => {
    expect(found(ofCase(fact, operator, value))).toEqual([]);
  });

  it.each([
    ["an unknown fact", "lossAmount", "equal", 1, "unknown-fact", "fact"],
    ["an unknown fact to the right", "loss", "equal", { fact: "los" }, "unknown-fact", "value/fact"],
    ["an unknown parameter", "loss", "equal", { fact: "parameter.fines" }, "unknown-parameter", "value/fact"],
    ["half a fen", "loss", "equal", 0.5, "type-mismatch", "value"],
    ["money with text", "loss", "equal", "1", "type-mismatch", "value"],
    ["a number with a fraction where it is whole", "delivered", "equal", 0.5, "type-mismatch", "value"],
    ["seven places", "defectRatio", "equal", 0.1234567, "type-mismatch", "value"],
    ["text with a number", "remark", "equal", 1, "type-mismatch", "value"],
    ["true and false with a word", "known", "equal", "true", "type-mismatch", "value"],
    ["a word that is not on the list", "kind", "equal", "delays", "unknown-value", "value"],
    [
      "a word of a list that is not on the list",
      "kind",
      "in",
      ["delay", "qualty"],
      "unknown-value",
      "value/1",
    ],
    ["a disposition there is not", "disposition", "equal", "uphold", "unknown-value", "value"],
    ["a day with one that is written out", "receivedOn", "equal", "2026-03-01", "type-mismatch", "value"],
    ["a moment with a number", "receivedAt", "lessThan", 0, "type-mismatch", "value"],
    ["money with a number of pieces", "loss", "equal", { fact: "delivered" }, "type-mismatch", "value"],
    ["a day with a moment", "receivedOn", "equal", { fact: "receivedAt" }, "type-mismatch", "value"],
    ["days with minutes", "waited", "equal", { fact: "parameter.minutes" }, "type-mismatch", "value"],
    ["two ratios", "defectRatio", "equal", { fact: "excess" }, "type-mismatch", "value"],
    ["the order of words", "kind", "lessThan", "delay", "operator-mismatch", "operator"],
    ["the order of parties", "decidedBy", "greaterThan", "P1", "operator-mismatch", "operator"],
    ["what text contains", "remark", "contains", "x", "operator-mismatch", "operator"],
    ["true among values", "known", "in", ["true"], "operator-mismatch", "operator"],
    ["one value to be in", "kind", "in", "delay", "operator-mismatch", "value"],
    ["a fact to be in", "kind", "in", { fact: "remark" }, "operator-mismatch", "value"],
    ["a list to be equal to", "kind", "equal", ["delay"], "operator-mismatch", "value"],
    ["the order of unknowns", "loss", "lessThan", null, "operator-mismatch", "value"],
    ["a fact of the party in a rule of the case", "share", "equal", 1, "wrong-scope", "fact"],
    ["what is charged before it is", "chargedTotal", "greaterThan", 0, "not-known-yet", "fact"],
  ])("refuses %s", (_, fact, operator, value, code, field) => {
    expect(found(ofCase(fact, operator, value))).toContain(`${code} ${OF_CASE}/all/3/${field}`);
  });

  it.each([
    ["equal to a value", "equal", "late", "operator-mismatch", "operator"],
    ["in a list", "in", ["late"], "operator-mismatch", "operator"],
    ["with a value it cannot hold", "contains", "lat", "unknown-value", "value"],
    ["with null", "contains", null, "operator-mismatch", "value"],
  ])("refuses a set %s", (_, operator, value, code, field) => {
    expect(found({ [`${OF_PARTY}/all/0`]: { fact: "faults", operator, value } })).toContain(
      `${code} ${OF_PARTY}/all/0/${field}`,
    );
  });

  it("names both sides and what they hold", () => {
    expect(diagnose(ofCase("loss", "equal", { fact: "receivedOn" }))[0]?.message).toEqual({
      en: "`loss` holds an amount of money and cannot be compared with `receivedOn`, which holds a day",
      zh: "`loss`（金额）不能与`receivedOn`（日期）比较",
    });
  });

  it("helps to the parameter whose name was left bare", () => {
    expect(diagnose(ofCase("loss", "equal", { fact: "fine" }))[0]?.help?.en).toBe(
      "did you mean `parameter.fine`?",
    );
  });

  it("says from when on a fact can be read", () => {
    expect(diagnose(ofCase("chargedTotal", "greaterThan", 0))[0]?.help?.zh).toBe(
      "自`deadline`阶段起方可读取",
    );
  });
});

describe("conditions", () => {
  it("are looked at however deep they stand, each in its own place", () => {
    const deep = {
      any: [
        { not: { all: [{ fact: "los", operator: "equal", value: 1 }] } },
        { fact: "knwon", operator: "equal", value: true },
      ],
    };
    expect(found({ [`${OF_CASE}/all/3`]: deep })).toEqual([
      `unknown-fact ${OF_CASE}/all/3/any/0/not/all/0/fact`,
      `unknown-fact ${OF_CASE}/all/3/any/1/fact`,
    ]);
  });

  it("hide no fault behind a malformed neighbour", () => {
    expect(
      found({ [`${OF_CASE}/all/3`]: 5, [`${OF_CASE}/all/4`]: { fact: "los", operator: "equal", value: 1 } }),
    ).toEqual([`wrong-shape ${OF_CASE}/all/3`, `unknown-fact ${OF_CASE}/all/4/fact`]);
  });

  it("take 64 comparisons in a rule and no more, those of named conditions included", () => {
    const many = (count: number) => ({
      all: Array.from({ length: count }, () => ({ fact: "causedError", operator: "equal", value: true })),
    });
    expect(found({ [OF_PARTY]: many(64) })).toEqual([]);
    expect(found({ [OF_PARTY]: many(65) })).toEqual([`too-many ${OF_PARTY}`]);
    expect(found({ [OF_PARTY]: { all: [...many(64).all, { condition: "late-fault" }] } })).toEqual([
      `too-many ${OF_PARTY}`,
    ]);
  });
});

describe("a named condition", () => {
  it("is refused where there is none of its name, with the one that was meant", () => {
    const [diagnostic] = diagnose({ [OF_PARTY]: { condition: "late-faults" } });
    expect(diagnostic).toMatchObject({
      code: "unknown-condition",
      at: `${OF_PARTY}/condition`,
      help: { en: "did you mean `late-fault`?" },
    });
  });

  it("names no other", () => {
    expect(found({ "/conditions/upheld": { all: [{ condition: "late-fault" }] } })).toContain(
      "wrong-shape /conditions/upheld/all/0/condition",
    );
  });

  it("is judged by the scope and stage of each rule that names it", () => {
    expect(found({ [OF_CASE]: { condition: "late-fault" } })).toContain(`wrong-scope ${OF_CASE}/condition`);
    expect(found({ "/rules/0/rule/conditions": { condition: "upheld" } })).toContain(
      "not-known-yet /rules/0/rule/conditions/condition",
    );
  });

  it("has its own faults told once, in its own place", () => {
    expect(found({ "/conditions/late-fault/all/0/value": "lat" })).toEqual([
      "unknown-value /conditions/late-fault/all/0/value",
    ]);
  });
});
