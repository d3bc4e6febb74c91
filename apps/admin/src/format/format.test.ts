import { expect, it } from "vitest";
import { formatCountDifference, formatMoney, formatMoneyDifference } from "./format.ts";

it.each(["en", "zh"] as const)("what is below nothing has the minus sign before it in %s", (language) => {
  expect(formatMoneyDifference(-6_130_000, "CNY", language)).toBe("−¥61,300");
  expect(formatMoney(-50, "CNY", language)).toBe("−¥0.50");
  expect(formatCountDifference(-3, language)).toBe("−3");
  expect(formatCountDifference(3, language)).toBe("+3");
});
