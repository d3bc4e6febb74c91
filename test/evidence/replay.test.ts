import { type DecisionRecord, type Policy, canonicalJson, contentHash } from "@evenhand/domain";
import { type ReplaySources, openValue, replayDecision, replayer } from "@evenhand/evidence";
import { preparePolicy } from "@evenhand/policy";
import { describe, expect, it } from "vitest";
import { RULES, recordedCases, sourcesOf } from "./records.ts";
import { SAMPLE_BEFORE, SAMPLE_REQUEST, loaded, recordSample, samplePolicy } from "./sample.ts";

const IDENTICAL = { verdict: "identical", causes: [], missing: [], differences: [] };

const SAMPLE = preparePolicy(samplePolicy());

function sources(record: DecisionRecord, change: Partial<ReplaySources> = {}): ReplaySources {
  return { ...sourcesOf([record], [SAMPLE]), ...change };
}

/** The sample decision, replayed on what is stored. */
async function replayed(change: Partial<ReplaySources>, record = recordSample().record) {
  return replayDecision(record, sources(record, change));
}

function withParameter(id: string, value: number): Policy {
  const { parameters, ...rest } = samplePolicy();
  const changed = Object.entries(parameters).map(([name, parameter]) => [
    name,
    name === id ? { ...parameter, value } : parameter,
  ]);
  return { ...rest, parameters: Object.fromEntries(changed) as Policy["parameters"] };
}

/** The record with other figures for the first party of an outcome. */
function refigured(record: DecisionRecord, which: "proposal" | "outcome", figures: object): DecisionRecord {
  const { [which]: outcome } = record;
  const parties = outcome.parties.map((party, index) => (index === 0 ? { ...party, ...figures } : party));
  return { ...record, [which]: { ...outcome, parties } };
}

/** Another document under the number of the sample, and the one decided under is gone. */
function overwritten(policy: Policy): Partial<ReplaySources> {
  return { version: () => policy, versionByHash: () => undefined };
}

describe("a recorded decision", () => {
  const cases = recordedCases();
  const byPolicy = [...Map.groupBy(cases, ({ record }) => record.policy.id)];
  const replay = replayer(sourcesOf(cases.map(({ record }) => record)));

  it.each(byPolicy)(
    "replays identically, whichever conformance case of %s it is",
    async (_policy, recorded) => {
      for (const { name, record } of recorded)
        expect([name, await replay(record)]).toEqual([name, IDENTICAL]);
    },
  );

  it.each(byPolicy)(
    "of %s says, once opened, exactly what comes out with nobody under a pseudonym",
    (_policy, recorded) => {
      for (const { name, record, openings, opened } of recorded) {
        const values = new Map(openings.map(({ token, value }) => [token, value]));
        const shown = openValue(record, (token) => values.get(token));
        expect([name, canonicalJson(shown.proposal)]).toEqual([name, canonicalJson(opened.outcome)]);
        expect([name, canonicalJson(shown.explanation)]).toEqual([name, canonicalJson(opened.explanation)]);
      }
    },
  );

  it("is one of some hundred, in which people stand under pseudonyms", () => {
    expect(cases.length).toBeGreaterThan(600);
    // Some people of the cases are called like words of the policy, so only numbers are looked for.
    const isNumber = (value: string): boolean => /^[A-Z]\d+$/.test(value);
    const named = cases.filter(({ record, openings }) =>
      openings.some(({ value }) => isNumber(value) && JSON.stringify(record).includes(`"${value}"`)),
    );
    expect(named.map(({ name }) => name)).toEqual([]);
  });

  it("replays with the ledger and the findings that it was computed with", async () => {
    const { record } = recordSample();
    expect(record.proposal.parties[0]).toMatchObject({
      totalMinor: 85_000,
      schedule: [{ month: "2026-08", amountMinor: 85_000 }],
    });
    expect(await replayed({}, record)).toEqual(IDENTICAL);
  });

  it("replays with its departures", async () => {
    const departures = [{ party: "P1", fineMinor: 0, grade: null }];
    const { record } = recordSample({ departures });
    expect(record.outcome.parties[0]?.totalMinor).toBe(60_000);
    expect(await replayed({}, record)).toEqual(IDENTICAL);
  });

  it("replays also where a version was named against its dates", async () => {
    const versions = [
      loaded(samplePolicy()),
      loaded(samplePolicy({ version: 2, effectiveFrom: "2026-01-01" })),
    ];
    const request = { ...SAMPLE_REQUEST, policyVersion: 1 };
    const { record } = recordSample({ versions, request });
    expect(record.explanation[0]?.note?.en).toBe("by its day the case would fall under version 2");
    expect(await replayed({}, record)).toEqual(IDENTICAL);
  });
});

describe("a version whose number leads to another document", () => {
  const changed = withParameter("surcharge", 9_000);

  it("is told by its parameters, also where the document decided under is gone", async () => {
    const causes = [{ cause: "parameter", at: "/parameters/surcharge/value", recorded: 5_000, now: 9_000 }];
    expect(await replayed(overwritten(changed))).toEqual({ ...IDENTICAL, verdict: "different", causes });
    expect(await replayed({ version: () => changed })).toEqual({
      ...IDENTICAL,
      verdict: "different",
      causes,
    });
  });

  it("is told by its content, place by place where the document decided under still stands", async () => {
    const label = { en: "carries", zh: "carries" };
    const rules = samplePolicy().rules.map((rule) => (rule.id === "bear" ? { ...rule, label } : rule));
    const relabelled = samplePolicy({ rules });
    const { causes, verdict, differences } = await replayed({ version: () => relabelled });
    expect(verdict).toBe("different");
    expect(causes).toEqual([
      { cause: "policy-content", at: "/rules/0/label/en", recorded: "bear", now: "carries" },
      { cause: "policy-content", at: "/rules/0/label/zh", recorded: "bear", now: "carries" },
    ]);
    expect(differences).toEqual([]);
  });

  it("is told by its hash where nothing better is known, with what comes out now", async () => {
    const other = samplePolicy({ rules: samplePolicy().rules.filter(({ id }) => id !== "again") });
    const { causes, differences } = await replayed(overwritten(other));
    expect(causes).toEqual([{ cause: "policy-content", recorded: SAMPLE.hash, now: contentHash(other) }]);
    expect(differences).toContainEqual({
      at: "/proposal/parties/0/fineMinor",
      recorded: 25_000,
      now: 20_000,
    });
  });

  it("is told by its hash where a parameter moved that the decision did not use", async () => {
    const { causes } = await replayed(overwritten(withParameter("spare", 4)));
    expect(causes.map(({ cause }) => cause)).toEqual(["policy-content"]);
  });

  it("does not matter where it is gone and the document stands under its hash", async () => {
    expect(await replayed({ version: () => undefined })).toEqual(IDENTICAL);
  });

  it("is told also where it is no policy any more", async () => {
    const { verdict, causes, differences } = await replayed(overwritten({} as Policy));
    expect([verdict, causes.map(({ cause }) => cause)]).toEqual(["different", ["policy-content"]]);
    expect(differences).toHaveLength(1);
  });
});

describe("a document that is not there", () => {
  it.each([
    ["version", { version: () => undefined, versionByHash: () => undefined }],
    ["calendar", { calendar: () => undefined }],
    ["guard", { guard: () => undefined }],
  ] as const)("cannot be replayed without: %s", async (kind, change) => {
    const { record } = recordSample();
    const expected = {
      version: { kind, id: "sample", version: 1, hash: SAMPLE.hash },
      calendar: { kind, id: "cn", version: record.calendar.version, hash: RULES.calendar.hash },
      guard: { kind, id: "cn", hash: record.guards[0]?.hash },
    };
    expect(await replayed(change)).toEqual({ ...IDENTICAL, verdict: "cannot", missing: [expected[kind]] });
  });

  it("is told besides what moved", async () => {
    const { verdict, causes, missing } = await replayed({
      calendar: () => undefined,
      case: () => undefined,
    });
    expect([verdict, causes.length, missing.length]).toEqual(["different", 1, 1]);
  });
});

describe("an input that moved", () => {
  it("is the calendar or a guard where the document under its hash has another content", async () => {
    const { record } = recordSample();
    const calendar = { ...((await sources(record).calendar(RULES.calendar.hash)) as object), source: "x" };
    expect((await replayed({ calendar: () => calendar })).causes).toEqual([
      { cause: "calendar", recorded: RULES.calendar.hash, now: contentHash(calendar) },
    ]);
    const cn = RULES.guards.find(({ jurisdiction }) => jurisdiction === "cn");
    const periods = cn?.periods.map((period) => ({ ...period, moneyPenalty: "forbidden" }));
    const strict = { ...cn, periods };
    const { causes, differences } = await replayed({ guard: () => strict });
    expect(causes).toEqual([{ cause: "guard", recorded: contentHash(cn), now: contentHash(strict) }]);
    expect(differences.length).toBeGreaterThan(0);
  });

  it("is a fact where the stored case is another", async () => {
    const { record } = recordSample();
    const [party, ...others] = record.case.parties;
    const other = {
      ...record.case,
      parties: [{ ...party, facts: { ...party?.facts, fine: 30_000, boss: null } }, ...others],
    };
    expect((await replayed({ case: () => other })).causes).toEqual(
      [
        { cause: "fact", at: "/case/parties/0/facts/boss", recorded: party?.facts["boss"], now: null },
        { cause: "fact", at: "/case/parties/0/facts/fine", recorded: 20_000, now: 30_000 },
      ].toSorted(({ at }) => (at.endsWith("fine") ? -1 : 1)),
    );
    expect((await replayed({ case: () => undefined })).causes).toEqual([
      { cause: "fact", at: "/caseId", recorded: record.caseId, now: null },
    ]);
  });

  it("is the ledger where it is rebuilt otherwise, whatever its order", async () => {
    const reversed = {
      ...SAMPLE_BEFORE,
      scheduled: SAMPLE_BEFORE.scheduled.toReversed(),
      findings: SAMPLE_BEFORE.findings.toReversed(),
    };
    expect(await replayed({ ledgerBefore: () => reversed })).toEqual(IDENTICAL);
    const [first, second] = SAMPLE_BEFORE.scheduled.map((each, index) => [
      each,
      { ...each, amountMinor: each.amountMinor - index },
    ]);
    const other = {
      ...SAMPLE_BEFORE,
      scheduled: [first, second].flatMap((each) => each?.[1] ?? []),
      closedThrough: null,
    };
    expect((await replayed({ ledgerBefore: () => other })).causes).toEqual([
      {
        cause: "ledger",
        at: "/ledger/before/scheduled",
        recorded: [second?.[0]],
        now: [second?.[1]],
      },
      { cause: "ledger", at: "/ledger/before/closedThrough", recorded: "2026-07", now: null },
    ]);
  });

  it("is the program where everything else is as it was recorded", async () => {
    const { record } = recordSample();
    const raised = refigured(record, "proposal", { fineMinor: 25_001 });
    const before = { ...raised, outcome: raised.proposal };
    const first = { at: "/proposal/parties/0/fineMinor", recorded: 25_001, now: 25_000 };
    const { causes, differences } = await replayed({}, before);
    expect(causes).toEqual([{ cause: "engine", ...first }]);
    expect(differences).toContainEqual(first);
    const earlier = { compiled: "evenhand-compiled/0.0.9", reference: record.evaluators.reference };
    const recorded = { ...before, evaluators: { ...earlier, agreed: true } } as const;
    expect((await replayed({}, recorded)).causes).toEqual([
      {
        cause: "engine",
        at: first.at,
        recorded: earlier,
        now: { ...earlier, compiled: record.evaluators.compiled },
      },
    ]);
  });
});

describe("a record that contradicts itself", () => {
  it("is told where the outcome is not the proposal with its departures", async () => {
    const { record } = recordSample({ departures: [{ party: "P1", fineMinor: 1_000 }] });
    const wrong = refigured(record, "outcome", { fineMinor: 900 });
    expect((await replayed({}, wrong)).causes).toEqual([
      { cause: "record", at: "/outcome/parties/0/fineMinor", recorded: 900, now: 1_000 },
    ]);
    const { record: plain } = recordSample();
    const silent = { ...plain, outcome: { ...plain.outcome, disposition: "not-upheld" } } as const;
    expect((await replayed({}, silent)).causes).toEqual([
      { cause: "record", at: "/outcome/disposition", recorded: "not-upheld", now: "upheld" },
    ]);
  });

  it("is told where it names its documents otherwise than they are", async () => {
    const { record } = recordSample();
    const renamed = { ...record, policy: { ...record.policy, version: 7 } };
    expect((await replayed({}, renamed)).causes).toEqual([
      { cause: "record", at: "/policy/version", recorded: 7, now: 1 },
    ]);
  });

  it("is told where it is no record at all, and stops nothing", async () => {
    const none = { ...recordSample().record, terms: undefined } as unknown as DecisionRecord;
    expect((await replayed({}, none)).causes).toEqual([
      { cause: "record", at: "/terms", recorded: null, now: null },
    ]);
    expect((await replayed({}, null as unknown as DecisionRecord)).verdict).toBe("different");
  });
});
