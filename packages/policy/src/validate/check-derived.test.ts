import { describe, expect, it } from "vitest";
import { found } from "./sample-policy.ts";

const label = { en: "a label", zh: "名称" };

describe("derived facts", () => {
  it.each([
    [
      "days between moments",
      "case",
      { kind: "days-between", from: "receivedAt", to: "decidedOn" },
      "type-mismatch",
      "from",
    ],
    [
      "hours between days",
      "case",
      { kind: "hours-between", from: "receivedOn", to: "receivedOn" },
      "type-mismatch",
      "from",
    ],
    [
      "hours after a number of days",
      "case",
      { kind: "hours-between", from: "receivedAt", to: "receivedAt", after: { fact: "parameter.days" } },
      "type-mismatch",
      "after/fact",
    ],
    [
      "hours after a fact",
      "case",
      { kind: "hours-between", from: "receivedAt", to: "receivedAt", after: { fact: "delivered" } },
      "type-mismatch",
      "after/fact",
    ],
    [
      "a ratio of a day",
      "case",
      { kind: "ratio", numerator: "receivedOn", denominator: "delivered" },
      "type-mismatch",
      "numerator",
    ],
    [
      "a ratio of money and pieces",
      "case",
      { kind: "ratio", numerator: "loss", denominator: "delivered" },
      "type-mismatch",
      "",
    ],
    [
      "a ratio of a ratio",
      "case",
      { kind: "ratio", numerator: "defectRatio", denominator: "excess" },
      "type-mismatch",
      "numerator",
    ],
    ["a count of a number", "case", { kind: "count", of: "loss" }, "type-mismatch", "of"],
    ["the day of a day", "case", { kind: "local-day", of: "receivedOn" }, "type-mismatch", "of"],
    ["a sum of a fact of the case", "case", { kind: "sum", of: "loss" }, "wrong-scope", "of"],
    ["a sum of heads", "case", { kind: "sum", of: "head" }, "type-mismatch", "of"],
    ["a sum for each party", "party", { kind: "sum", of: "share" }, "wrong-scope", "kind"],
    [
      "a count of parties for each party",
      "party",
      { kind: "count-parties", where: [] },
      "wrong-scope",
      "kind",
    ],
    ["the greatest of words", "case", { kind: "greatest", of: ["kind"] }, "type-mismatch", "of/0"],
    [
      "the greatest of unlike things",
      "case",
      { kind: "greatest", of: ["loss", "delivered"] },
      "type-mismatch",
      "of/1",
    ],
    [
      "the first of unlike things",
      "case",
      { kind: "first-known", of: ["receivedOn", "receivedAt"] },
      "type-mismatch",
      "of/1",
    ],
    ["an unknown source", "case", { kind: "count", of: "flaws" }, "unknown-fact", "of"],
    ["a source of the party for the case", "case", { kind: "count", of: "faults" }, "wrong-scope", "of"],
    [
      "a source that is known only later",
      "case",
      { kind: "greatest", of: ["chargedTotal"] },
      "not-known-yet",
      "of/0",
    ],
    [
      "a role, which nobody has yet",
      "case",
      { kind: "count-parties", where: [{ fact: "assignedRole", operator: "equal", value: "head" }] },
      "not-known-yet",
      "where/0/fact",
    ],
    [
      "a test of the case",
      "case",
      { kind: "count-parties", where: [{ fact: "kind", operator: "equal", value: "delay" }] },
      "wrong-scope",
      "where/0/fact",
    ],
    [
      "a test of a set",
      "case",
      { kind: "count-parties", where: [{ fact: "faults", operator: "equal", value: "late" }] },
      "operator-mismatch",
      "where/0/operator",
    ],
    [
      "a test of a moment",
      "case",
      { kind: "count-parties", where: [{ fact: "reportedAt", operator: "equal", value: "now" }] },
      "type-mismatch",
      "where/0/value",
    ],
    [
      "a list to be equal to",
      "case",
      { kind: "count-parties", where: [{ fact: "partyKind", operator: "equal", value: ["person"] }] },
      "operator-mismatch",
      "where/0/value",
    ],
    [
      "a kind of party there is not",
      "case",
      { kind: "count-parties", where: [{ fact: "partyKind", operator: "in", value: ["persn"] }] },
      "unknown-value",
      "where/0/value/0",
    ],
    [
      "a record of the case",
      "case",
      { kind: "on-record", code: "late-fine", months: { fact: "parameter.lookBack" } },
      "wrong-scope",
      "kind",
    ],
    [
      "a record over days",
      "party",
      { kind: "on-record", code: "late-fine", months: { fact: "parameter.days" } },
      "type-mismatch",
      "months/fact",
    ],
  ])("refuse %s", (_, scope, derived, code, field) => {
    const at = `/derived/${scope}/more`;
    expect(found({ [at]: { label, ...derived } })).toContain(
      `${code} ${field === "" ? at : `${at}/${field}`}`,
    );
  });

  it("look back by whole months", () => {
    expect(found({ "/parameters/lookBack/value": 1.5 })).toEqual([
      "type-mismatch /derived/party/repeats/months/fact",
    ]);
  });

  it("may stand in any order, since the order of fields means nothing", () => {
    const derived = {
      daysOfFirst: { label, kind: "days-between", from: "firstDay", to: "decidedOn" },
      firstDay: { label, kind: "first-known", of: ["receivedDay", "receivedOn"] },
      receivedDay: { label, kind: "local-day", of: "receivedAt" },
    };
    expect(
      found({
        "/derived/case": derived,
        "/rules/7/rule/conditions/all/0": { fact: "daysOfFirst", operator: "greaterThan", value: 0 },
      }),
    ).toEqual(["unused-parameter /parameters/threshold"]);
  });

  it("may not go round in a circle", () => {
    const derived = {
      one: { label, kind: "first-known", of: ["loss", "two"] },
      two: { label, kind: "greatest", of: ["one", "loss"] },
    };
    expect(found({ "/derived/case/one": derived.one, "/derived/case/two": derived.two })).toEqual([
      "not-known-yet /derived/case/two/of/0",
    ]);
  });

  it("are told of once, and not again wherever they are used", () => {
    expect(found({ "/derived/party/faultCount/of": "flaws" })).toEqual([
      "unknown-fact /derived/party/faultCount/of",
    ]);
    expect(found({ "/derived/party/faultCount/kind": "tally" })).toEqual([
      "unknown-value /derived/party/faultCount/kind",
    ]);
  });
});
