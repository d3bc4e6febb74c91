import { readFileSync } from "node:fs";
import type { RelevantFacts } from "@evenhand/analysis";
import type { Policy } from "@evenhand/domain";
import { vocabularyOf } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { type RelevantLine, relevantLines } from "./relevant-lines.ts";

const RULES = new URL("../../../../../../rules/", import.meta.url);

function linesOf(policy: string, facts: RelevantFacts): readonly RelevantLine[] {
  const text = readFileSync(new URL(`${policy}/v1.json`, RULES), "utf8");
  return relevantLines(facts, vocabularyOf(JSON.parse(text) as Policy, "en"));
}

describe("relevantLines", () => {
  it("tells days by their distance, people by their place and the rest as it stands", () => {
    const facts = {
      case: { market: "overseas", reachedBranchOn: 3 },
      parties: [
        { partyKind: "person", person: "#1" },
        { partyKind: "team", person: "somebody-else" },
      ],
    };
    expect(linesOf("branch-complaints", facts)).toEqual([
      { fact: "market", party: null, value: { kind: "value", value: "overseas" } },
      { fact: "reachedBranchOn", party: null, value: { kind: "days", after: 3 } },
      { fact: "person", party: 1, value: { kind: "party", place: 1 } },
      { fact: "person", party: 2, value: { kind: "party", place: 0 } },
    ]);
  });

  it("tells moments in hours, and text by which of its values it is", () => {
    const facts = { case: { product: "#2", receivedAt: -5_400_000 }, parties: [] };
    expect(linesOf("after-sales-crisis", facts)).toEqual([
      { fact: "product", party: null, value: { kind: "text", place: 2 } },
      { fact: "receivedAt", party: null, value: { kind: "hours", after: -1.5 } },
    ]);
  });
});
