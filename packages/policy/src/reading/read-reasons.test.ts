import { expect, test } from "vitest";
import { readReasons } from "./read-reasons.ts";
import { bore } from "./sample-explanation.ts";
import { SAMPLE_POLICY } from "./sample-policy.ts";
import { vocabularyOf } from "./vocabulary.ts";

test("each condition that held is a statement with what it saw, in either language", () => {
  const trace = bore.conditions;
  if (!trace) throw new Error("the sample rule has no conditions");
  expect(readReasons(trace, vocabularyOf(SAMPLE_POLICY, "en"))).toEqual(["the complaint is upheld"]);
  expect(readReasons(trace, vocabularyOf(SAMPLE_POLICY, "zh"))).toEqual(["投诉成立"]);
});
