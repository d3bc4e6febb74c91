import {
  type EvaluateResponse,
  type Guard,
  type PartyOutcome,
  type Policy,
  WAGE_FACTS,
  canonicalJson,
  decimalFraction,
  floorOf,
  formatMonth,
  fraction,
  knownDeclarations,
  localDay,
  monthOf,
  multiplyFractions,
  parseDay,
  parseMonth,
} from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BONUS_SHARE, guardedPolicy, guardedRequests } from "../support/guarded-policy.ts";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
/** Cases drawn for each property of each policy; `SAMPLES=… npm test` draws more. */
const SAMPLES = Number(process.env["SAMPLES"] ?? 150);
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const rules = loadRules();
const everyPolicy = rules.loaded.map(
  (loaded) => [`${loaded.version.policy.id} v${loaded.version.policy.version}`, loaded] as const,
);

/** Guards that take no money at all. */
const FORBIDDING = rules.guards
  .filter(({ periods }) => periods.some(({ moneyPenalty }) => moneyPenalty === "forbidden"))
  .map(({ jurisdiction }) => jurisdiction);

/** Instalments that shared a month with a prior one, over all policies. */
let metInAll = 0;

type Request = Parameters<typeof decide>[1];

/** A random request that is refused says nothing about outcomes; a generator that is refused too often would test nothing. */
function forDecisions(
  loaded: LoadedVersion,
  check: (response: EvaluateResponse, request: Request) => void,
  samples = SAMPLES,
): number {
  let decided = 0;
  fc.assert(
    fc.property(requestsFor(loaded.version.policy), (request) => {
      const result = decide(loaded, request, { evaluatedAt });
      if ("refusal" in result) return;
      decided += 1;
      check(result.response, request);
    }),
    { seed: SEED, numRuns: samples },
  );
  expect(decided).toBeGreaterThan(samples / 4);
  return decided;
}

describe.each(everyPolicy)(`%s, seed ${SEED}`, (_name, loaded) => {
  const { policy } = loaded.version;

  it("bearers add up to the loss, or there are none", () => {
    forDecisions(loaded, ({ outcome }, request) => {
      const loss = policy.lossFact === undefined ? undefined : request.case.facts[policy.lossFact];
      const borne = outcome.bearers.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const divided =
        typeof loss === "number" && ["upheld", "not-upheld", "out-of-scope"].includes(outcome.disposition);
      expect(borne).toBe(divided ? loss : 0);
      expect(outcome.bearers.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
    });
  });

  it("fine and bonus make the total, and a person's schedule and what is outstanding make it too", () => {
    forDecisions(loaded, ({ outcome }, request) => {
      for (const party of outcome.parties) {
        expect(party.fineMinor + party.bonusMinor).toBe(party.totalMinor);
        const person = isPerson(party.party, request, policy);
        if (person === undefined) continue;
        const planned = person ? party.totalMinor : 0;
        expect(scheduledOf(party) + party.outstandingMinor).toBe(planned);
      }
    });
  });

  it("no month passes the cap over whatever was scheduled before, and every instalment is worth one", () => {
    const decided = forDecisions(
      loaded,
      ({ outcome }, request) => {
        for (const party of outcome.parties) {
          const pay = payOf(party.party, request);
          if (!pay) continue;
          const bonus = fraction(Number(pay["monthlyBonus"] ?? 0));
          const most = floorOf(multiplyFractions(bonus, decimalFraction(BONUS_SHARE)));
          metInAll += checkSchedule(party, request, {
            ceiling: policy.guards.includes("cn") ? Math.min(most, roomUnderCn(pay)) : most,
            from: firstMonth(request),
          });
        }
      },
      SAMPLES * 2,
    );
    expect(decided).toBeGreaterThan(SAMPLES / 2);
  });

  it("the order of rules and of JSON keys changes nothing", () => {
    const turned = loadVersion(
      preparePolicy({ ...(backwards(policy) as typeof policy), rules: policy.rules.toReversed() }),
      rules,
    );
    const same = loadVersion(preparePolicy(backwards(policy) as typeof policy), rules);
    expect(same.version.hash).toBe(loaded.version.hash);
    forDecisions(loaded, (response, request) => {
      const again = [turned, same].map((version) =>
        decide(version, backwards(request) as typeof request, { evaluatedAt }),
      );
      for (const result of again) {
        if ("refusal" in result) throw new Error(canonicalJson(result.refusal));
        const { outcome, explanation } = result.response;
        expect(canonicalJson({ outcome, explanation })).toBe(
          canonicalJson({ outcome: response.outcome, explanation: response.explanation }),
        );
      }
    });
  });
});

describe(`all policies together, seed ${SEED}`, () => {
  it("many instalments met a prior one in the same month", () => {
    expect(metInAll).toBeGreaterThan(SAMPLES / 2);
  });
});

describe(`a synthetic policy under guards, seed ${SEED}`, () => {
  const guards = rules.guards.map((guard): Guard => ({ ...guard, currency: "CNY" }));
  const names = guards.map((guard) => guard.jurisdiction);
  const versions = new Map<string, LoadedVersion>();

  /** The policy under these guards, whatever the currency of their countries; in the guards' own order. */
  function under(chosen: readonly string[]): LoadedVersion {
    const ordered = names.filter((name) => chosen.includes(name));
    const key = ordered.join();
    const known = versions.get(key);
    if (known) return known;
    const version = preparePolicy(guardedPolicy("CNY", ordered));
    const loaded = loadVersion(version, { calendar: rules.calendar, guards });
    versions.set(key, loaded);
    return loaded;
  }

  function outcomeUnder(chosen: readonly string[], request: Request): EvaluateResponse["outcome"] {
    const loaded = under(chosen);
    const fitting = chosen.length === 0 ? bare(loaded.version.policy, request) : request;
    const result = decide(loaded, fitting, { evaluatedAt });
    if ("refusal" in result) throw new Error(canonicalJson(result.refusal));
    return result.response.outcome;
  }

  it("an extra guard never raises a deduction, on anybody, in sum or in the first month", () => {
    let scheduled = 0;
    let lowered = 0;
    // France and Taiwan refuse whatever is drawn with them, so that they are drawn less often.
    const few = fc.subarray(names.filter((name) => !FORBIDDING.includes(name)));
    const some = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: fc.subarray(names) });
    fc.assert(
      fc.property(guardedRequests(), some, fc.constantFrom(...names), (request, drawn, extra) => {
        const fewer = drawn.filter((name) => name !== extra);
        const before = outcomeUnder(fewer, request).parties;
        const after = outcomeUnder([...fewer, extra], request).parties;
        if (before.some(({ schedule }) => schedule.length > 0)) scheduled += 1;
        expect(after.map(({ party }) => party)).toEqual(before.map(({ party }) => party));
        after.forEach((party, index) => {
          const earlier = before[index];
          if (!earlier) throw new Error("both name the same parties");
          const month = firstMonth(request);
          expect(scheduledOf(party)).toBeLessThanOrEqual(scheduledOf(earlier));
          expect(party.totalMinor).toBeLessThanOrEqual(earlier.totalMinor);
          expect(takenIn(party, month)).toBeLessThanOrEqual(takenIn(earlier, month));
          if (scheduledOf(party) < scheduledOf(earlier)) lowered += 1;
        });
      }),
      { seed: SEED, numRuns: SAMPLES * 10 },
    );
    expect(scheduled).toBeGreaterThan(SAMPLES * 2);
    expect(lowered).toBeGreaterThan(SAMPLES);
  });

  it("under `cn` the pay that is left after a month's deductions, prior ones included, is never below the minimum wage", () => {
    let scheduled = 0;
    fc.assert(
      fc.property(guardedRequests(), fc.subarray(["cn-sh", "cn-gd"]), (request, others) => {
        for (const party of outcomeUnder(["cn", ...others], request).parties) {
          const facts = payOf(party.party, request) ?? {};
          for (const { month, amountMinor } of party.schedule) {
            const left = Number(facts["monthlyWage"]) - priorIn(request, party.party, month) - amountMinor;
            expect(left).toBeGreaterThanOrEqual(Number(facts["minimumWage"]));
            scheduled += 1;
          }
        }
      }),
      { seed: SEED, numRuns: SAMPLES * 4 },
    );
    expect(scheduled).toBeGreaterThan(SAMPLES * 4);
  });

  it.each([["no guard"], ["cn"]])(
    "under %s no month passes the cap with any prior schedule, and no month before the last has room left",
    (guard) => {
      let met = 0;
      fc.assert(
        fc.property(guardedRequests(), (request) => {
          const chosen = guard === "cn" ? [guard] : [];
          for (const party of outcomeUnder(chosen, request).parties) {
            const facts = payOf(party.party, request) ?? {};
            const most = Math.floor(Number(facts["monthlyBonus"] ?? 0) / 2);
            met += checkSchedule(party, request, {
              ceiling: guard === "cn" ? Math.min(most, roomUnderCn(facts)) : most,
              from: firstMonth(request),
            });
          }
        }),
        { seed: SEED, numRuns: SAMPLES * 4 },
      );
      expect(met).toBeGreaterThan(SAMPLES);
    },
  );
});

/**
 * How many instalments share their month with a prior amount; fails where one passes the ceiling, is worth nothing, or
 * where a month before the last has room left.
 */
function checkSchedule(
  { party, schedule }: PartyOutcome,
  request: Request,
  { ceiling, from }: { readonly ceiling: number; readonly from: number },
): number {
  const last = schedule.at(-1);
  if (!last) return 0;
  const planned = new Map(schedule.map(({ month, amountMinor }) => [month, amountMinor]));
  expect(planned.size).toBe(schedule.length);
  expect(parseMonth(schedule[0]?.month ?? "") ?? 0).toBeGreaterThanOrEqual(from);
  for (let at = from; at < (parseMonth(last.month) ?? 0); at += 1) {
    const month = formatMonth(at);
    const room = Math.max(0, ceiling - priorIn(request, party, month));
    expect(planned.get(month) ?? 0, `${party} in ${month}`).toBe(room);
  }
  expect(schedule.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
  expect(priorIn(request, party, last.month) + last.amountMinor).toBeLessThanOrEqual(ceiling);
  return schedule.filter(({ month }) => priorIn(request, party, month) > 0).length;
}

function priorIn(request: Request, id: string, month: string): number {
  return (request.scheduled ?? [])
    .filter((entry) => entry.party === id && entry.month === month)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function takenIn({ schedule }: PartyOutcome, month: number): number {
  return schedule.find((entry) => parseMonth(entry.month) === month)?.amountMinor ?? 0;
}

/** The month of the decision, months since year 0. */
function firstMonth({ case: { facts } }: Request): number {
  const decidedOn = facts["decidedOn"];
  const day = typeof decidedOn === "string" ? parseDay(decidedOn) : localDay(evaluatedAt, "Asia/Shanghai");
  return monthOf(day ?? 0);
}

/** A fifth of the wage, and what the wage leaves above the minimum wage. */
function roomUnderCn(facts: Request["case"]["facts"]): number {
  const [wage, minimum] = [Number(facts["monthlyWage"]), Number(facts["minimumWage"])];
  return Math.min(Math.floor(wage / 5), Math.max(0, wage - minimum));
}

function scheduledOf(party: PartyOutcome): number {
  return party.schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Whether somebody is a person: a party of that kind, or named as one; `undefined` where facts name them as either. */
function isPerson(id: string, request: Request, policy: Policy): boolean | undefined {
  const own = request.case.parties.find((party) => party.id === id);
  if (own) return own.kind === "person";
  const naming = Object.entries(knownDeclarations(policy).party).filter(
    ([name, { type }]) => type === "party" && request.case.parties.some(({ facts }) => facts[name] === id),
  );
  const kinds = new Set(naming.map(([, { namesKind = "person" }]) => namesKind));
  return kinds.size > 1 ? undefined : kinds.has("person");
}

/**
 * What is stated of somebody's pay: by themselves, else beside their name by the stores and teams that name them.
 * Where two of those differ it hangs on the rules that hold which counts, so nothing is given.
 */
function payOf(id: string, request: Request): Request["case"]["facts"] | undefined {
  const own = request.case.parties.find((party) => party.id === id);
  const [stated, ...others] = request.case.parties
    .filter(({ kind, facts }) => kind !== "person" && (facts["head"] === id || facts["person"] === id))
    .map(({ facts }) => facts);
  const agrees = (facts: Request["case"]["facts"]): boolean =>
    WAGE_FACTS.every((name) => facts[name] === stated?.[name]);
  return others.every(agrees) ? { ...stated, ...own?.facts } : undefined;
}

/** Without the facts that only a guarded policy knows. */
function bare(policy: Policy, request: Request): Request {
  const known = knownDeclarations({ ...policy, guards: [] });
  const only = <Facts extends object>(facts: Facts, names: object): Facts =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(names, name))) as Facts;
  const parties = request.case.parties.map((party) => ({ ...party, facts: only(party.facts, known.party) }));
  return { ...request, case: { ...request.case, facts: only(request.case.facts, known.case), parties } };
}

/** The same JSON with the keys of every object in the opposite order; lists stay as they are. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, backwards(part)]),
  );
}
