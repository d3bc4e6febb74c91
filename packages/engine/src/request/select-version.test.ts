import type { EvaluateRequest, FactValue } from "@evenhand/domain";
import { describe, expect, it } from "vitest";
import { loadSample, samplePolicy } from "../sample-policy.ts";
import { selectVersion } from "./select-version.ts";

const label = { en: "received on", zh: "收到日" };
const versions = [
  loadSample(samplePolicy({ version: 2, effectiveFrom: "2026-07-01" })),
  loadSample(samplePolicy({ version: 1, effectiveFrom: "2025-07-01" })),
];
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");

function selected(facts: Record<string, FactValue>, policyVersion?: number): unknown {
  const request: EvaluateRequest = {
    case: { reference: "T", facts, parties: [] },
    ...(policyVersion === undefined ? {} : { policyVersion }),
  };
  const result = selectVersion(versions, request, evaluatedAt);
  return "refusal" in result
    ? result.refusal.problems.map(({ code, at }) => [code, at])
    : result.version.version.policy.version;
}

describe("the version of a case", () => {
  it.each([
    ["2025-07-01", 1],
    ["2026-06-30", 1],
    ["2026-07-01", 2],
    ["2030-01-01", 2],
  ])("received on %s is %i", (receivedOn, version) => {
    expect(selected({ receivedOn })).toBe(version);
  });

  it("is refused before the first came into force, unless the request names one", () => {
    expect(selected({ receivedOn: "2025-06-30" })).toEqual([
      ["before-first-version", "/case/facts/receivedOn"],
    ]);
    expect(selected({ receivedOn: "2025-06-30" }, 2)).toBe(2);
  });

  it("named in the request must exist", () => {
    expect(selected({ receivedOn: "2026-07-01" }, 3)).toEqual([["unknown-version", "/policyVersion"]]);
  });

  it.each([
    ["missing", {}, "missing-fact"],
    ["no day", { receivedOn: "2026-02-30" }, "not-a-date"],
  ])("whose day is %s is refused, with everything else that is wrong", (_what, facts, code) => {
    expect(selected({ ...(facts as Record<string, FactValue>), loss: -1 })).toEqual([
      [code, "/case/facts/receivedOn"],
      ["out-of-range", "/case/facts/loss"],
    ]);
  });

  it("must be told by its day even where the policy forgot to require that", () => {
    const { facts } = samplePolicy();
    const lax = loadSample(
      samplePolicy({ facts: { ...facts, case: { ...facts.case, receivedOn: { type: "date", label } } } }),
    );
    const result = selectVersion([lax], { case: { reference: "T", facts: {}, parties: [] } }, evaluatedAt);
    expect(result).toMatchObject({
      refusal: { problems: [{ code: "missing-fact", at: "/case/facts/receivedOn" }] },
    });
  });
});
