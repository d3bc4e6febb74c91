import type { AppealSummary, RecordedDecision } from "@evenhand/domain";
import { expect } from "vitest";
import { expectLedger } from "../ledger.ts";
import { type World, onDay } from "../world.ts";
import { P1_AFTER_JULY } from "./payroll.ts";

const SUSPENDED = [
  ...P1_AFTER_JULY,
  "SECOND carried 60000 2026-08 from scheduled",
  "SECOND carried 30000 2026-09 from scheduled",
];

/** 10 August: P1 objects to the second decision, and nothing more of it is taken. */
export async function appealIsFiled(world: World): Promise<void> {
  const { transcript, as } = world;
  await onDay(world, "2026-08-10T12:00:00+08:00", "handler", "worker");
  const worker = as("worker");
  const file = { method: "POST", path: `/v1/decisions/${transcript.named("SECOND")}/appeals` } as const;
  const body = { statement: "The drawing was changed after the job was set up." };
  const appeal = await worker.send<AppealSummary>({ step: "appeal", ...file, body, status: 201 });
  transcript.name("APPEAL", appeal.body.id);
  expect(appeal.body).toMatchObject({ decision: transcript.named("SECOND"), party: "P1", state: "open" });
  const twice = await worker.send({ ...file, body, status: 409 });
  expect(twice.body).toMatchObject({ code: "already-appealed" });
  // The window of the first decision ended on 25 July.
  const late = await worker.send({
    step: "appeal-too-late",
    method: "POST",
    path: `/v1/decisions/${transcript.named("FIRST")}/appeals`,
    body,
    status: 409,
  });
  expect(late.body).toMatchObject({ code: "appeal-too-late" });

  await expectLedger(world, "P1", {
    step: "p1-suspended",
    balance: { assessed: 210_000, deducted: 100_000, scheduled: 20_000, outstanding: 90_000 },
    accounts: { FIRST: "open", SECOND: "suspended" },
    months: [
      "2026-07 taken 100000 of at most 100000",
      // Alone in its month again, the first decision may take half of the bonus.
      "2026-08 planned 20000 of at most 100000",
    ],
    entries: SUSPENDED,
  });
}

/** What P1's ledger holds once the appeal is decided. */
export const P1_AFTER_APPEAL = [
  ...SUSPENDED,
  // Planned again as it was…
  "SECOND scheduled 60000 2026-08",
  "SECOND scheduled 30000 2026-09",
  // … and 450.00 taken off it again, from the latest month backwards: 300.00 of September, 150.00 of August.
  "SECOND carried 30000 2026-09 from scheduled",
  "SECOND carried 15000 2026-08 from scheduled",
  "SECOND reversed 45000 from outstanding",
];

/** 14 August: not whoever recorded it, but another handler decides: half of 900.00. */
export async function appealIsDecided(world: World): Promise<void> {
  const { transcript, as } = world;
  await onDay(world, "2026-08-14T15:00:00+08:00", "handler", "other-handler");
  const decide = {
    method: "POST",
    path: `/v1/appeals/${transcript.named("APPEAL")}/decide`,
    body: {
      verdict: "reduced",
      reason: "The change reached the team late; half of the share stands.",
      departures: [{ party: "P1", bonusMinor: 45_000 }],
    },
  } as const;
  const own = await as("handler").send({ step: "decide-own", ...decide, status: 403 });
  expect(own.body).toMatchObject({ code: "same-decider" });
  const decided = await as("other-handler").send<AppealSummary>({ step: "decide-appeal", ...decide });
  expect(decided.body).toMatchObject({ state: "reduced", decision: transcript.named("SECOND") });
  const halved = transcript.name("HALVED", decided.body.supersededBy ?? "");

  const before = await as("handler").send<RecordedDecision>({
    path: `/v1/decisions/${transcript.named("SECOND")}`,
  });
  expect(before.body).toMatchObject({ status: "superseded", supersededBy: halved });
  const after = await as("handler").send<RecordedDecision>({
    step: "halved",
    path: `/v1/decisions/${halved}`,
  });
  const { record } = after.body;
  expect(record).toMatchObject({
    policy: { version: 3 },
    supersedes: transcript.named("SECOND"),
    appeal: transcript.named("APPEAL"),
    departures: [{ party: "P1", bonusMinor: 45_000 }],
    reason: decide.body.reason,
  });
  // What the rules gave stays on record beside what was decided.
  expect(record.proposal.parties[0]?.totalMinor).toBe(90_000);
  expect(record.outcome.parties[0]?.totalMinor).toBe(45_000);

  await expectLedger(world, "P1", {
    balance: { assessed: 210_000, deducted: 100_000, scheduled: 65_000, reversed: 45_000 },
    accounts: { FIRST: "open", SECOND: "open" },
    // 200.00 of the first decision and 450.00 of the second.
    months: ["2026-07 taken 100000 of at most 100000", "2026-08 planned 65000 of at most 80000"],
    entries: P1_AFTER_APPEAL,
  });
}
