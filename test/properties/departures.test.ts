import {
  type Departure,
  type EvaluateRequest,
  MAX_AMOUNT_MINOR,
  MOST_MONTHS,
  type PartyOutcome,
  type Policy,
  decimalFraction,
  floorOf,
  fraction,
  localDay,
  monthOf,
  multiplyFractions,
  parseDay,
  parseMonth,
  planInstalments,
} from "@evenhand/domain";
import {
  type DecideContext,
  type Decided,
  type LoadedVersion,
  type PersonTerms,
  decide,
  departFrom,
  departFromByReference,
  loadVersion,
} from "@evenhand/engine";
import { preparePolicy } from "@evenhand/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardedPolicy, guardedRequests } from "../support/guarded-policy.ts";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_122);
const SAMPLES = Number(process.env["SAMPLES"] ?? 150);
const rules = loadRules();

/** Guards that take no money at all. */
const FORBIDDING = rules.guards
  .filter(({ periods }) => periods.some(({ moneyPenalty }) => moneyPenalty === "forbidden"))
  .map(({ jurisdiction }) => jurisdiction);

const guarded = ["cn", "jp", "kr", "tw", "hk", "sg", "in", "fr"].map((jurisdiction): LoadedVersion => {
  const currency = rules.guards.find((guard) => guard.jurisdiction === jurisdiction)?.currency ?? "CNY";
  const plain = guardedPolicy(currency, [jurisdiction]);
  return loadVersion(preparePolicy({ ...plain, grades: ["warning", "demerit"] }), rules);
});

const settings: readonly (readonly [string, LoadedVersion, fc.Arbitrary<EvaluateRequest>])[] = [
  ...rules.loaded.map(
    (loaded) => [loaded.version.policy.id, loaded, requestsFor(loaded.version.policy)] as const,
  ),
  ...guarded.map(
    (loaded) => [`under ${loaded.version.policy.guards.join()}`, loaded, guardedRequests()] as const,
  ),
];

/** Figures that somebody decides for one of the parties, low ones as often as high ones. */
type Wish = Omit<Departure, "party"> & { readonly party: number };

function wishes({ grades }: Policy): fc.Arbitrary<readonly Wish[]> {
  const amount = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 3_000 }),
    fc.integer({ min: 0, max: 500_000 }),
  );
  const one = fc.record(
    {
      party: fc.nat(2),
      fineMinor: amount,
      bonusMinor: amount,
      grade: fc.constantFrom(null, ...grades),
    },
    { requiredKeys: ["party"] },
  );
  return fc.uniqueArray(one, { minLength: 1, maxLength: 2, selector: ({ party }) => party });
}

/** The wishes for parties that the request has; now and then one for somebody it has not. */
function departuresFrom(request: EvaluateRequest, wished: readonly Wish[]): readonly Departure[] {
  return wished.map((wish) => ({ ...wish, party: request.case.parties[wish.party]?.id ?? "P1" }));
}

const contexts: fc.Arbitrary<DecideContext> = fc
  .constantFrom(null, "2026-03", "2026-07", "2026-09")
  .map((closedThrough) => ({ evaluatedAt: Date.parse("2026-07-10T10:00:00+08:00"), closedThrough }));

/** What a departure says instead of the proposal, for those who are named in it. */
function expectFigures(proposed: Decided, departed: Decided, named: readonly Departure[]): void {
  for (const [index, party] of departed.response.outcome.parties.entries()) {
    const proposal = proposed.response.outcome.parties[index];
    const departure = named.find((one) => one.party === party.party);
    const { fineMinor, bonusMinor, grade } = { ...proposal, ...departure };
    expect(party).toMatchObject({ party: proposal?.party, fineMinor, bonusMinor, grade });
    expect(party.totalMinor).toBe(party.fineMinor + party.bonusMinor);
  }
}

type Setting = {
  readonly loaded: LoadedVersion;
  readonly request: EvaluateRequest;
  readonly context: DecideContext;
};

/** Everything that holds of a proposal holds of a departure as well. */
function expectInvariants(decided: Decided, setting: Setting): void {
  const { outcome } = decided.response;
  const { lossFact } = setting.loaded.version.policy;
  const loss = lossFact === undefined ? undefined : setting.request.case.facts[lossFact];
  const borne = outcome.bearers.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect(borne).toBe(typeof loss === "number" ? loss : 0);
  for (const [index, party] of outcome.parties.entries())
    if (decided.concerned[index]?.kind === "person") expectWithinTerms(party, decided, setting);
}

const FREE: Omit<PersonTerms, "person"> = {
  capRate: 0,
  mostInMonthMinor: 0,
  mostInAllMinor: 0,
  lastMonth: null,
  oneSum: false,
  blocked: false,
};

/** Whoever has no terms is charged nothing, so that the terms of nothing bind them. */
function expectWithinTerms(
  { party, totalMinor, outstandingMinor, schedule, suspended }: PartyOutcome,
  { terms, concerned }: Decided,
  { request, context }: Setting,
): void {
  const planned = schedule.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  expect(planned + outstandingMinor).toBe(totalMinor);
  const own = terms.find(({ person }) => person === party) ?? FREE;
  expect(totalMinor).toBeLessThanOrEqual(own.mostInAllMinor ?? Infinity);
  const bonus = concerned.find((one) => one.party === party)?.monthlyBonusMinor ?? 0;
  const cap = floorOf(multiplyFractions(fraction(bonus), decimalFraction(own.capRate)));
  const most = Math.min(cap, own.mostInMonthMinor ?? Infinity);
  const roomIn = (month: number): number => {
    const standing = (request.scheduled ?? []).filter(
      (one) => one.party === party && parseMonth(one.month) === month,
    );
    return most - standing.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  };
  const first = Math.max(decidedIn(request, context), (parseMonth(context.closedThrough ?? "") ?? 0) + 1);
  const last = parseMonth(own.lastMonth ?? "9999-12") ?? 0;
  const months = Math.max(0, Math.min(own.oneSum ? 1 : MOST_MONTHS, last - first + 1));
  // Whoever has the terms, and knows what stands in each month, comes to the same plan.
  const plan = planInstalments({
    amountMinor: suspended || own.blocked ? 0 : totalMinor,
    fromMonth: first,
    months,
    roomIn,
  });
  expect(schedule).toEqual(plan.schedule);
}

function decidedIn({ case: { facts } }: EvaluateRequest, { evaluatedAt }: DecideContext): number {
  const stated = facts["decidedOn"];
  return monthOf(
    typeof stated === "string" ? (parseDay(stated) ?? 0) : localDay(evaluatedAt, "Asia/Shanghai"),
  );
}

/** How often a departure of these came about; a request that is refused says nothing about departures. */
function countDepartures(
  loaded: LoadedVersion,
  requests: fc.Arbitrary<EvaluateRequest>,
  check: (departed: Decided, proposed: Decided, setting: Setting & { named: readonly Departure[] }) => void,
): number {
  let departed = 0;
  fc.assert(
    fc.property(requests, wishes(loaded.version.policy), contexts, (request, wished, context) => {
      const named = departuresFrom(request, wished);
      const proposed = decide(loaded, request, context);
      const result = departFrom(loaded, request, named, context);
      if ("refusal" in proposed || "refusal" in result) return;
      departed += 1;
      check(result, proposed, { loaded, request, context, named });
    }),
    { seed: SEED, numRuns: SAMPLES },
  );
  return departed;
}

describe.each(settings)(`departures from %s, seed ${SEED}`, (_name, loaded, requests) => {
  const isForbidden = FORBIDDING.some((guard) => loaded.version.policy.guards.includes(guard));

  it("change what they state and nothing else, within everything that binds a proposal", () => {
    const departed = countDepartures(loaded, requests, (result, proposed, { named, ...setting }) => {
      expectFigures(proposed, result, named);
      expectInvariants(result, setting);
    });
    // Where all money is forbidden there is next to nothing to depart from.
    expect(departed).toBeGreaterThan(isForbidden ? -1 : SAMPLES / 20);
  });

  it("come to the same by either evaluator, and to the proposal where there are none", async () => {
    await fc.assert(
      fc.asyncProperty(
        requests,
        wishes(loaded.version.policy),
        contexts,
        async (request, wished, context) => {
          const named = departuresFrom(request, wished);
          expect(await departFromByReference(loaded, request, named, context)).toEqual(
            departFrom(loaded, request, named, context),
          );
          expect(departFrom(loaded, request, [], context)).toEqual(decide(loaded, request, context));
        },
      ),
      { seed: SEED, numRuns: Math.ceil(SAMPLES / 5) },
    );
  });
});

describe("a departure as high as an amount may be", () => {
  it("is refused or kept exactly", () => {
    const [loaded] = rules.loaded;
    if (!loaded) throw new Error("there is no policy");
    const [request] = fc.sample(requestsFor(loaded.version.policy), { seed: SEED, numRuns: 1 });
    if (!request) throw new Error("there is no request");
    const named = [{ party: "P1", fineMinor: MAX_AMOUNT_MINOR, bonusMinor: 1 }];
    const result = departFrom(loaded, request, named, { evaluatedAt: Date.parse("2026-07-10T10:00:00Z") });
    expect("refusal" in result).toBe(true);
  });
});
