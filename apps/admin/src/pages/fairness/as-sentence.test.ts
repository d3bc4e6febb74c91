import { expect, it } from "vitest";
import { asSentence } from "./as-sentence.ts";

it("begins with a capital and ends with the stop of its language, once", () => {
  const reason = { en: "no rank is stated", zh: "职级未填报" };
  expect([asSentence(reason, "en"), asSentence(reason, "zh")]).toEqual([
    "No rank is stated.",
    "职级未填报。",
  ]);
  const whole = { en: "No rank is stated.", zh: "职级未填报。" };
  expect([asSentence(whole, "en"), asSentence(whole, "zh")]).toEqual([whole.en, whole.zh]);
});
