import { type PastCase, type SimulationResult, groupableFacts, startSimulation } from "@evenhand/analysis";
import { formatDay, parseDay } from "@evenhand/domain";
import { type LoadedVersion, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const CASES = 40;
const rules = loadRules();
const FIRST_DAY = parseDay("2026-07-01") ?? 0;

/** Random cases of a policy, decided two days apart. */
function casesOf({ version }: LoadedVersion): readonly PastCase[] {
  return fc
    .sample(requestsFor(version.policy), { seed: SEED, numRuns: CASES })
    .map(({ case: asked }, index) => {
      const decidedOn = formatDay(FIRST_DAY + 2 * index);
      const evaluatedAt = Date.parse(`${decidedOn}T02:00:00Z`);
      return {
        id: `c${String(index).padStart(3, "0")}`,
        case: asked,
        evaluatedAt,
        appliesOn: null,
        decidedOn,
      };
    });
}

function simulated(baseline: LoadedVersion, candidate: LoadedVersion): SimulationResult {
  const groups = groupableFacts({ baseline, candidate })
    .slice(0, 3)
    .map(({ name }) => name);
  const simulation = startSimulation({ baseline, candidate, groups });
  for (const one of casesOf(baseline)) simulation.take(one);
  return simulation.result();
}

/** The same policy with a cap that takes a tenth of a bonus less in a month. */
function withLowerCap({ version: { policy } }: LoadedVersion): LoadedVersion {
  const id = policy.cap.rate.fact.replace("parameter.", "");
  const parameter = policy.parameters[id];
  if (!parameter) throw new Error(`${policy.id} caps by a figure that it does not have`);
  const parameters = { ...policy.parameters, [id]: { ...parameter, value: Number(parameter.value) * 0.9 } };
  return loadVersion(preparePolicy({ ...policy, parameters }), rules);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe.each(
  rules.loaded.map(
    (loaded) => [`${loaded.version.policy.id} v${loaded.version.policy.version}`, loaded] as const,
  ),
)(`%s, seed ${SEED}`, (_name, loaded) => {
  it("changes nothing against itself", () => {
    const { counts, amounts, months } = simulated(loaded, loaded);
    expect(counts.taken).toBe(CASES);
    expect(counts.evaluated).toBeGreaterThan(0);
    expect([counts.changed, amounts.netMinor, amounts.movedMinor, months]).toEqual([0, 0, 0, []]);
  });

  it("adds up: every case is told once, and a lower cap costs nobody more", () => {
    const { counts, directions, amounts, histogram, skipped, groups } = simulated(
      loaded,
      withLowerCap(loaded),
    );
    const { lower, same, higher } = directions;
    expect(lower + same + higher).toBe(counts.evaluated);
    expect(sumOf(skipped.map(({ cases }) => cases))).toBe(counts.skipped);
    expect(sumOf(histogram.map(({ cases }) => cases))).toBe(lower + higher);
    expect(counts.by.rule + counts.by["earlier-month"]).toBe(counts.changed);
    const ofCases = groups.filter(({ scope }) => scope === "case");
    for (const { values, rest } of ofCases) {
      const told = sumOf(values.map((value) => (value.isWithheld ? 0 : value.n))) + rest;
      // What came of a few is not told.
      const isWhole = values.every(({ isWithheld }) => !isWithheld);
      expect([told === counts.evaluated, told <= counts.evaluated]).toEqual([isWhole, true]);
    }
    expect(amounts.netMinor).toBe(amounts.candidateMinor - amounts.baselineMinor);
    expect(counts.higher).toBe(0);
  });
});
