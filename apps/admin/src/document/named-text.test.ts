import { expect, it } from "vitest";
import { namedText, namesIn } from "./named-text.ts";

const DOCUMENT = {
  facts: { case: { loss: { type: "money", label: { en: "loss", zh: "损失" } } } },
  parameters: { cap: { label: { en: "monthly cap", zh: "每月上限" }, value: 0.5 } },
  tables: { fines: { label: { en: "Fine tiers", zh: "罚款档次" } } },
  rules: [{ id: "late", label: { en: "Late arrival", zh: "迟到" } }],
  words: { warned: { en: "written warning", zh: "书面警告" } },
};

it.each([
  ["no row of `fines` covers `loss`", "no row of “Fine tiers” covers “loss”"],
  ["`parameter.cap` is used by `late`", "“monthly cap” is used by “Late arrival”"],
  ["`lossAmout` is not a fact", "“lossAmout” is not a fact"],
  ["nothing is named", "nothing is named"],
])("%s", (text, named) => expect(namedText(text, namesIn(DOCUMENT, "en"))).toBe(named));

it("names what a word of outcomes and a part are called in Chinese", () => {
  expect(namedText("`warned`用于`fines`", namesIn(DOCUMENT, "zh"))).toBe("“书面警告”用于“罚款档次”");
});
