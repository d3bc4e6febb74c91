import { describe, expect, it } from "vitest";
import { type Choice, found, namesOf } from "./choice.ts";

const LOSS: Choice = {
  value: "lossAmount",
  label: "损失金额",
  names: namesOf("lossAmount", { en: "loss", zh: "损失金额" }),
};
const RETURNED: Choice = {
  value: "returned",
  label: "已退货",
  names: namesOf("returned", { en: "returned at a loss", zh: "已退货" }),
};

describe("a choice is found", () => {
  it.each(["损失", "金额", "loss", "LOSSA", "ssje", "ss"])("by `%s`", (text) => {
    expect(found([RETURNED, LOSS], text)[0]).toBe(LOSS);
  });

  it("before those that only have the text further in", () => {
    expect(found([RETURNED, LOSS], "loss")).toEqual([LOSS, RETURNED]);
  });

  it("not at all by what is no part of its names, and always by nothing", () => {
    expect(found([RETURNED, LOSS], "xyz")).toEqual([]);
    expect(found([RETURNED, LOSS], " ")).toEqual([RETURNED, LOSS]);
  });
});
