import { expect } from "vitest";
import { expectLedger } from "../ledger.ts";
import { type World, onDay } from "../world.ts";

type Bonus = { readonly person: string; readonly bonusMinor: number };

/** 5 August: July closes with the bonuses that were expected. */
export async function julyCloses(world: World): Promise<void> {
  await onDay(world, "2026-08-05T10:00:00+08:00", "handler");
  const payroll = world.machine("PAYROLL_KEY");
  const planned = await payroll.send({ step: "july-planned", path: "/v1/payroll/2026-07" });
  expect(planned.body).toMatchObject({
    state: "open",
    totals: [{ plannedMinor: 175_000, deductedMinor: 0 }],
  });
  const close = {
    method: "POST",
    path: "/v1/payroll/2026-07/close",
    headers: { "Idempotency-Key": "payroll-2026-07" },
  } as const;
  const bonuses: readonly Bonus[] = [
    { person: "P1", bonusMinor: 200_000 },
    { person: "P2", bonusMinor: 150_000 },
    // Nothing is known of P9, who owes nothing; the whole company may be in the list.
    { person: "P9", bonusMinor: 170_000 },
  ];
  const missing = await payroll.send({
    step: "july-without-p2",
    ...close,
    body: { bonuses: bonuses.slice(0, 1) },
    status: 422,
  });
  expect(missing.body).toMatchObject({ code: "missing-bonus" });
  // A request that was refused has used nothing up, so the key goes on with the list that is whole.
  const closed = await payroll.send({ step: "july", ...close, body: { bonuses }, status: 201 });
  // 1,000.00 of P1 and 750.00 of P2, as planned.
  expect(closed.body).toEqual({
    month: "2026-07",
    people: 2,
    notOwing: 1,
    deductedMinor: 175_000,
    carriedMinor: 0,
    warnings: [],
    furtherWarnings: 0,
  });
  const again = await payroll.send({ ...close, body: { bonuses }, status: 201 });
  expect(again.text).toBe(closed.text);
  const twice = await payroll.send({
    step: "july-twice",
    ...close,
    headers: { "Idempotency-Key": "payroll-2026-07-once-more" },
    body: { bonuses },
    status: 409,
  });
  expect(twice.body).toMatchObject({ code: "month-closed" });

  await expectLedger(world, "P1", {
    balance: { assessed: 210_000, deducted: 100_000, scheduled: 110_000 },
    accounts: { FIRST: "open", SECOND: "open" },
    months: [
      "2026-07 taken 100000 of at most 100000",
      "2026-08 planned 80000 of at most 80000",
      "2026-09 planned 30000 of at most 80000",
    ],
    entries: [...P1_BEFORE_JULY, "FIRST deducted 100000 2026-07"],
  });
  await expectLedger(world, "P2", {
    balance: { assessed: 90_000, deducted: 75_000, scheduled: 15_000 },
    accounts: { FIRST: "open" },
    months: ["2026-07 taken 75000 of at most 75000", "2026-08 planned 15000 of at most 75000"],
    entries: P2_AFTER_JULY,
  });
}

const P1_BEFORE_JULY = [
  "FIRST assessed 120000",
  "FIRST scheduled 100000 2026-07",
  "FIRST scheduled 20000 2026-08",
  "SECOND assessed 90000",
  "SECOND scheduled 60000 2026-08",
  "SECOND scheduled 30000 2026-09",
];

/** What P1's ledger holds once July is closed. */
export const P1_AFTER_JULY = [...P1_BEFORE_JULY, "FIRST deducted 100000 2026-07"];

const P2_AFTER_JULY = [
  "FIRST assessed 90000",
  "FIRST scheduled 75000 2026-07",
  "FIRST scheduled 15000 2026-08",
  "FIRST deducted 75000 2026-07",
];

/** 20 August: P2 leaves with a last bonus of 233.35. */
export async function somebodyLeaves(world: World): Promise<void> {
  await onDay(world, "2026-08-20T10:00:00+08:00", "handler");
  const settled = await world.as("handler").send({
    step: "leave",
    method: "POST",
    path: "/v1/people/P2/leave",
    body: { lastMonth: "2026-08", bonusMinor: 23_335 },
  });
  // Half of 233.35 is 116.675, rounded down to the fen 116.67. Of 150.00 that leaves 33.33, which is lost but not forgotten.
  expect(settled.body).toEqual({
    person: "P2",
    lastMonth: "2026-08",
    bonusMinor: 23_335,
    balance: {
      assessedMinor: 90_000,
      deductedMinor: 86_667,
      scheduledMinor: 0,
      outstandingMinor: 3_333,
      reversedMinor: 0,
      waivedMinor: 0,
      notRecoverableMinor: 3_333,
    },
  });
  await expectLedger(world, "P2", {
    step: "p2-settled",
    // 750.00 + 116.67 = 866.67; 900.00 − 866.67 = 33.33.
    balance: { assessed: 90_000, deducted: 86_667, outstanding: 3_333, notRecoverable: 3_333 },
    accounts: { FIRST: "settled" },
    months: ["2026-07 taken 75000 of at most 75000", "2026-08 taken 11667 of at most 11667"],
    entries: [
      ...P2_AFTER_JULY,
      "FIRST carried 3333 2026-08 from scheduled",
      "FIRST deducted 11667 2026-08",
      "FIRST settled 3333",
    ],
    leftIn: "2026-08",
  });
}

/** 4 September: August closes, and P1's bonus is 1,533.33 in place of 2,000.00. */
export async function augustCloses(world: World, p1Before: readonly string[]): Promise<void> {
  await onDay(world, "2026-09-04T10:00:00+08:00", "handler");
  const closed = await world.machine("PAYROLL_KEY").send({
    step: "august",
    method: "POST",
    path: "/v1/payroll/2026-08/close",
    headers: { "Idempotency-Key": "payroll-2026-08" },
    body: { bonuses: [{ person: "P1", bonusMinor: 153_333 }] },
    status: 201,
  });
  // 40 % of 1,533.33 is 613.332, rounded down 613.33. The first decision comes first and takes its 200.00 whole; the
  // second gets 613.33 − 200.00 = 413.33 of its 450.00, and 36.67 go on.
  expect(closed.body).toEqual({
    month: "2026-08",
    people: 1,
    notOwing: 0,
    deductedMinor: 61_333,
    carriedMinor: 3_667,
    warnings: [],
    furtherWarnings: 0,
  });
  await expectLedger(world, "P1", {
    step: "p1-after-august",
    // 1,000.00 + 200.00 + 413.33 = 1,613.33 taken; 2,100.00 = 1,613.33 + 36.67 + 450.00.
    balance: { assessed: 210_000, deducted: 161_333, scheduled: 3_667, reversed: 45_000 },
    accounts: { FIRST: "open", SECOND: "open" },
    months: [
      "2026-07 taken 100000 of at most 100000",
      "2026-08 taken 61333 of at most 61333",
      // The bonus of August stands for September until that is known.
      "2026-09 planned 3667 of at most 61333",
    ],
    entries: [
      ...p1Before,
      "FIRST deducted 20000 2026-08",
      "SECOND deducted 41333 2026-08",
      "SECOND carried 3667 2026-08 from scheduled",
      "SECOND scheduled 3667 2026-09",
    ],
  });
}
