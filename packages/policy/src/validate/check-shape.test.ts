import { describe, expect, it } from "vitest";
import { type Edits, diagnose, found } from "./sample-policy.ts";

const CONDITIONS = "/rules/1/rule/conditions";
const comparison = { fact: "causedError", operator: "equal", value: true };

const cases: readonly (readonly [string, Edits, readonly string[]])[] = [
  ["a field of the wrong kind", { "/version": "one" }, ["wrong-shape /version"]],
  ["a number that is not whole", { "/version": 1.5 }, ["wrong-shape /version"]],
  ["a version below 1", { "/version": 0 }, ["out-of-range /version"]],
  ["an empty text", { "/title/zh": "" }, ["wrong-shape /title/zh"]],
  ["a missing field", { "/currency": undefined }, ["missing-field /currency"]],
  ["null where something belongs", { "/title": null }, ["wrong-shape /title"]],
  ["an unknown field", { "/titel": 1 }, ["unknown-field /titel"]],
  ["an id with capitals", { "/id": "Sample" }, ["wrong-shape /id"]],
  ["an id of digits only", { "/id": "7" }, ["wrong-shape /id"]],
  ["an id that is too long", { "/id": "a".repeat(65) }, ["too-long /id"]],
  [
    "a name with a hyphen",
    { "/parameters/late-fine": { value: 1, unit: "count", label: { en: "a", zh: "甲" }, references: [] } },
    ["wrong-shape /parameters/late-fine"],
  ],
  ["no code of a currency", { "/currency": "yuan" }, ["wrong-shape /currency"]],
  ["a day in another form", { "/effectiveFrom": "1 March 2026" }, ["not-a-date /effectiveFrom"]],
  ["an unknown stage", { "/rules/1/stage": "intak" }, ["unknown-value /rules/1/stage"]],
  ["an unknown event", { "/rules/1/rule/event/type": "fire" }, ["unknown-value /rules/1/rule/event/type"]],
  [
    "an event without a type",
    { "/rules/1/rule/event/type": undefined },
    ["missing-field /rules/1/rule/event/type"],
  ],
  [
    "a parameter of another event",
    { "/rules/1/rule/event/params/level": "x" },
    ["unknown-field /rules/1/rule/event/params/level"],
  ],
  ["a priority of 0", { "/rules/1/rule/priority": 0 }, ["out-of-range /rules/1/rule/priority"]],
  [
    "params of a condition",
    { [`${CONDITIONS}/all/0/params`]: {} },
    [`unknown-field ${CONDITIONS}/all/0/params`],
  ],
  [
    "a priority inside a condition",
    { [`${CONDITIONS}/all/0/priority`]: 3 },
    [`unknown-field ${CONDITIONS}/all/0/priority`],
  ],
  [
    "a decorated operator",
    { [`${CONDITIONS}/all/0/operator`]: "everyFact:equal" },
    [`unknown-value ${CONDITIONS}/all/0/operator`],
  ],
  ["an empty all", { [CONDITIONS]: { all: [] } }, [`wrong-shape ${CONDITIONS}/all`]],
  [
    "an empty any further inside",
    { [CONDITIONS]: { all: [{ not: { any: [] } }] } },
    [`wrong-shape ${CONDITIONS}/all/0/not/any`],
  ],
  [
    "an empty list to be in",
    { [`${CONDITIONS}/all/0`]: { fact: "kind", operator: "in", value: [] } },
    [`wrong-shape ${CONDITIONS}/all/0/value`],
  ],
  ["a bare comparison at the top", { [CONDITIONS]: comparison }, [`wrong-shape ${CONDITIONS}`]],
  ["conditions of nothing", { [CONDITIONS]: {} }, [`wrong-shape ${CONDITIONS}`]],
  ["a condition that is text", { [CONDITIONS]: "causedError" }, [`wrong-shape ${CONDITIONS}`]],
  [
    "a value of another kind",
    { [`${CONDITIONS}/all/0/value`]: { fact: 5 } },
    [`wrong-shape ${CONDITIONS}/all/0/value/fact`],
  ],
  [
    "a list in a list",
    { [`${CONDITIONS}/all/0/value`]: [["a"]] },
    [`wrong-shape ${CONDITIONS}/all/0/value/0`],
  ],
  [
    "a function in an event",
    { "/rules/1/rule/event/params/role": () => "x" },
    ["wrong-shape /rules/1/rule/event/params/role", "missing-field /rules/1/rule/event/params/role"],
  ],
  [
    "a cell of nothing",
    { "/tables/approval/rows/0/when/0": {} },
    ["table-shape /tables/approval/rows/0/when/0"],
  ],
  [
    "a cell with an unknown field",
    { "/tables/approval/rows/0/when/0": { atMots: 5 } },
    ["wrong-shape /tables/approval/rows/0/when/0"],
  ],
  ["a table without rows", { "/tables/approval/rows": [] }, ["wrong-shape /tables/approval/rows"]],
];

describe("the shape of a policy", () => {
  it.each(cases)("refuses %s", (_, edits, expected) => {
    expect(found(edits).filter((one) => !isOfLabels(one))).toEqual(expected);
  });

  /** A rule that cannot be read names no word and no parameter; that is told where it is told. */
  function isOfLabels(one: string): boolean {
    return one.startsWith("no-label") || one.startsWith("unused-parameter");
  }

  it("names what was found and what was probably meant, in both languages", () => {
    expect(diagnose({ "/rules/1/stage": "intak" })[0]).toMatchObject({
      message: {
        en: "`intak` is not one of the values that may stand here",
        zh: "`intak`不在可用取值之列",
      },
      help: { en: "did you mean `intake`?", zh: "是不是`intake`？" },
    });
    expect(diagnose({ "/titel": 1 })[0]?.help).toBeUndefined();
    expect(diagnose({ "/title": undefined, "/titel": { en: "a", zh: "甲" } })[0]?.help?.en).toBe(
      "did you mean `title`?",
    );
  });

  it("tells how to bring a bare comparison into a group", () => {
    expect(diagnose({ [CONDITIONS]: comparison })[0]?.help?.en).toBe(
      "put the comparison into a list under `all`",
    );
  });

  it("explains that operators have no prefix here", () => {
    expect(diagnose({ [`${CONDITIONS}/all/0/operator`]: "everyFact:equal" })[0]?.help?.en).toBe(
      "operators have no prefix here; use `equal`",
    );
  });

  it("never lets a word of the schema library through", () => {
    const wordings = cases
      .flatMap(([, edits]) => diagnose(edits))
      .flatMap(({ message, help }) => [message.en, help?.en ?? ""]);
    expect(wordings.length).toBeGreaterThan(cases.length);
    for (const wording of wordings)
      expect(wording).not.toMatch(/invalid|expected|received|unrecognized|input|undefined/i);
  });

  it("compares the nearest form of a condition, not the first", () => {
    const misspelt = { fact: "causedError", operatr: "equal", value: true };
    expect(found({ [`${CONDITIONS}/all/0`]: misspelt })).toEqual([
      `unknown-field ${CONDITIONS}/all/0/operatr`,
      `missing-field ${CONDITIONS}/all/0/operator`,
    ]);
  });
});

describe("a value of the wrong kind is shown as it stands, with how to mend it", () => {
  const parameter = (value: unknown, unit: string) => ({
    "/parameters/more": { value, unit, label: { en: "more", zh: "更多" }, references: [] },
  });

  it.each<readonly [Edits, string, string, string | undefined, string | undefined]>([
    [
      parameter("100", "money"),
      '`"100"` is text, not an amount of money',
      '`"100"`是文本，不是金额',
      "write it without quotation marks in minor units: 1,000.00 is written `100000`",
      "请去掉引号，并以分为单位：1,000.00元写作`100000`",
    ],
    [
      parameter("7", "calendar-days"),
      '`"7"` is text, not a number of calendar days',
      '`"7"`是文本，不是自然日天数',
      "leave out the quotation marks",
      "请去掉引号",
    ],
    [parameter(1.5, "count"), "`1.5` is not a whole number", "`1.5`不是整数", undefined, undefined],
    [
      { [`${CONDITIONS}/all/0/value`]: "是" },
      '`"是"` is text, not `true` or `false`',
      '`"是"`是文本，不是`true`或`false`',
      "write `true` or `false`",
      "请写作`true`（是）或`false`（否）",
    ],
    [
      { [`${CONDITIONS}/all/0/value`]: "true" },
      '`"true"` is text, not `true` or `false`',
      '`"true"`是文本，不是`true`或`false`',
      "leave out the quotation marks",
      "请去掉引号",
    ],
    [
      { "/version": "3" },
      '`"3"` is text, not a number',
      '`"3"`是文本，不是数字',
      "leave out the quotation marks",
      "请去掉引号",
    ],
    [
      { "/title/en": 5 },
      "`5` is a number, not text",
      "`5`是数字，不是文本",
      "put it in quotation marks",
      "请加上引号",
    ],
    [{ "/title/zh": undefined }, "`zh` is missing", "缺少`zh`", "add the Chinese text", "请补中文"],
    [{ "/title/en": undefined }, "`en` is missing", "缺少`en`", "add the English text", "请补英文"],
    [
      { "/rules/1/references": undefined },
      "`references` is missing",
      "缺少`references`",
      'name the article it comes from, as `[{ "article": "21(2)" }]`',
      '请写明所依据的条文，如`[{ "article": "21(2)" }]`',
    ],
  ])("%j", (edits, en, zh, helpEn, helpZh) => {
    const [first] = diagnose(edits);
    expect(first?.message).toEqual({ en, zh });
    expect(first?.help).toEqual(helpEn === undefined ? undefined : { en: helpEn, zh: helpZh });
  });
});
