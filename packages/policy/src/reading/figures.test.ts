import { describe, expect, it } from "vitest";
import {
  dayInWords,
  figure,
  millionthsAsPercentage,
  momentInWords,
  monthInWords,
  percentage,
  plainNumber,
} from "./figures.ts";

const english = { language: "en", currency: "CNY" } as const;
const chinese = { language: "zh", currency: "CNY" } as const;

describe("figures are written as people write them", () => {
  it.each([
    [120_000, "money", "1,200.00", "1,200.00元"],
    [0, "money", "0.00", "0.00元"],
    [0.5, "rate", "50%", "50%"],
    [1234567, "integer", "1,234,567", "1,234,567"],
    [3, "working-days", "3 working days", "3个工作日"],
    [1, "working-days", "1 working day", "1个工作日"],
    [7, "calendar-days", "7 calendar days", "7日"],
    [1, "calendar-days", "1 calendar day", "1日"],
    [24, "hours", "24 hours", "24小时"],
    [30, "minutes", "30 minutes", "30分钟"],
    [0.5, "months", "half a month", "半个月"],
    [3, "months", "3 months", "3个月"],
    ["2026-07-06", "date", "6 July 2026", "2026年7月6日"],
    ["2026-05-20T09:05:00+08:00", "instant", "09:05 on 20 May 2026", "2026年5月20日09:05"],
  ] as const)("%s as %s", (value, type, inEnglish, inChinese) => {
    expect(figure(value, type, english)).toBe(inEnglish);
    expect(figure(value, type, chinese)).toBe(inChinese);
  });

  it("rounds lengths of time to two places, and never to a whole number that they are not", () => {
    expect(figure(148_045.016_667, "hours", english)).toBe("148,045.02 hours");
    expect(figure(148_045.016_667, "hours", chinese)).toBe("148,045.02小时");
    expect(figure(4.001, "hours", english)).toBe("4.001 hours");
    expect(figure(0.333_333, "months", english)).toBe("0.333333 months");
  });

  it("keeps a rate exact to its sixth place, and what lies between two millionths apart from both", () => {
    expect(percentage(0.000_001)).toBe("0.0001%");
    expect(percentage(0.0125)).toBe("1.25%");
    expect(percentage(0.029_999_5)).toBe("2.99995%");
    expect(percentage(12)).toBe("1,200%");
    expect(millionthsAsPercentage(333_333)).toBe("33.3333%");
  });

  it("leaves alone what is no day, moment or month", () => {
    expect(dayInWords("soon", "en")).toBe("soon");
    expect(momentInWords("soon", "zh")).toBe("soon");
    expect(monthInWords("2026", "en")).toBe("2026");
    expect(momentInWords("2026-05-20T09:05:07Z", "en")).toBe("09:05:07 on 20 May 2026");
    expect(plainNumber(-1234.5)).toBe("-1,234.5");
  });
});
