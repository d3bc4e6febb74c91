import { describe, expect, it } from "vitest";
import { readFigure, writtenFigure } from "./figure.ts";

describe("a figure as people write it", () => {
  it.each([
    [0.4, "rate", "CNY", "40"],
    [0.075, "rate", "CNY", "7.5"],
    [1, "rate", "CNY", "100"],
    [0, "rate", "CNY", "0"],
    [0.0000005, "rate", "CNY", "0.00005"],
    [120_050, "money", "CNY", "1200.5"],
    [5, "money", "CNY", "0.05"],
    [120, "money", "JPY", "120"],
    [7, "working-days", "CNY", "7"],
    [1.5, "months", "CNY", "1.5"],
    ["2027-01-01", "date", "CNY", "2027-01-01"],
  ] as const)("%s (%s, %s) is %s, there and back", (value, unit, currency, text) => {
    expect(writtenFigure(value, { unit, currency })).toBe(text);
    expect(readFigure(text, { unit, currency })).toBe(value);
  });

  it("may have separators, a sign for per cent, and full-width digits", () => {
    const money = { unit: "money", currency: "CNY" } as const;
    expect(readFigure(" 1,200.00 ", money)).toBe(120_000);
    expect(readFigure("４０％", { unit: "rate", currency: "CNY" })).toBe(0.4);
  });

  it.each([
    ["5,000元", 500_000],
    ["￥5,000", 500_000],
    ["¥ 5,000.50", 500_050],
    ["5000.00 元", 500_000],
    ["1.2万", 1_200_000],
    ["0.29万元", 290_000],
    ["CNY 5000", 500_000],
    ["-5", -500],
  ])("is an amount as people write it: `%s`", (text, minor) => {
    expect(readFigure(text, { unit: "money", currency: "CNY" })).toBe(minor);
  });

  it.each(["$5", "1.005", "5角", "5000日元", "1,2,3元5"])("is no amount of yuan: `%s`", (text) => {
    expect(readFigure(text, { unit: "money", currency: "CNY" })).toBeUndefined();
  });

  it.each(["", "abc", "1e3", "4 0 x", "--1", "1.2.3"])("is no number: `%s`", (text) => {
    expect(readFigure(text, { unit: "rate", currency: "CNY" })).toBeUndefined();
  });
});
