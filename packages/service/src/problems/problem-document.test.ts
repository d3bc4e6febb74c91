import { REFUSAL_CODES } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { PROBLEM_CODES, isProblemCode } from "./codes.ts";
import { inPrecedence } from "./precedence.ts";
import { type SentProblem, problemDocument } from "./problem-document.ts";
import { PROBLEM_TITLES } from "./titles.ts";

const MISSING: SentProblem = {
  code: "missing-fact",
  at: "/case/facts/lossAmount",
  message: { en: "`lossAmount` is missing", zh: "缺少`lossAmount`" },
};
const MISTYPED: SentProblem = {
  code: "wrong-type",
  at: "/case/facts/receivedOn",
  message: { en: "`7` is not a day", zh: "`7`不是日期" },
  help: { en: "write it as `2026-07-06`", zh: "请写成`2026-07-06`" },
};

describe("problemDocument", () => {
  it("takes code, status and title of the first problem and lists all of them", () => {
    expect(problemDocument([MISSING, MISTYPED], { language: "en", instance: "r-1" })).toEqual({
      type: "/problems/missing-fact",
      title: "missing fact",
      status: 422,
      detail: "`lossAmount` is missing; 1 more problem is listed",
      code: "missing-fact",
      errors: [
        { code: "missing-fact", pointer: "/case/facts/lossAmount", detail: "`lossAmount` is missing" },
        {
          code: "wrong-type",
          pointer: "/case/facts/receivedOn",
          detail: "`7` is not a day",
          help: "write it as `2026-07-06`",
        },
      ],
      instance: "r-1",
    });
  });

  it("speaks Chinese throughout where it is asked to", () => {
    const document = problemDocument([MISSING, MISTYPED, MISTYPED], { language: "zh" });
    expect(document.title).toBe("缺少事实");
    expect(document.detail).toBe("缺少`lossAmount`；另有2个问题见列表");
    expect(document.errors.map(({ help }) => help)).toEqual([
      undefined,
      "请写成`2026-07-06`",
      "请写成`2026-07-06`",
    ]);
  });

  it("names no occurrence where none is given", () => {
    expect(problemDocument([MISSING], { language: "en" })).not.toHaveProperty("instance");
  });

  it("cannot be made of nothing", () => {
    expect(() => problemDocument([], { language: "en" })).toThrow("says what is wrong");
  });
});

describe("the list of codes", () => {
  it("holds every refusal first, in the order of the domain, so that precedence is one order", () => {
    expect(Object.keys(PROBLEM_CODES).slice(0, Object.keys(REFUSAL_CODES).length)).toEqual(
      Object.keys(REFUSAL_CODES),
    );
  });

  it("never answers what a client sent with a status of the server's, the codes of ours aside", () => {
    const ours = Object.entries(PROBLEM_CODES).filter(([, status]) => status >= 500);
    expect(ours).toEqual([
      ["policy-not-usable", 503],
      ["internal-error", 500],
      ["evaluators-disagree", 500],
      ["not-ready", 503],
      ["store-unavailable", 503],
    ]);
  });

  it("has a title of its own for each code in each language", () => {
    for (const language of ["en", "zh"] as const) {
      const titles = Object.values(PROBLEM_TITLES).map((title) => title[language]);
      expect(new Set(titles).size).toBe(Object.keys(PROBLEM_CODES).length);
    }
  });

  it.each(["constructor", "__proto__", "toString", ""])(
    "does not hold the inherited or empty name `%s`",
    (name) => {
      expect(isProblemCode(name)).toBe(false);
    },
  );
});

describe("inPrecedence", () => {
  it("puts graver codes first and leaves problems of one code in their order", () => {
    const second = { ...MISSING, at: "/case/facts/receivedOn" };
    expect(inPrecedence([MISTYPED, MISSING, second]).map(({ at }) => at)).toEqual([
      "/case/facts/lossAmount",
      "/case/facts/receivedOn",
      "/case/facts/receivedOn",
    ]);
  });
});
