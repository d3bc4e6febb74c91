import { readFileSync } from "node:fs";
import type { Policy } from "@evenhand/domain";
import { expect, it } from "vitest";
import { vocabularyOf } from "../reading/vocabulary.ts";
import { partName } from "./reach-text.ts";

const FINES_2 = new URL("../../../../rules/complaint-fines/v2.json", import.meta.url);
const POLICY = JSON.parse(readFileSync(FINES_2, "utf8")) as Policy;

it.each([
  ["cap", "the monthly cap", "每月扣减上限"],
  ["deduct-for-grade", "rule “A grade converts to a bonus deduction”", "规则“纪律处分折算扣减绩效奖金”"],
  ["basePoints", "fact “the person's base points”", "事实“本人基数”"],
  ["cn", "cn", "cn"],
])(
  "a part is called by its kind and label, and what the policy does not know by its id: %s",
  (id, en, zh) => {
    expect(partName(id, vocabularyOf(POLICY, "en"))).toBe(en);
    expect(partName(id, vocabularyOf(POLICY, "zh"))).toBe(zh);
  },
);
