import type { Reference } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { citation } from "./citation.ts";
import { SAMPLE_POLICY } from "./sample-policy.ts";
import { vocabularyOf } from "./vocabulary.ts";

const english = vocabularyOf(SAMPLE_POLICY, "en");
const chinese = vocabularyOf(SAMPLE_POLICY, "zh");
const articles = (...names: readonly string[]): readonly Reference[] => names.map((article) => ({ article }));

describe("a citation", () => {
  it.each([
    [articles(), "", ""],
    [articles("26"), " (Art. 26)", "（第26条）"],
    [articles("21(3)"), " (Art. 21(3))", "（第21条第3款）"],
    [articles("20", "21(2)", "22"), " (Arts. 20, 21(2) and 22)", "（第20条、第21条第2款、第22条）"],
    [articles("4.2.3.1(5)"), " (sec. 4.2.3.1(5))", "（第4.2.3.1条第5项）"],
    [articles("4.1", "4.2"), " (secs. 4.1 and 4.2)", "（第4.1条、第4.2条）"],
    [articles("evidence first"), " (rule “evidence first”)", "（“证据优先”规则）"],
    [articles("deflect", "8"), " (Art. 8; rule “deflect”)", "（第8条、“deflect”规则）"],
    [
      [{ article: "22", source: "Labour Contract Law" }],
      " (Labour Contract Law, Art. 22)",
      "（《劳动合同法》第22条）",
    ],
    [
      [{ article: "5" }, { article: "16", source: "Wage Rules (1994)" }],
      " (Art. 5; Wage Rules (1994), Art. 16)",
      "（第5条；《Wage Rules（1994）》第16条）",
    ],
  ] as const)("%j", (references, inEnglish, inChinese) => {
    expect(citation(references, english)).toBe(inEnglish);
    expect(citation(references, chinese)).toBe(inChinese);
  });
});
