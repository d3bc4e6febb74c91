import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found } from "../validate/sample-policy.ts";

const AT = "/rules/8/rule/conditions";
const ask = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });

/** One more rule of the case, asked in the deadline stage, with these conditions. */
function asking(conditions: object): Edits {
  const rule = { conditions, event: { type: "measure", params: { kind: "replacement" } } };
  const label = { en: "a label", zh: "名称" };
  return {
    "/rules/8": { id: "more", stage: "deadline", scope: "case", label, references: [{ article: "9" }], rule },
  };
}

function unreachable(conditions: object, more: Edits = {}): readonly string[] {
  return found({ ...asking(conditions), ...more }).filter((one) => !one.startsWith("bare-number"));
}

describe("a rule that never applies", () => {
  it.each([
    ["two values of one fact", [ask("kind", "equal", "delay"), ask("kind", "equal", "quality")], 1],
    [
      "a value and its absence from a list",
      [ask("kind", "equal", "delay"), ask("kind", "notIn", ["delay"])],
      1,
    ],
    ["lists without a common value", [ask("remark", "in", ["a", "b"]), ask("remark", "in", ["c"])], 1],
    [
      "none of all the values there are",
      [ask("kind", "notEqual", "delay"), ask("kind", "notEqual", "quality")],
      1,
    ],
    ["true and false", [ask("known", "equal", true), ask("known", "equal", false)], 1],
    ["an interval that is empty", [ask("loss", "lessThan", 100), ask("loss", "greaterThan", 100)], 1],
    [
      "an end that neither side includes",
      [ask("loss", "lessThan", 100), ask("loss", "greaterThanInclusive", 100)],
      1,
    ],
    [
      "whole numbers between two neighbours",
      [ask("delivered", "greaterThan", 2), ask("delivered", "lessThan", 3)],
      1,
    ],
    ["less than nothing", [ask("loss", "lessThan", 0)], 0],
    ["below the least value declared", [ask("delivered", "lessThan", 0)], 0],
    ["fewer parties than none", [ask("causing", "lessThan", 0)], 0],
    [
      "a parameter's figure and more",
      [ask("loss", "lessThan", { fact: "parameter.fine" }), ask("loss", "greaterThan", 5000)],
      1,
    ],
    [
      "a day before itself",
      [
        ask("receivedOn", "lessThan", { fact: "parameter.reformed" }),
        ask("receivedOn", "equal", { fact: "parameter.reformed" }),
      ],
      1,
    ],
    ["known and unknown", [ask("remark", "equal", null), ask("remark", "notEqual", null)], 1],
    ["a value of what is unknown", [ask("remark", "equal", null), ask("remark", "equal", "a")], 1],
    ["the absence of what every case states", [ask("loss", "equal", null)], 0],
    ["the absence of what is never absent", [ask("disposition", "equal", null)], 0],
    ["a disposition that no rule gives", [ask("disposition", "equal", "referred")], 0],
    ["a category where nothing classifies", [ask("category", "equal", "batch")], 0],
    ["a false parameter", [ask("parameter.fine", "greaterThan", 5000)], 0],
  ])("asks for %s", (_, all, at) => {
    expect(unreachable({ all })).toEqual([`unreachable-rule ${AT}/all/${at}`]);
  });

  it.each([
    ["values of two facts", [ask("kind", "equal", "delay"), ask("remark", "equal", "quality")]],
    [
      "an end that both sides include",
      [ask("loss", "lessThanInclusive", 100), ask("loss", "greaterThanInclusive", 100)],
    ],
    [
      "a share between two neighbours",
      [ask("defectRatio", "greaterThan", 0), ask("defectRatio", "lessThan", 0.000001)],
    ],
    ["days that are late, or early", [ask("waited", "lessThan", 0)]],
    ["upheld, which needs no rule", [ask("disposition", "equal", "upheld")]],
    ["refused, where a bar to deciding can refuse", [ask("disposition", "equal", "refused")]],
    ["what some rule gives", [ask("disposition", "equal", "not-upheld")]],
    [
      "a fact and another that may be less",
      [ask("defective", "greaterThan", { fact: "delivered" }), ask("delivered", "greaterThan", 0)],
    ],
    ["the absence of what is optional", [ask("remark", "equal", null), ask("kind", "equal", null)]],
  ])("may apply where it asks for %s", (_, all) => {
    expect(unreachable({ all })).toEqual([]);
  });

  it("is found through groups, denials and named conditions", () => {
    const late = ask("kind", "equal", "delay");
    expect(unreachable({ all: [late, { all: [{ not: late }] }] })).toEqual([
      `unreachable-rule ${AT}/all/1/all/0/not`,
    ]);
    expect(unreachable({ all: [late, { not: { any: [ask("loss", "equal", 1), late] } }] })).toEqual([
      `unreachable-rule ${AT}/all/1/not/any/1`,
    ]);
    expect(
      unreachable({ all: [ask("disposition", "equal", "not-upheld"), { condition: "upheld" }] }),
    ).toEqual([`unreachable-rule ${AT}/all/1`]);
  });

  it("is found where each of several alternatives is impossible, and not where one is possible", () => {
    const impossible = { all: [ask("loss", "lessThan", 0)] };
    expect(unreachable({ any: [impossible, ask("disposition", "equal", "referred")] })).toEqual([
      `unreachable-rule ${AT}`,
    ]);
    expect(unreachable({ any: [impossible, ask("kind", "equal", "delay")] })).toEqual([]);
  });

  it("lets a denied comparison hold of what is unknown", () => {
    const denied = { not: ask("remark", "equal", "a") };
    expect(unreachable({ all: [ask("remark", "equal", null), denied] })).toEqual([]);
    expect(
      unreachable({
        all: [ask("loss", "greaterThanInclusive", 0), { not: ask("loss", "greaterThanInclusive", 0) }],
      }),
    ).toEqual([`unreachable-rule ${AT}/all/1/not`]);
  });

  it("may apply once a rule gives what it asks for", () => {
    const referred = { all: [ask("disposition", "equal", "referred")] };
    const refer = { "/rules/0/rule/event/params/disposition": "referred" };
    expect(unreachable(referred, refer)).toEqual([]);
    expect(unreachable(referred, { ...refer, "/conflict": undefined, "/guards": [] })).toEqual([
      "no-guard /guards",
    ]);
    expect(
      unreachable(
        { all: [ask("disposition", "equal", "refused")] },
        { "/conflict": undefined, "/guards": [] },
      ),
    ).toEqual([`unreachable-rule ${AT}/all/0`, "no-guard /guards"]);
  });

  it("is not looked for by words while some rule cannot be read", () => {
    const referred = { all: [ask("disposition", "equal", "referred")] };
    expect(unreachable(referred, { "/rules/0/rule/event/params/disposition": "refered" })).toEqual([
      "unknown-value /rules/0/rule/event/params/disposition",
    ]);
  });

  it("is found in what a table asks before its rows", () => {
    const when = { all: [ask("disposition", "equal", "referred")] };
    expect(found({ "/tables/approval/when": when })).toContain(
      "unreachable-rule /tables/approval/when/all/0",
    );
  });

  it("tells what can be had instead", () => {
    expect(diagnose(asking({ all: [ask("disposition", "equal", "referred")] }))[0]?.help).toEqual({
      en: "rules give it `not-upheld`, `upheld` or `refused` only",
      zh: "规则只会将其定为`not-upheld`、`upheld`或`refused`",
    });
  });
});
