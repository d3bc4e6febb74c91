import type { FactValue } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { decide } from "../decide.ts";
import { loadSample, samplePolicy } from "../sample-policy.ts";

const VALUES = {
  "spec-mismatch": { en: "goods not to specification", zh: "规格不符" },
  "late-delivery": { en: "late delivery", zh: "交货延迟" },
};
const LABEL = { en: "kind", zh: "类型" };

/** What becomes of a case with these values of an open list, a closed one and a set. */
function read(facts: Readonly<Record<string, FactValue>>) {
  const sample = samplePolicy();
  const policy = samplePolicy({
    facts: {
      case: {
        ...sample.facts.case,
        open: { type: "enum", label: LABEL, values: VALUES, open: true },
        closed: { type: "enum", label: LABEL, values: VALUES },
        some: { type: "set", label: LABEL, values: VALUES },
      },
      party: sample.facts.party,
    },
  });
  const result = decide(
    loadSample(policy),
    { case: { reference: "C-1", facts: { receivedOn: "2026-07-06", ...facts }, parties: [] } },
    { evaluatedAt: Date.parse("2026-07-10T10:00:00+08:00") },
  );
  return "refusal" in result
    ? result.refusal.problems.map(({ code, at, help }) => `${code} ${at} ${help?.en ?? ""}`)
    : result.response.outcome.warnings.map(({ code, message }) => `${code}: ${message}`);
}

describe("a label in the place of a value", () => {
  it.each([
    "规格不符",
    "goods not to specification",
    "Goods Not To Specification",
    "规格不付",
    "spec-mismach",
  ])("is warned of in an open list, with the value that was meant: %s", (open) => {
    expect(read({ open })).toEqual([
      `unlisted-value: \`${open}\` is not on the list for \`open\`; did you mean \`spec-mismatch\`?`,
    ]);
  });

  it("is refused in a closed list and in a set, with the value that was meant", () => {
    expect(read({ closed: "交货延迟", some: ["规格不符"] })).toEqual([
      "unknown-value /case/facts/closed did you mean `late-delivery`?",
      "unknown-value /case/facts/some did you mean `spec-mismatch`?",
    ]);
  });

  it("is no other value of an open list", () => {
    expect(read({ open: "配件缺失" })).toEqual([]);
  });
});

describe("somebody who is named", () => {
  it("is named as ids are written", () => {
    expect(read({ decidedBy: "P1 " })).toEqual(["wrong-shape /case/facts/decidedBy did you mean `P1`?"]);
  });
});
