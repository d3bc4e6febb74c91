import {
  type CaseChange,
  type PastCase,
  type SimulationAsk,
  type SimulationState,
  startSimulation,
} from "@evenhand/analysis";
import { canonicalJson } from "@evenhand/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pastCases } from "../support/past-cases.ts";
import { VERSION_2, changed, withValue } from "./complaint-fines.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const CASES = [...pastCases({ count: 200, people: 8, seed: 5 })];
const ASK: SimulationAsk = {
  baseline: VERSION_2,
  candidate: changed((policy) =>
    withValue("bonusCapRate", 0.35)(withValue("warningConversion", 0.2)(policy)),
  ),
  groups: ["unit", "seriousness", "complaintKind"],
};

/** The bytes of everything that comes out, with an interruption before each of these cases. */
function bytesWith(cuts: ReadonlySet<number>): { readonly result: string; readonly changes: string } {
  let simulation = startSimulation(ASK);
  const changes: CaseChange[] = [];
  for (const [index, one] of CASES.entries()) {
    if (cuts.has(index)) {
      const kept = JSON.stringify(simulation.state());
      simulation = startSimulation(ASK, JSON.parse(kept) as SimulationState);
    }
    const change = simulation.take(one);
    if (change) changes.push(change);
  }
  return { result: canonicalJson(simulation.result()), changes: canonicalJson(changes) };
}

describe("a simulation that is interrupted", () => {
  const whole = bytesWith(new Set());

  it("comes to the same bytes, wherever it was cut", () => {
    const cut = fc.array(fc.integer({ min: 0, max: CASES.length - 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cut, (places) => {
        expect(bytesWith(new Set(places))).toEqual(whole);
      }),
      { seed: SEED, numRuns: 10 },
    );
  });

  it("was worth interrupting: something came of the rule, of earlier months, and was skipped", () => {
    const { counts, months, people } = startAndTake(CASES).result();
    expect(counts.by.rule).toBeGreaterThan(10);
    expect(counts.by["earlier-month"]).toBeGreaterThan(10);
    expect(months.length).toBeGreaterThan(12);
    expect(people.affected).toBeGreaterThan(4);
  });
});

describe("what a simulation keeps", () => {
  it("grows with people, not with cases", () => {
    const kept = (count: number): number => {
      // Every payroll month has a line of its own, whoever is in it.
      const { months, ...rest } = startAndTake(
        pastCases({ count, people: 30, seed: 7, days: count }),
      ).state();
      expect(months.length).toBeLessThanOrEqual(count / 28);
      return JSON.stringify(rest).length;
    };
    // One case a day among the same people, for 300 days and for ten times as many.
    expect(kept(2_000)).toBeLessThan(1.3 * kept(200));
  });

  it("holds no month that is over", () => {
    const { chains, last } = startAndTake(CASES).state();
    const months = [...chains.baseline, ...chains.candidate].flatMap(([, , held]) =>
      held.map(([month]) => month),
    );
    expect(months.length).toBeGreaterThan(0);
    expect(months.every((month) => month >= (last?.decidedOn.slice(0, 7) ?? ""))).toBe(true);
  });
});

function startAndTake(cases: Iterable<PastCase>) {
  const simulation = startSimulation(ASK);
  for (const one of cases) simulation.take(one);
  return simulation;
}
