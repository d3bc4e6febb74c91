import { describe, expect, it } from "vitest";
import { isFactName, isIdentifier, pointer, suggest } from "./identifier.ts";

describe("isIdentifier", () => {
  it.each(["close-in-7-days", "a", "7-days", "cn", "a1"])("holds of %s", (text) => {
    expect(isIdentifier(text)).toBe(true);
  });

  it.each([
    "",
    "7",
    "2026",
    "Close",
    "a--b",
    "-a",
    "a-",
    "a_b",
    "a b",
    "罚款",
    "constructor",
    "a\n",
    "a".repeat(65),
  ])("does not hold of %j", (text) => {
    expect(isIdentifier(text)).toBe(false);
  });
});

describe("isFactName", () => {
  it.each(["lossAmount", "a", "cost2"])("holds of %s", (text) => {
    expect(isFactName(text)).toBe(true);
  });

  it.each([
    "",
    "LossAmount",
    "loss-amount",
    "2cost",
    "loss.amount",
    "constructor",
    "toString",
    "__proto__",
    "x".repeat(65),
  ])("does not hold of %j", (text) => {
    expect(isFactName(text)).toBe(false);
  });
});

describe("pointer", () => {
  it("joins its parts and escapes what pointers are made of", () => {
    expect(pointer()).toBe("");
    expect(pointer("rules", 0, "a/b~c")).toBe("/rules/0/a~1b~0c");
    expect(pointer("")).toBe("/");
    expect(pointer("~1")).toBe("/~01");
  });
});

describe("suggest", () => {
  const facts = ["lossAmount", "receivedOn", "decidedOn", "cost", "complaintKind"];

  it.each([
    ["lossAmuont", "lossAmount"],
    ["lossAmout", "lossAmount"],
    ["loss-amount", "lossAmount"],
    ["LOSS_AMOUNT", "lossAmount"],
    ["recievedOn", "receivedOn"],
    ["costs", "cost"],
    ["complaintkind", "complaintKind"],
  ])("takes %s for %s", (name, meant) => {
    expect(suggest(name, facts)).toBe(meant);
  });

  it.each(["", "weather", "co", "amountOfTheLoss", "x".repeat(100_000)])("takes %j for nothing", (name) => {
    expect(suggest(name, facts)).toBeUndefined();
  });

  it("prefers the nearer, then the earlier", () => {
    expect(suggest("fine-a", ["fine-bc", "fine-b", "fine-c"])).toBe("fine-b");
    expect(suggest("lossamount", ["lossAmounts", "lossAmount"])).toBe("lossAmount");
  });

  it("allows one slip in three letters", () => {
    expect(suggest("cast", ["cost"])).toBe("cost");
    expect(suggest("czzt", ["cost"])).toBeUndefined();
    expect(suggest("ab", ["ac"])).toBeUndefined();
    expect(suggest("abcdefghijklm", ["abcdefghixyz"])).toBeUndefined();
  });

  it("counts neighbours that changed places as one slip", () => {
    expect(suggest("csot", ["cost"])).toBe("cost");
  });
});
