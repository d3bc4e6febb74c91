import { type DecidedTotal, caseText } from "@evenhand/analysis";
import {
  type EvaluateRequest,
  type Instalment,
  formatMonth,
  localDay,
  monthOf,
  parseDay,
} from "@evenhand/domain";
import { type LoadedVersion, decide } from "@evenhand/engine";
import { solveWithZ3 } from "@evenhand/solver";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";
import { everyConstruct } from "./every-construct.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const LIMIT = 300_000;
/** Each question takes some seconds of a machine that has nothing else to do. */
const ROOMY = { timeout: 900_000 };
const SAMPLES = Number(process.env["SAMPLES"] ?? 60);
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const rules = loadRules();
const everyPolicy = [...rules.loaded, everyConstruct(rules)].map(
  (loaded) => [`${loaded.version.policy.id} v${loaded.version.policy.version}`, loaded] as const,
);

/** Policies in which something is left open even where one party is alone: a statutory guard, or who may decide. */
const OPEN: ReadonlySet<string> = new Set(["fair-attribution v1"]);

/** Whether any rule takes money from a party. */
function charges({ version: { rules } }: LoadedVersion): boolean {
  return rules.some(({ rule: { event } }) => event.type === "fine" || event.type === "deduct");
}

/** Everybody in the outcomes of random cases, with their totals; those who are charged first. */
function casesOf(loaded: LoadedVersion, alone: boolean): readonly DecidedTotal[] {
  const drawn = fc.sample(requestsFor(loaded.version.policy), { seed: SEED, numRuns: 5 * SAMPLES });
  return drawn
    .flatMap((one): readonly DecidedTotal[] => {
      const parties = alone ? one.case.parties.slice(0, 1) : one.case.parties;
      const request: EvaluateRequest = { ...one, case: { ...one.case, parties } };
      const decided = decide(loaded, request, { evaluatedAt });
      if ("refusal" in decided) return [];
      return decided.response.outcome.parties
        .filter(({ party }) => !alone || party === parties[0]?.id)
        .map(({ party, totalMinor, schedule }) => ({
          request,
          party,
          evaluatedAt,
          totalMinor,
          ...monthOfDecision(request, party, schedule),
        }));
    })
    .toSorted((left, right) => Math.sign(right.totalMinor) - Math.sign(left.totalMinor));
}

/** What stands in the month of the decision, and what the plan of a person puts into it. */
function monthOfDecision(
  request: EvaluateRequest,
  party: string,
  schedule: readonly Instalment[],
): Pick<DecidedTotal, "month"> {
  if (request.case.parties.find(({ id }) => id === party)?.kind !== "person") return {};
  const day = parseDay(String(request.case.facts["decidedOn"])) ?? localDay(evaluatedAt, "Asia/Shanghai");
  const month = formatMonth(monthOf(day));
  const sumOf = (amounts: readonly { readonly month: string; readonly amountMinor: number }[]): number =>
    amounts.reduce((sum, one) => (one.month === month ? sum + one.amountMinor : sum), 0);
  const prior = (request.scheduled ?? []).filter((one) => one.party === party);
  return { month: { takenMinor: sumOf(prior), plannedMinor: sumOf(schedule) } };
}

/** Every case in a text of its own, all of them in one, with names apart: it holds where each of them does. */
function together(texts: readonly string[]): string {
  const parts = texts.map((text, index) =>
    text
      .split("\n")
      .filter((line) => /^\((?:declare-const|define-fun|assert) /.test(line))
      .map((line) => line.replaceAll(/\|([^|]*)\|/g, `|case ${index}: $1|`)),
  );
  return ["(set-logic QF_NIA)", ...parts.flat(), "(check-sat)"].join("\n");
}

describe(`the text of a proof and the engine (seed ${SEED})`, ROOMY, () => {
  it.each(everyPolicy)(
    "%s: what the engine charges and plans for one of several people, the text allows",
    async (_, loaded) => {
      const cases = casesOf(loaded, false).slice(0, SAMPLES / 3);
      expect(cases.length).toBe(SAMPLES / 3);
      const text = together(cases.map((one) => caseText(loaded, [one], "admits")));
      expect((await solveWithZ3(text, LIMIT)).result).toBe("sat");
    },
  );

  it.each(everyPolicy)(
    "%s: what the engine charges and plans for somebody who is alone, the text allows",
    async (_, loaded) => {
      const cases = casesOf(loaded, true).slice(0, SAMPLES / 3);
      expect(cases.length).toBe(SAMPLES / 3);
      const text = together(cases.map((one) => caseText(loaded, [one], "admits")));
      expect((await solveWithZ3(text, LIMIT)).result).toBe("sat");
    },
  );

  it.each(everyPolicy.filter(([name]) => !OPEN.has(name)))(
    "%s: of somebody who is alone the text allows nothing else",
    async (_, loaded) => {
      const cases = casesOf(loaded, true).slice(0, SAMPLES);
      expect(cases.length).toBe(SAMPLES);
      expect(cases.some(({ totalMinor }) => totalMinor > 0)).toBe(charges(loaded));
      expect((await solveWithZ3(caseText(loaded, cases, "differs"), LIMIT)).result).toBe("unsat");
    },
  );

  it("shows a total that is off by one", async () => {
    const [, loaded] = everyPolicy.find(([name]) => name === "complaint-fines v2") ?? [];
    if (!loaded) throw new Error("complaint-fines is missing");
    const cases = casesOf(loaded, true).map((one) => ({ ...one, totalMinor: one.totalMinor + 1 }));
    expect((await solveWithZ3(caseText(loaded, cases, "differs"), LIMIT)).result).toBe("sat");
  });
});
