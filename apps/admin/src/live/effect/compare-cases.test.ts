import { readFileSync } from "node:fs";
import { decideSide } from "@evenhand/analysis";
import type { CalendarDocument, Case, Guard, Policy } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import type { RecentCase } from "@evenhand/service";
import { describe, expect, it } from "vitest";
import { loadUpon, openGround } from "../open-document.ts";
import { compareCases } from "./compare-cases.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../../../../rules/${path}`, import.meta.url), "utf8");
const GROUND = openGround({
  calendars: [JSON.parse(read("calendars/cn.json")) as CalendarDocument],
  guards: ["cn", "cn-gd"].map((name) => JSON.parse(read(`guards/${name}.json`)) as Guard),
});
const POLICY = JSON.parse(read("complaint-fines/v2.json")) as Policy;

/** One person with a bonus of 2,000.00, and a fault of moderate seriousness. */
function sampled(id: string, facts: Case["facts"] = {}): RecentCase {
  const own = {
    function: "production",
    unit: "cutting",
    responsible: true,
    basePoints: 4,
    unitBasePoints: 40,
    monthlyBonus: 200_000,
    faults: ["other"],
    seriousness: "moderate",
  };
  const given = { complaintKind: "spec-mismatch", lossAmount: 100_000, receivedOn: "2026-07-06", ...facts };
  return {
    id,
    appliesOn: "2026-07-06",
    createdAt: "2026-07-10T02:00:00.000Z",
    case: { reference: id, facts: given, parties: [{ id: "P1", kind: "person", facts: own }] },
  };
}

function effectOf(change: (policy: Policy) => Policy, cases: readonly RecentCase[]) {
  const sides = { baseline: loadUpon(POLICY, GROUND), candidate: loadUpon(change(POLICY), GROUND) };
  const decided = (loaded: LoadedVersion, one: RecentCase) =>
    decideSide(loaded, { case: one.case }, { evaluatedAt: Date.parse(one.createdAt) });
  const compared = cases.map((one) => ({
    one,
    baseline: decided(sides.baseline, one),
    candidate: decided(sides.candidate, one),
  }));
  return compareCases(compared, { ...sides, sample: { takenAt: "", cases, leftOut: 0 }, tookMs: 0 });
}

function withValue(id: string, value: number): (policy: Policy) => Policy {
  return (policy) => {
    const parameter = policy.parameters[id];
    if (!parameter) throw new Error(`there is no parameter ${id}`);
    return { ...policy, parameters: { ...policy.parameters, [id]: { ...parameter, value } } };
  };
}

describe("what a draft does to past cases", () => {
  it("is nothing where it says the same, whatever it is called", () => {
    const renamed = (policy: Policy): Policy => ({ ...policy, title: { en: "x", zh: "x" }, version: 9 });
    expect(effectOf(renamed, [sampled("a")])).toMatchObject({ compared: 1, changed: 0, changes: [] });
  });

  it("is counted in cases and in amounts, with the rules that bring it about", () => {
    const effect = effectOf(withValue("minorDemeritConversion", 0.5), [
      sampled("a"),
      sampled("b", { customerCaused: true }),
    ]);
    expect(effect).toMatchObject({ compared: 2, changed: 1, higher: 1, lower: 0, otherApproval: 0 });
    expect(effect.afterMinor - effect.beforeMinor).toBe(40_000);
    expect(effect.changes).toMatchObject([
      {
        id: "a",
        kinds: ["amount"],
        causes: [{ en: "bonus deduction for a minor demerit" }],
      },
    ]);
  });

  it("may leave the amounts as they are, and is told by what else is changed", () => {
    const { changes, higher, lower } = effectOf(withValue("closeDays", 9), [sampled("a")]);
    expect([higher, lower, changes[0]?.kinds]).toEqual([0, 0, ["deadline"]]);
  });

  it("is told of each rule by how many cases it stands in, before and after", () => {
    const without = (policy: Policy): Policy => ({
      ...policy,
      rules: policy.rules.filter(({ id }) => id !== "customer-caused"),
    });
    const { rules } = effectOf(without, [sampled("a", { customerCaused: true }), sampled("b")]);
    expect(rules.find(({ rule }) => rule === "customer-caused")).toMatchObject({ baseline: 1, candidate: 0 });
  });

  it("leaves out what one of the two cannot decide, by reason", () => {
    const effect = effectOf((policy) => policy, [sampled("a"), sampled("b", { unheardOf: 1 })]);
    expect(effect).toMatchObject({ cases: 2, compared: 1, skipped: [{ cases: 1 }] });
    expect(effect.skipped[0]?.reason.en).toContain("unheardOf");
  });
});
