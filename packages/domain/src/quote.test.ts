import { expect, it } from "vitest";
import { quote } from "./quote.ts";

it("puts what was written into backticks", () => {
  expect(quote("lossAmout")).toBe("`lossAmout`");
  expect(quote("罚款 😀")).toBe("`罚款 😀`");
});

it("shortens to 60 characters and never leaves half of one", () => {
  expect(quote("x".repeat(60))).toBe(`\`${"x".repeat(60)}\``);
  expect(quote("x".repeat(61))).toBe(`\`${"x".repeat(59)}…\``);
  expect(quote("x".repeat(58) + "😀😀").isWellFormed()).toBe(true);
});

it("shows what is invisible, turns the direction of text or ends the quotation", () => {
  expect(quote("a`b")).toBe("`a\\u0060b`");
  expect(quote("a\n\u202eb\u2028")).toBe("`a\\u000a\\u202eb\\u2028`");
});
