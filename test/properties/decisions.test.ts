import {
  type EvaluateResponse,
  type Guard,
  type PartyOutcome,
  type Policy,
  canonicalJson,
  decimalFraction,
  floorOf,
  fraction,
  knownDeclarations,
  multiplyFractions,
} from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion } from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const RUNS = 150;
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const rules = loadRules();
const everyPolicy = rules.loaded.map(
  (loaded) => [`${loaded.version.policy.id} v${loaded.version.policy.version}`, loaded] as const,
);

type Request = Parameters<typeof decide>[1];

/** A random request that is refused says nothing about outcomes; a generator that is refused too often would test nothing. */
function forDecisions(
  loaded: LoadedVersion,
  check: (response: EvaluateResponse, request: Request) => void,
): void {
  let decided = 0;
  fc.assert(
    fc.property(requestsFor(loaded.version.policy), (request) => {
      const result = decide(loaded, request, { evaluatedAt });
      if ("refusal" in result) return;
      decided += 1;
      check(result.response, request);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(decided).toBeGreaterThan(RUNS / 4);
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
        const planned = isPerson(party.party, request) ? party.totalMinor : 0;
        expect(scheduledOf(party) + party.outstandingMinor).toBe(planned);
      }
    });
  });

  it("no month passes the cap over whatever was scheduled before, and every instalment is worth one", () => {
    forDecisions(loaded, ({ outcome }, request) => {
      for (const party of outcome.parties.filter(({ schedule }) => schedule.length > 0)) {
        const bonus = bonusOf(party.party, request, outcome);
        for (const { month, amountMinor } of party.schedule) {
          const before = (request.scheduled ?? [])
            .filter((entry) => entry.party === party.party && entry.month === month)
            .reduce((sum, entry) => sum + entry.amountMinor, 0);
          expect(amountMinor).toBeGreaterThan(0);
          expect(before + amountMinor).toBeLessThanOrEqual(
            floorOf(multiplyFractions(fraction(bonus), decimalFraction(0.5))),
          );
        }
      }
    });
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

  it("an extra guard never raises a deduction, on anybody, in sum or in the first month", () => {
    const inYuan = rules.guards.filter((guard) => policy.currency === guard.currency);
    const others = rules.guards.map((guard): Guard => ({ ...guard, currency: policy.currency }));
    const under = (jurisdictions: readonly string[]): LoadedVersion =>
      loadVersion(preparePolicy({ ...policy, guards: jurisdictions }), {
        calendar: rules.calendar,
        guards: others,
      });
    const names = rules.guards.map((guard) => guard.jurisdiction);
    expect(inYuan.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        requestsFor({ ...policy, guards: names }),
        fc.subarray(names),
        fc.constantFrom(...names),
        (request, some, extra) => {
          const [fewer, more] = [under(some), under([...some.filter((name) => name !== extra), extra])].map(
            (version) =>
              decide(version, version.version.policy.guards.length === 0 ? bare(policy, request) : request, {
                evaluatedAt,
              }),
          );
          if (!fewer || !more || "refusal" in fewer || "refusal" in more) return;
          for (const party of more.response.outcome.parties) {
            const before = fewer.response.outcome.parties.find((one) => one.party === party.party);
            expect(scheduledOf(party)).toBeLessThanOrEqual(before ? scheduledOf(before) : 0);
            expect(party.totalMinor).toBeLessThanOrEqual(before?.totalMinor ?? 0);
          }
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });
});

function scheduledOf(party: PartyOutcome): number {
  return party.schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** A party of that kind, or somebody named as a head, an instructor, a traced person; stores and teams are no persons. */
function isPerson(id: string, request: Request): boolean {
  const own = request.case.parties.find((party) => party.id === id);
  if (own) return own.kind === "person";
  const people = ["head", "person", "instructedBy"];
  return request.case.parties.some(({ facts }) => people.some((fact) => facts[fact] === id));
}

/** The bonus of a party, or of a head from the facts of the department that names them. */
function bonusOf(id: string, request: Request, outcome: EvaluateResponse["outcome"]): number {
  const own = request.case.parties.find((party) => party.id === id);
  const naming = request.case.parties.filter(
    (party) => party.facts["head"] === id || party.facts["person"] === id,
  );
  const stated = [own, ...naming]
    .map((party) => party?.facts["monthlyBonus"])
    .filter((bonus) => typeof bonus === "number");
  expect(stated.length, `${id} of ${outcome.parties.length} has a schedule but no bonus`).toBeGreaterThan(0);
  return Math.max(...stated);
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
