import { describe, expect, it } from "vitest";
import { found } from "./sample-policy.ts";

const label = { en: "a label", zh: "名称" };

describe("what a policy says of itself", () => {
  it.each([
    ["a day that does not exist", "/effectiveFrom", "2026-02-30", "not-a-date", "/effectiveFrom"],
    ["no time zone", "/timeZone", "Asia/Shangai", "unknown-value", "/timeZone"],
    ["an offset for a time zone", "/timeZone", "+08:00", "unknown-value", "/timeZone"],
    ["an unknown calendar", "/calendar", "cm", "unknown-calendar", "/calendar"],
    ["a grade twice", "/grades/2", "warning", "duplicate-id", "/grades/2"],
    ["an unknown day of application", "/appliesBy", "received", "unknown-fact", "/appliesBy"],
    ["an amount to apply by", "/appliesBy", "loss", "type-mismatch", "/appliesBy"],
    ["a derived day to apply by", "/appliesBy", "receivedDay", "type-mismatch", "/appliesBy"],
    ["the day of evaluation to apply by", "/appliesBy", "evaluatedOn", "type-mismatch", "/appliesBy"],
    ["a party's moment to apply by", "/appliesBy", "reportedAt", "wrong-scope", "/appliesBy"],
    ["a loss that is no money", "/lossFact", "delivered", "type-mismatch", "/lossFact"],
    ["a cap of days", "/cap/rate/fact", "parameter.days", "type-mismatch", "/cap/rate/fact"],
    ["a cap by a fact", "/cap/rate/fact", "loss", "type-mismatch", "/cap/rate/fact"],
    ["an unknown cap", "/cap/rate/fact", "parameter.cap", "unknown-parameter", "/cap/rate/fact"],
    ["a decider of a party", "/conflict/decider", "head", "wrong-scope", "/conflict/decider"],
    ["a decider that is a word", "/conflict/decider", "kind", "type-mismatch", "/conflict/decider"],
    [
      "an instructor of the case",
      "/conflict/instructors/0",
      "decidedBy",
      "wrong-scope",
      "/conflict/instructors/0",
    ],
    ["an unknown instructor", "/conflict/instructors/0", "boss", "unknown-fact", "/conflict/instructors/0"],
  ])("may not be %s", (_, at, value, code, place) => {
    expect(found({ [at]: value })).toContain(`${code} ${place}`);
  });

  it("may apply by the day of the decision without declaring it", () => {
    expect(found({ "/appliesBy": "decidedOn" })).toEqual([]);
  });
});

describe("examples", () => {
  const example = {
    id: "first",
    title: label,
    request: {
      case: { reference: "R1", facts: { loss: 100 }, parties: [{ id: "P1", kind: "person", facts: {} }] },
    },
    expect: { disposition: "upheld" },
    reasons: ["close", "approval#small"],
  };

  it("are cases as they are sent, with what comes out and the rules that fire", () => {
    expect(found({ "/examples/0": example })).toEqual([]);
  });

  it.each([
    ["an id twice", "/examples/1", example, "duplicate-id", "/examples/1/id"],
    [
      "a rule that does not exist",
      "/examples/0/reasons/0",
      "closed",
      "unknown-value",
      "/examples/0/reasons/0",
    ],
    [
      "a row that does not exist",
      "/examples/0/reasons/1",
      "approval#tiny",
      "unknown-value",
      "/examples/0/reasons/1",
    ],
    ["no moment", "/examples/0/evaluatedAt", "yesterday", "not-a-date", "/examples/0/evaluatedAt"],
    [
      "no month",
      "/examples/0/request/scheduled",
      [{ party: "P1", month: "July", amountMinor: 1 }],
      "not-a-date",
      "/examples/0/request/scheduled/0/month",
    ],
    [
      "a kind of party there is not",
      "/examples/0/request/case/parties/0/kind",
      "persn",
      "unknown-value",
      "/examples/0/request/case/parties/0/kind",
    ],
    [
      "a case without parties",
      "/examples/0/request/case/parties",
      undefined,
      "missing-field",
      "/examples/0/request/case/parties",
    ],
  ])("may not have %s", (_, at, value, code, place) => {
    expect(found({ "/examples/0": structuredClone(example), [at]: value })).toContain(`${code} ${place}`);
  });
});
