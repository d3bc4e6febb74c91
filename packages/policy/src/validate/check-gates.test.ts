import { describe, expect, it } from "vitest";
import { diagnose, found } from "./sample-policy.ts";

const label = { en: "a label", zh: "名称" };
const references = [{ article: "8" }];

describe("the gates of a policy", () => {
  it("may be of every kind, each once, and may be left out", () => {
    expect(found({})).toEqual([]);
    expect(found({ "/gates": [] })).toEqual([]);
    expect(found({ "/gates": undefined })).toEqual([]);
  });

  it.each([
    ["a day of the case", "/gates/0/act", "receivedOn"],
    ["a derived day", "/gates/0/act", "receivedDay"],
    ["a day of the case on which all were told", "/gates/1/told", "receivedOn"],
    ["a moment that names the act", "/gates/5/act", "receivedAt"],
    ["text that names the act", "/gates/5/act", "remark"],
    ["one piece of evidence", "/gates/2/atLeast", 1],
    ["a hundred pieces of evidence", "/gates/2/atLeast", 100],
    ["evidence without a number", "/gates/2/atLeast", undefined],
  ])("may ask for %s", (_, at, value) => {
    expect(found({ [at]: value })).toEqual([]);
  });

  it.each([
    ["an unknown kind", "/gates/0/kind", "published", "unknown-value", "/gates/0/kind"],
    ["a field of another kind", "/gates/4/act", "receivedOn", "unknown-field", "/gates/4/act"],
    ["no act", "/gates/0/act", undefined, "missing-field", "/gates/0/act"],
    ["no label", "/gates/0/label", undefined, "missing-field", "/gates/0/label"],
    ["no references", "/gates/0/references", undefined, "missing-field", "/gates/0/references"],
    ["days as a number", "/gates/1/days", 5, "wrong-shape", "/gates/1/days"],
    ["no evidence at all", "/gates/2/atLeast", 0, "out-of-range", "/gates/2/atLeast"],
    ["too much evidence", "/gates/2/atLeast", 101, "out-of-range", "/gates/2/atLeast"],
    ["half a piece of evidence", "/gates/2/atLeast", 1.5, "wrong-shape", "/gates/2/atLeast"],
    ["an unknown act", "/gates/0/act", "actOnn", "unknown-fact", "/gates/0/act"],
    ["an act that is an amount", "/gates/0/act", "loss", "type-mismatch", "/gates/0/act"],
    ["a party's moment for the act", "/gates/0/act", "reportedAt", "wrong-scope", "/gates/0/act"],
    ["the day of evaluation for the act", "/gates/0/act", "evaluatedOn", "type-mismatch", "/gates/0/act"],
    ["a parameter for the act", "/gates/6/act", "parameter.reformed", "type-mismatch", "/gates/6/act"],
    ["a moment where days are counted", "/gates/6/act", "receivedAt", "type-mismatch", "/gates/6/act"],
    ["a moment of being told", "/gates/1/told", "reportedAt", "type-mismatch", "/gates/1/told"],
    ["an amount that names the act", "/gates/5/act", "loss", "type-mismatch", "/gates/5/act"],
    ["an unknown figure", "/gates/1/days/fact", "parameter.day", "unknown-parameter", "/gates/1/days/fact"],
    ["minutes to answer", "/gates/1/days/fact", "parameter.minutes", "type-mismatch", "/gates/1/days/fact"],
    ["a fact for a figure", "/gates/6/days/fact", "waited", "type-mismatch", "/gates/6/days/fact"],
  ])("may not have %s", (_, at, value, code, place) => {
    expect(found({ [at]: value })).toContain(`${code} ${place}`);
  });

  it("may not be two of one kind", () => {
    expect(found({ "/gates/7": { kind: "reasons", label, references } })).toEqual([
      "duplicate-id /gates/7/kind",
    ]);
  });

  it("are warned of without a citation, as rules are", () => {
    expect(found({ "/gates/3/references": [] })).toEqual(["no-citation /gates/3/references"]);
  });

  it("read the parameters that they name", () => {
    const parameter = { value: 3, unit: "calendar-days", label, references };
    expect(found({ "/parameters/answerDays": parameter })).toEqual([
      "unused-parameter /parameters/answerDays",
    ]);
    const read = { "/parameters/answerDays": parameter, "/gates/1/days/fact": "parameter.answerDays" };
    expect(found(read)).toEqual([]);
  });

  it("say what would do", () => {
    const [wrong] = diagnose({ "/gates/1/days/fact": "parameter.minutes" });
    expect(wrong).toMatchObject({
      message: {
        en: "`parameter.minutes` is not a parameter in calendar days",
        zh: "`parameter.minutes`不是以自然日计的参数",
      },
      help: { en: "declare a parameter with unit `calendar-days` and name it `parameter.…`" },
    });
  });

  it("do not keep the others from being looked at where one is malformed", () => {
    expect(found({ "/gates/0": 5, "/gates/6/act": "loss" })).toEqual([
      "wrong-shape /gates/0",
      "type-mismatch /gates/6/act",
    ]);
  });
});
