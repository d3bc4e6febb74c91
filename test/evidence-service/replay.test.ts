import { type ReplayAsked, type ReplayStep, type ServiceContext, replay } from "@evenhand/service";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import { complaint } from "./acts.ts";
import { pastTheService } from "./past-the-service.ts";
import { tellStory } from "./story.ts";

async function replayed(
  context: Pick<ServiceContext, "store">,
  asked: ReplayAsked = {},
): Promise<readonly ReplayStep[]> {
  const steps: ReplayStep[] = [];
  for await (const step of replay(context, asked)) steps.push(step);
  return steps;
}

/** The cases that the story has decisions on. */
const EVERYWHERE = ["C-1", "C-3", "C-4", "C-5"];

function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}

onBothDatabases("replaying", (open) => {
  it("gives `identical` for everything that was done, with real counts", async () => {
    const { store } = await open();
    const { scene } = await tellStory(store);
    const steps = await replayed(scene.context);
    expect(steps.map(({ replayed: { verdict, causes } }) => [verdict, causes])).toEqual(
      steps.map(() => ["identical", []]),
    );
    expect(steps.map(({ done, total }) => `${done}/${total}`)).toEqual(
      steps.map((_, index) => `${index + 1}/${steps.length}`),
    );
    expect(steps.length).toBe(6);
  });

  it("gives the same for single ones, in whatever order, and for those of a time or a policy", async () => {
    const { store } = await open();
    const { scene, standing, appealed, settled } = await tellStory(store);
    for (const id of [standing, appealed, settled, standing])
      expect((await replayed(scene.context, { ids: [id] })).map((step) => step.replayed.verdict)).toEqual([
        "identical",
      ]);
    expect(await replayed(scene.context, { policyId: "late-parcels" })).toEqual([]);
    const later = await replayed(scene.context, { from: scene.clock.now });
    expect(later.map((step) => step.replayed.reference)).toEqual(["C-4", "C-5", "C-5"]);
    expect((await replayed(scene.context, { until: scene.clock.now })).length).toBe(3);
    expect((await replayed(scene.context, { evaluators: "compiled" })).length).toBe(6);
  });

  it.each([
    {
      what: "a parameter of a version",
      statement: `update versions set document = replace(document, '"value": 0.5,', '"value": 0.6,') where version = 2`,
      cause: "parameter",
      at: "/parameters/bonusCapRate/value",
    },
    {
      what: "a rule of a version",
      statement: `update versions set document = replace(document, '"article": "21(3)"', '"article": "21(4)"') where version = 2`,
      cause: "policy-content",
    },
    {
      what: "a version that is gone",
      statement: `delete from versions where version = 2`,
      verdict: "cannot",
    },
    {
      what: "a calendar",
      statement: `update calendars set document = replace(document, '2026-10-01', '2026-10-02')`,
      cause: "calendar",
    },
    {
      what: "a case",
      statement: `update cases set content = replace(content, '1200000', '1300000') where reference = 'C-4'`,
      cause: "fact",
      at: "/case/facts/lossAmount",
      only: ["C-4"],
    },
    {
      what: "an earlier entry of a ledger",
      statement: `update ledger_entries set amount_minor = amount_minor + 1 where kind = 'scheduled' and month = '2026-07'
        and account = (select root_id from decisions where reference = 'C-1' limit 1)`,
      cause: "ledger",
      only: ["C-1", "C-4"],
    },
    {
      what: "an entry of the decision itself",
      statement: `update ledger_entries set amount_minor = amount_minor + 1
        where kind = 'assessed' and account = (select root_id from decisions where reference = 'C-5' limit 1)`,
      cause: "ledger",
      only: ["C-5"],
    },
    {
      what: "a bonus",
      statement: `update bonuses set bonus_minor = 119999 where bonus_minor = 120000`,
      cause: "ledger",
      only: ["C-4"],
    },
    {
      what: "a payroll month that is gone",
      statement: `delete from payroll_months`,
      cause: "ledger",
      at: "/ledger/before/closedThrough",
      only: ["C-4", "C-5"],
    },
    {
      what: "a record",
      statement: `update audit_events set body = replace(body, '"totalMinor":120000', '"totalMinor":120001')
        where action = 'decision.recorded' and body like '%"reference":"C-5"%'`,
      cause: "record",
      only: ["C-5"],
    },
    {
      what: "a record that is gone",
      statement: `delete from audit_events where action = 'decision.recorded' and body like '%"reference":"C-4"%'`,
      verdict: "cannot",
      only: ["C-4"],
    },
  ])("finds $what", async ({ statement, cause, at, verdict = "different", only = EVERYWHERE }) => {
    const database = await open();
    const { scene } = await tellStory(database.store);
    await pastTheService(database, statement);
    const found = (await replayed(scene.context)).map((step) => step.replayed);
    const moved = found.filter((one) => one.verdict !== "identical");
    const causes = moved.flatMap((one) => one.causes);
    expect({
      verdicts: namesOf(moved.map((one) => one.verdict)),
      references: namesOf(moved.map(({ reference }) => reference)),
      causes: namesOf(causes.map((one) => one.cause)),
      isSaid: moved.every((one) => one.causes.length + one.missing.length > 0),
      places: at === undefined ? undefined : namesOf(causes.map((one) => one.at ?? "")),
    }).toEqual({
      verdicts: [verdict],
      references: only,
      causes: cause === undefined ? [] : [cause],
      isSaid: true,
      places: at === undefined ? undefined : [at],
    });
  });

  it("rebuilds the ledger as each decision saw it, however often somebody was decided about", async () => {
    const { store } = await open();
    const { scene, acts } = await tellStory(store);
    for (let number = 0; number < 12; number += 1)
      await acts.record(complaint(`M-${number}`, { lossAmount: 100_000 + number * 1_000 }, ["P1", "P5"]));
    scene.clock.now = Date.parse("2026-08-31T10:00:00+08:00");
    await acts.close("2026-08", { P1: 90_000, P2: 150_000, P4: 0, P5: 80_000 });
    await acts.record(complaint("M-last", {}, ["P5", "P1"]));
    const steps = await replayed(scene.context);
    expect(steps.filter((step) => step.replayed.verdict !== "identical")).toEqual([]);
    expect(steps.length).toBe(19);
  });
});
