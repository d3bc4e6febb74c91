import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found } from "./sample-policy.ts";

const label = { en: "a label", zh: "名称" };
const PARAMS = "/rules/8/rule/event/params";
const PLACES = {
  intake: "case",
  attribution: "party",
  penalty: "party",
  deadline: "case",
  authority: "case",
} as const;

type Place = { readonly stage: keyof typeof PLACES; readonly scope?: "case" | "party" };

/** One more rule, the ninth, that always holds and says this. */
function saying(type: string, params: object, { stage, scope = PLACES[stage] }: Place): Edits {
  const always = { all: [{ fact: "loss", operator: "greaterThanInclusive", value: 0 }] };
  const rule = { conditions: always, event: { type, params } };
  return { "/rules/8": { id: "more", stage, scope, label, references: [{ article: "2" }], rule } };
}

const errors = (edits: Edits) =>
  diagnose(edits).flatMap(({ severity, code, at }) => (severity === "error" ? [`${code} ${at}`] : []));

describe("what a rule says", () => {
  it.each([
    ["a category from a fact", "classify", { category: { fact: "kind" }, severity: "major" }, "intake"],
    [
      "a number",
      "number",
      { date: { fact: "receivedOn" }, dateFormat: "YYMM", sequence: { fact: "delivered" }, digits: 3 },
      "intake",
    ],
    [
      "an exemption that moves to owners",
      "exempt",
      { ground: "untrained", movesTo: { owners: "owner" } },
      "attribution",
    ],
    [
      "an exemption that moves a part",
      "exempt",
      {
        ground: "late",
        portion: { fact: "parameter.capRate" },
        movesTo: { party: { fact: "instructedBy" } },
      },
      "attribution",
    ],
    [
      "a fine on the head",
      "fine",
      { amount: { fact: "parameter.fine" }, insteadOf: 0, on: { fact: "head" }, once: true },
      "penalty",
    ],
    ["months of bonus", "deduct", { of: "bonus", months: 0.5 }, "penalty"],
    ["a share of the loss", "deduct", { of: "share" }, "penalty"],
    ["a grade", "grade", { grade: "demerit" }, "penalty"],
    [
      "a deadline by the clock",
      "due",
      { step: "reply", from: "receivedAt", within: { fact: "parameter.minutes" }, unit: "minutes" },
      "deadline",
    ],
    [
      "a deadline at nine",
      "due",
      { step: "reply", from: "receivedAt", within: 1, unit: "calendar-days", at: "09:00" },
      "deadline",
    ],
    ["a warning", "warn", { code: "late", message: label }, "authority"],
  ] as const)("may be %s", (_, type, params, stage) => {
    expect(errors(saying(type, params, { stage }))).toEqual([]);
  });

  it.each([
    ["no classification at all", "classify", {}, "intake", "missing-field", "category"],
    ["a category that is a number", "classify", { category: 5 }, "intake", "type-mismatch", "category"],
    [
      "a category that is no id",
      "classify",
      { category: "Batch Defect" },
      "intake",
      "wrong-shape",
      "category",
    ],
    [
      "a category that is an amount",
      "classify",
      { category: { fact: "loss" } },
      "intake",
      "type-mismatch",
      "category/fact",
    ],
    [
      "a number of a moment",
      "number",
      { date: { fact: "receivedAt" }, dateFormat: "YYMM", sequence: { fact: "delivered" }, digits: 3 },
      "intake",
      "type-mismatch",
      "date/fact",
    ],
    [
      "a running number of money",
      "number",
      { date: { fact: "receivedOn" }, dateFormat: "YYMM", sequence: { fact: "loss" }, digits: 3 },
      "intake",
      "type-mismatch",
      "sequence/fact",
    ],
    ["a share without a rate", "bear", { portion: "share" }, "attribution", "missing-field", "share"],
    [
      "a share beside the rest",
      "bear",
      { portion: "rest", share: 1 },
      "attribution",
      "unknown-field",
      "share",
    ],
    ["a share above 1", "bear", { portion: "share", share: 1.5 }, "attribution", "out-of-range", "share"],
    [
      "a share that is worked out as a fraction",
      "bear",
      { portion: "share", share: { fact: "defectRatio" } },
      "attribution",
      "type-mismatch",
      "share/fact",
    ],
    [
      "a bearer that is a number",
      "bear",
      { portion: "share", share: 1, bearer: { fact: "points" } },
      "attribution",
      "type-mismatch",
      "bearer/fact",
    ],
    [
      "owners picked by a fact of the case",
      "exempt",
      { ground: "a", movesTo: { owners: "known" } },
      "attribution",
      "wrong-scope",
      "movesTo/owners",
    ],
    [
      "owners picked by a number",
      "exempt",
      { ground: "a", movesTo: { owners: "points" } },
      "attribution",
      "type-mismatch",
      "movesTo/owners",
    ],
    [
      "a share moved to a word",
      "exempt",
      { ground: "a", movesTo: { party: { fact: "kind" } } },
      "attribution",
      "type-mismatch",
      "movesTo/party/fact",
    ],
    ["a part above 1", "exempt", { ground: "a", portion: 2 }, "attribution", "out-of-range", "portion"],
    ["a fine of half a fen", "fine", { amount: 0.5 }, "penalty", "type-mismatch", "amount"],
    ["a fine below nothing", "fine", { amount: -5 }, "penalty", "out-of-range", "amount"],
    ["a fine of a rate", "fine", { amount: { fact: "share" } }, "penalty", "type-mismatch", "amount/fact"],
    ["a fine one and a half times", "fine", { amount: 1, times: 1.5 }, "penalty", "type-mismatch", "times"],
    ["a fine minus one times", "fine", { amount: 1, times: -1 }, "penalty", "out-of-range", "times"],
    [
      "a fine times what may be below 0",
      "fine",
      { amount: 1, times: { fact: "points" } },
      "penalty",
      "out-of-range",
      "times/fact",
    ],
    [
      "a fine less more than itself",
      "fine",
      { amount: { fact: "parameter.fine" }, insteadOf: 5001 },
      "penalty",
      "out-of-range",
      "insteadOf",
    ],
    ["a fine on a word", "fine", { amount: 1, on: { fact: "kind" } }, "penalty", "type-mismatch", "on/fact"],
    ["an unknown grade", "grade", { grade: "demerits" }, "penalty", "unknown-value", "grade"],
    [
      "a rate for an unknown grade",
      "deduct",
      { of: "grade", rates: { demerits: 1 } },
      "penalty",
      "unknown-value",
      "rates/demerits",
    ],
    [
      "a rate for a grade above 1",
      "deduct",
      { of: "grade", rates: { demerit: 1.2 } },
      "penalty",
      "out-of-range",
      "rates/demerit",
    ],
    [
      "months by a rate",
      "deduct",
      { of: "bonus", months: { fact: "parameter.capRate" } },
      "penalty",
      "type-mismatch",
      "months/fact",
    ],
    ["months without end", "deduct", { of: "bonus", months: 2_000 }, "penalty", "out-of-range", "months"],
    [
      "hours from a day",
      "due",
      { step: "a", from: "receivedOn", within: 1, unit: "hours" },
      "deadline",
      "type-mismatch",
      "from",
    ],
    [
      "a deadline from an amount",
      "due",
      { step: "a", from: "loss", within: 1, unit: "calendar-days" },
      "deadline",
      "type-mismatch",
      "from",
    ],
    [
      "a deadline from an unknown day",
      "due",
      { step: "a", from: "recievedOn", within: 1, unit: "calendar-days" },
      "deadline",
      "unknown-fact",
      "from",
    ],
    [
      "days by a parameter of minutes",
      "due",
      { step: "a", from: "receivedOn", within: { fact: "parameter.minutes" }, unit: "calendar-days" },
      "deadline",
      "type-mismatch",
      "within/fact",
    ],
    [
      "days that the case works out",
      "due",
      { step: "a", from: "receivedOn", within: { fact: "waited" }, unit: "calendar-days" },
      "deadline",
      "type-mismatch",
      "within/fact",
    ],
    [
      "half a day",
      "due",
      { step: "a", from: "receivedOn", within: 0.5, unit: "calendar-days" },
      "deadline",
      "type-mismatch",
      "within",
    ],
    [
      "a deadline beyond any",
      "due",
      { step: "a", from: "receivedOn", within: 10_001, unit: "calendar-days" },
      "deadline",
      "out-of-range",
      "within",
    ],
    [
      "a time of day beside hours",
      "due",
      { step: "a", from: "receivedAt", within: 1, unit: "hours", at: "09:00" },
      "deadline",
      "unknown-field",
      "at",
    ],
    [
      "25 o'clock",
      "due",
      { step: "a", from: "receivedAt", within: 1, unit: "calendar-days", at: "25:00" },
      "deadline",
      "wrong-shape",
      "at",
    ],
    [
      "a part of a step there is not",
      "due",
      { step: "a", from: "receivedOn", within: 1, unit: "calendar-days", partOf: "closed" },
      "deadline",
      "unknown-value",
      "partOf",
    ],
    [
      "a part of itself",
      "due",
      { step: "a", from: "receivedOn", within: 1, unit: "calendar-days", partOf: "a" },
      "deadline",
      "unknown-value",
      "partOf",
    ],
    [
      "a quantity nobody declared",
      "measure",
      { kind: "a", quantity: { fact: "los" } },
      "deadline",
      "unknown-fact",
      "quantity/fact",
    ],
    [
      "a quantity that is a fraction",
      "measure",
      { kind: "a", quantity: { fact: "defectRatio" } },
      "deadline",
      "type-mismatch",
      "quantity/fact",
    ],
    ["once in a case", "measure", { kind: "a", once: true }, "deadline", "wrong-scope", "once"],
  ] as const)("may not be %s", (_, type, params, stage, code, field) => {
    expect(errors(saying(type, params, { stage }))).toEqual([`${code} ${PARAMS}/${field}`]);
  });

  it.each([
    ["neither an amount nor a rate", {}, "missing-field", "amount"],
    ["an amount and a rate", { amount: 1, rate: 1, of: { fact: "loss" } }, "unknown-field", "rate"],
    ["a rate of nothing", { rate: 0.5 }, "missing-field", "of"],
    ["of something without a rate", { amount: 1, of: { fact: "loss" } }, "unknown-field", "of"],
    ["a rate of a number", { rate: 0.5, of: { fact: "delivered" } }, "type-mismatch", "of/fact"],
    ["at least half a fen", { amount: 1, atLeast: 0.5 }, "type-mismatch", "atLeast"],
  ])("may not compensate %s", (_, params, code, field) => {
    const said = saying(
      "compensate",
      { to: "customer", bearer: "company", ...params },
      { stage: "penalty", scope: "case" },
    );
    expect(errors(said)).toEqual([`${code} ${PARAMS}/${field}`]);
  });

  it("stands in its own stage and scope only", () => {
    const type = "/rules/8/rule/event/type";
    expect(errors(saying("fine", { amount: 1 }, { stage: "attribution" }))).toEqual([
      `misplaced-event ${type}`,
    ]);
    expect(errors(saying("fine", { amount: 1 }, { stage: "penalty", scope: "case" }))).toEqual([
      `misplaced-event ${type}`,
    ]);
    expect(errors(saying("compensate", { to: "a", bearer: "b", amount: 1 }, { stage: "penalty" }))).toEqual([
      `misplaced-event ${type}`,
    ]);
    expect(errors(saying("measure", { kind: "a" }, { stage: "penalty" }))).toEqual([]);
  });

  it("names a bearer where the case bears, for there is no party to bear instead", () => {
    const bear = (params: object) =>
      errors(saying("bear", { portion: "rest", ...params }, { stage: "attribution", scope: "case" }));
    expect(bear({})).toEqual([`missing-field ${PARAMS}/bearer`]);
    expect(bear({ bearer: "factory" })).toEqual([]);
  });

  it("divides a loss in one way only", () => {
    const equal = saying("bear", { portion: "equal" }, { stage: "attribution" });
    expect(errors(equal)).toEqual([`mixed-portions ${PARAMS}/portion`]);
    const rest = saying("bear", { portion: "rest" }, { stage: "attribution" });
    expect(errors(rest)).toEqual([]);
  });

  it("takes points from facts of whole numbers", () => {
    const points = { portion: "points", points: { fact: "points" }, of: { fact: "share" } };
    expect(errors({ ...saying("bear", points, { stage: "attribution" }), "/rules/2": undefined })).toContain(
      `type-mismatch ${PARAMS}/of/fact`,
    );
  });

  it("deducts shares only where the policy names a loss", () => {
    const share = saying("deduct", { of: "share" }, { stage: "penalty" });
    expect(errors({ ...share, "/lossFact": undefined })).toEqual(["missing-field /lossFact"]);
  });
});

describe("statutory guards", () => {
  it("allow shares of a loss and nothing else where they say so", () => {
    expect(found({ "/guards/0": "strict" })).toEqual([
      "forbidden-by-guard /rules/3/rule/event/type",
      "forbidden-by-guard /rules/4/rule/event/type",
    ]);
    expect(
      errors({
        "/guards/0": "strict",
        "/rules/3/rule/event": { type: "deduct", params: { of: "share" } },
        "/rules/4/rule/event": { type: "remind", params: {} },
      }),
    ).toEqual([]);
  });

  it("are known, in the policy's currency, and named once", () => {
    expect(found({ "/guards/0": "mlid" })).toEqual(["unknown-guard /guards/0"]);
    expect(found({ "/currency": "JPY" })).toEqual(["guard-currency /guards/0"]);
    expect(found({ "/guards/1": "mild" })).toEqual(["duplicate-id /guards/1"]);
  });
});
