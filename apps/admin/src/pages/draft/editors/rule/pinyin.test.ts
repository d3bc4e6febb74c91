import { describe, expect, it } from "vitest";
import { pinyinInitials } from "./pinyin.ts";

describe("pinyin initials", () => {
  it.each([
    ["损失金额", "ssje"],
    ["当事方类型", "dsflx"],
    ["阿八擦大额发改哈及卡拉马那哦怕其然撒他挖西压杂", "abcdefghjklmnopqrstwxyz"],
    ["左右在之周最做", "zyzzzzz"],
    ["月度绩效奖金", "ydjxjj"],
    ["SKU 编号（2）", "sku bh（2）"],
    ["lossAmount", "lossamount"],
    ["", ""],
  ])("of %s are %s", (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });
});
