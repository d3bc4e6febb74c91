import type { Case, Party, RecordedDecision } from "@evenhand/domain";
import { expect } from "vitest";
import { expectLedger } from "../ledger.ts";
import { type World, onDay } from "../world.ts";

/** A worker of the cutting team, whose base points are 40 in all. */
function worker(id: string, basePoints: number, monthlyBonus: number): Party {
  return {
    id,
    kind: "person",
    memberOf: "cutting",
    facts: {
      function: "production",
      unit: "cutting",
      responsible: true,
      basePoints,
      unitBasePoints: 40,
      monthlyBonus,
    },
  };
}

/** 12,000.00 lost, received under version 2. P1: 12,000.00 × 4/40 = 1,200.00. P2: 12,000.00 × 3/40 = 900.00. */
const FIRST: Case = {
  reference: "C-2026-0706",
  facts: {
    complaintKind: "spec-mismatch",
    lossAmount: 1_200_000,
    receivedOn: "2026-07-06",
    decidedOn: "2026-07-10",
  },
  parties: [worker("P1", 4, 200_000), worker("P2", 3, 150_000)],
};

/** 9,000.00 lost, received under version 3. P1: 9,000.00 × 4/40 = 900.00. */
const SECOND: Case = {
  reference: "C-2026-0803",
  facts: {
    complaintKind: "late-delivery",
    lossAmount: 900_000,
    receivedOn: "2026-08-03",
    decidedOn: "2026-08-04",
  },
  parties: [worker("P1", 4, 200_000)],
};

/** Caused by the customer, so nobody is charged. */
const THIRD: Case = {
  reference: "C-2026-0802",
  facts: {
    complaintKind: "quality-defect",
    customerCaused: true,
    lossAmount: 500_000,
    receivedOn: "2026-08-02",
    decidedOn: "2026-08-04",
  },
  parties: [worker("P3", 2, 180_000)],
};

/** 10 July: the case system records the first decision under version 2, and sends it twice. */
export async function underVersionTwo(world: World): Promise<void> {
  const { transcript, machine } = world;
  await onDay(world, "2026-07-10T09:00:00+08:00", "handler");
  const cases = machine("CASES_KEY");
  const post = { method: "POST", path: "/v1/decisions" } as const;
  const body = { policy: "complaint-fines", case: FIRST };
  const headers = { "Idempotency-Key": "case-C-2026-0706" };

  const without = await cases.send({ step: "without-key", ...post, body, status: 400 });
  expect(without.body).toMatchObject({ code: "missing-idempotency-key" });
  const first = await cases.send<RecordedDecision>({
    step: "record-first",
    ...post,
    headers,
    body,
    status: 201,
  });
  const again = await cases.send<RecordedDecision>({ ...post, headers, body, status: 201 });
  expect(again.text).toBe(first.text);
  const other = { ...body, case: { ...FIRST, reference: "C-2026-0707" } };
  const reused = await cases.send({ step: "reuse-key", ...post, headers, body: other, status: 422 });
  expect(reused.body).toMatchObject({ code: "idempotency-key-reused" });

  const { id, record } = first.body;
  transcript.name("FIRST", id);
  expect(record.policy).toMatchObject({ id: "complaint-fines", version: 2 });
  expect(record.evaluators.agreed).toBe(true);
  // P1: half of 2,000.00 is 1,000.00 a month. P2: half of 1,500.00 is 750.00.
  expect(record.outcome.parties).toMatchObject([
    { party: "P1", totalMinor: 120_000, schedule: plan(["2026-07", 100_000], ["2026-08", 20_000]) },
    { party: "P2", totalMinor: 90_000, schedule: plan(["2026-07", 75_000], ["2026-08", 15_000]) },
  ]);
  // 15 days after 10 July.
  expect(first.body.appealUntil).toBe("2026-07-25");

  await expectLedger(world, "P1", {
    balance: { assessed: 120_000, scheduled: 120_000 },
    accounts: { FIRST: "open" },
    months: ["2026-07 planned 100000 of at most 100000", "2026-08 planned 20000 of at most 100000"],
    entries: ["FIRST assessed 120000", "FIRST scheduled 100000 2026-07", "FIRST scheduled 20000 2026-08"],
  });
  await expectLedger(world, "P2", {
    balance: { assessed: 90_000, scheduled: 90_000 },
    accounts: { FIRST: "open" },
    months: ["2026-07 planned 75000 of at most 75000", "2026-08 planned 15000 of at most 75000"],
    entries: ["FIRST assessed 90000", "FIRST scheduled 75000 2026-07", "FIRST scheduled 15000 2026-08"],
  });
}

/** 4 August: version 3 is in force since the 1st, for cases that came in from then on. */
export async function underVersionThree(world: World): Promise<void> {
  const { transcript, as, machine } = world;
  await onDay(world, "2026-08-04T09:00:00+08:00", "handler", "approver");
  const { body } = await as("approver").send({ path: "/v1/policies/complaint-fines/versions" });
  expect(body["versions"]).toMatchObject([
    { version: 1, state: "superseded" },
    { version: 2, state: "superseded" },
    { version: 3, state: "in-force" },
  ]);
  // The day on which a complaint was received decides, not the day on which it is asked about.
  for (const [receivedOn, version] of [
    ["2026-07-31", 2],
    ["2026-08-01", 3],
  ] as const) {
    const evaluated = await machine("EVALUATE_KEY").send({
      method: "POST",
      path: "/v1/policies/complaint-fines/evaluate",
      body: { case: { ...SECOND, facts: { ...SECOND.facts, receivedOn } } },
    });
    expect(evaluated.body["policy"]).toMatchObject({ version });
  }
  const handler = as("handler");
  const record = (step: string, theCase: Case) =>
    handler.send<RecordedDecision>({
      step,
      method: "POST",
      path: "/v1/decisions",
      body: { policy: "complaint-fines", case: theCase },
      status: 201,
    });
  const second = await record("record-second", SECOND);
  transcript.name("SECOND", second.body.id);
  expect(second.body.record.policy).toEqual({
    id: "complaint-fines",
    version: 3,
    hash: transcript.named("HASH_3"),
  });
  // August holds 200.00 of the first decision. The lower cap counts from now on, 40 % of 2,000.00 = 800.00, which leaves
  // 600.00; the other 300.00 go on in September.
  expect(second.body.record.outcome.parties).toMatchObject([
    { party: "P1", totalMinor: 90_000, schedule: plan(["2026-08", 60_000], ["2026-09", 30_000]) },
  ]);
  const third = await record("record-third", THIRD);
  transcript.name("THIRD", third.body.id);
  expect(third.body.record.outcome).toMatchObject({ disposition: "not-upheld" });
  expect(third.body.record.ledger.entries).toEqual([]);

  await expectLedger(world, "P1", {
    step: "p1-under-two-caps",
    balance: { assessed: 210_000, scheduled: 210_000 },
    accounts: { FIRST: "open", SECOND: "open" },
    months: [
      // July holds the first decision alone, so half of the bonus may be taken.
      "2026-07 planned 100000 of at most 100000",
      "2026-08 planned 80000 of at most 80000",
      "2026-09 planned 30000 of at most 80000",
    ],
    entries: [
      "FIRST assessed 120000",
      "FIRST scheduled 100000 2026-07",
      "FIRST scheduled 20000 2026-08",
      "SECOND assessed 90000",
      "SECOND scheduled 60000 2026-08",
      "SECOND scheduled 30000 2026-09",
    ],
  });
}

function plan(...months: readonly (readonly [string, number])[]): object {
  return months.map(([month, amountMinor]) => ({ month, amountMinor }));
}
