import type { EvaluateRequest, Guard } from "@evenhand/domain";
import { type LoadedVersion, decide, loadVersion } from "@evenhand/engine";
import {
  EMPTY_LEDGER,
  LedgerInvariant,
  type LedgerResult,
  type PersonLedger,
  applyChange,
  assess,
  closeMonth,
  ledgerProblems,
  monthsHeld,
} from "@evenhand/ledger";
import { preparePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardedPolicy, guardedRequests } from "../support/guarded-policy.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const SAMPLES = Number(process.env["SAMPLES"] ?? 150);
const { calendar, guards } = loadRules();
const evaluatedAt = Date.parse("2026-07-10T10:00:00+08:00");
const MONTHS = Array.from({ length: 8 }, (_, index) => `2026-0${index + 1}`);

/** A case to decide under some of the guards, or the real bonuses with which the next payroll month closes. */
type Step =
  | { readonly request: EvaluateRequest; readonly under: readonly string[] }
  | { readonly bonusMinor: number };

const names = guards
  .filter(({ periods }) => periods.every(({ moneyPenalty }) => moneyPenalty !== "forbidden"))
  .map(({ jurisdiction }) => jurisdiction);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ request: guardedRequests(), under: fc.subarray(names, { maxLength: 2 }) }),
    },
    { weight: 1, arbitrary: fc.record({ bonusMinor: fc.nat(200_000) }) },
  ),
  { minLength: 2, maxLength: 8 },
);

const versions = new Map<string, LoadedVersion>();

function versionUnder(jurisdictions: readonly string[]): LoadedVersion {
  const key = jurisdictions.join();
  const known = versions.get(key);
  if (known) return known;
  const version = loadVersion(preparePolicy(guardedPolicy("CNY", jurisdictions)), {
    calendar,
    guards: guards.map((guard): Guard => ({ ...guard, currency: "CNY" })),
  });
  versions.set(key, version);
  return version;
}

/** What an unguarded policy does not know of is left out of its cases. */
function fitting({ request, under }: Extract<Step, { request: unknown }>): EvaluateRequest {
  if (under.length > 0) return request;
  const { receivedOn = null, decidedOn = null, loss } = request.case.facts;
  const parties = request.case.parties.map((party) => {
    const { monthlyWage: _wage, minimumWage: _minimum, averageDailyWage: _daily, ...facts } = party.facts;
    return { ...party, facts };
  });
  return {
    case: {
      ...request.case,
      facts: { receivedOn, decidedOn, ...(loss === undefined ? {} : { loss }) },
      parties,
    },
  };
}

function done(ledger: PersonLedger, result: LedgerResult): PersonLedger {
  if ("refusal" in result) throw new Error(`refused as ${result.refusal.code}`);
  const after = applyChange(ledger, result.change);
  expect(ledgerProblems(after)).toEqual([]);
  return after;
}

type Met = { planned: number; shared: number; afterClose: number };

/** Decides and closes step by step, every decision over what the ledgers hold as `hand` hands it to the engine. */
function record(run: readonly Step[], met: Met, hand = monthsHeld): void {
  const ledgers = new Map<string, PersonLedger>();
  let closedThrough = "2025-12";
  for (const [place, step] of run.entries()) {
    if ("bonusMinor" in step) {
      const month = MONTHS.find((one) => one > closedThrough) ?? "";
      for (const [person, ledger] of ledgers)
        ledgers.set(person, done(ledger, closeMonth(ledger, { month, bonusMinor: step.bonusMinor })));
      closedThrough = month;
      continue;
    }
    const scheduled = [...ledgers].flatMap(([party, ledger]) =>
      hand(ledger).map((held) => ({ party, ...held })),
    );
    const decided = decide(versionUnder(step.under), fitting(step), {
      evaluatedAt,
      scheduled,
      closedThrough,
    });
    if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
    const { response, terms, concerned } = decided;
    for (const { person, ...asTerms } of terms) {
      const outcome = response.outcome.parties.find(({ party }) => party === person);
      if (!outcome) throw new Error(`no outcome of ${person}`);
      const before = ledgers.get(person) ?? { ...EMPTY_LEDGER, closedThrough };
      const result = assess(before, {
        account: `d${place}`,
        startsIn: String(step.request.case.facts["decidedOn"]).slice(0, 7),
        currency: "CNY",
        terms: asTerms,
        amountMinor: outcome.totalMinor,
        instalments: outcome.schedule,
        isSuspended: outcome.suspended,
        bonusMinor: concerned.find(({ party }) => party === person)?.monthlyBonusMinor ?? null,
      });
      const held = new Set(monthsHeld(before).map(({ month }) => month));
      if (outcome.schedule.length > 0) met.planned += 1;
      if (outcome.schedule.some(({ month }) => held.has(month))) met.shared += 1;
      if (outcome.schedule.length > 0 && closedThrough > "2025-12") met.afterClose += 1;
      ledgers.set(person, done(before, result));
    }
  }
}

describe(`whatever the engine plans over a ledger, seed ${SEED}`, () => {
  it("fits into that ledger, to the last minor unit and under every guard", () => {
    const met: Met = { planned: 0, shared: 0, afterClose: 0 };
    fc.assert(
      fc.property(steps, (run) => record(run, met)),
      { seed: SEED, numRuns: SAMPLES },
    );
    expect(met.planned).toBeGreaterThan(SAMPLES);
    expect(met.shared).toBeGreaterThan(SAMPLES / 4);
    expect(met.afterClose).toBeGreaterThan(SAMPLES / 4);
  });

  it("is found not to fit where the engine is not told of the lowest ceiling", () => {
    const untold: typeof monthsHeld = (ledger) =>
      monthsHeld(ledger).map((held) => ({ ...held, atMostMinor: Number.MAX_SAFE_INTEGER }));
    const found = fc.check(
      fc.property(steps, (run) => record(run, { planned: 0, shared: 0, afterClose: 0 }, untold)),
      { seed: SEED, numRuns: SAMPLES, endOnFailure: true },
    );
    expect(found.errorInstance).toBeInstanceOf(LedgerInvariant);
  });
});
