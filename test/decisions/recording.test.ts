import type { RecordedDecision } from "@evenhand/domain";
import {
  type Answer,
  type OnceAsk,
  type Statement,
  closePayroll,
  decideAppeal,
  fileAppeal,
  leaveCompany,
  readDecision,
  readStatement,
  recordDecision,
  restatePayroll,
  reverseDecision,
  waiveDeduction,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const OTHER_HANDLER = somebody("E3002", ["handler"]);
const KEY = { kind: "key", id: "k1", scopes: ["decide", "payroll:write"] } as const;

/** Example A of complaint-fines: 1,200.00 of P1, in July and August; 900.00 of P2. */
function exampleA(reference = "C-1001", facts: object = {}): object {
  return {
    policy: "complaint-fines",
    case: {
      reference,
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount: 1_200_000,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
        ...facts,
      },
      parties: [party("P1", 4, 200_000), party("P2", 3, 150_000)],
      evidence: [{ id: "E1", kind: "photo", note: "the label says 42" }],
    },
  };
}

function party(id: string, basePoints: number, monthlyBonus: number): object {
  return {
    id,
    kind: "person",
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

let keys = 0;

function ask(body: object, actor: OnceAsk["actor"] = HANDLER, path = "/v1/decisions"): OnceAsk {
  return { actor, key: `key-${(keys += 1)}`, request: { method: "POST", path, body: JSON.stringify(body) } };
}

async function record({ context }: Scene, body: object, actor?: OnceAsk["actor"]): Promise<RecordedDecision> {
  const answer = given(await recordDecision(context, ask(body, actor)));
  return opened({ context } as Scene, (JSON.parse(answer.body) as RecordedDecision).id);
}

async function opened({ context }: Pick<Scene, "context">, id: string): Promise<RecordedDecision> {
  return JSON.parse(given(await readDecision(context, { actor: HANDLER, id })).body) as RecordedDecision;
}

async function statement({ context }: Scene, staffId: string): Promise<Statement> {
  return JSON.parse(given(await readStatement(context, { actor: HANDLER, staffId })).body) as Statement;
}

const months = ({ months: list }: Statement): readonly string[] =>
  list.map(
    ({ month, plannedMinor, deductedMinor }) => `${month} planned ${plannedMinor} taken ${deductedMinor}`,
  );

onBothDatabases("recording a decision", (open) => {
  it("keeps the outcome, the plan and everything they rest on, and tells staff numbers again", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, exampleA());
    expect(decision.record.outcome.parties.map(({ party: id, totalMinor }) => [id, totalMinor])).toEqual([
      ["P1", 120_000],
      ["P2", 90_000],
    ]);
    expect(decision.record.case.evidence?.[0]?.note).toBe("the label says 42");
    expect(decision.record.evaluators.agreed).toBe(true);
    expect(decision.appealUntil).toBe("2026-07-25");
    expect(months(await statement(scene, "P1"))).toEqual([
      "2026-07 planned 100000 taken 0",
      "2026-08 planned 20000 taken 0",
    ]);
  });

  it("stores no staff number and no free text in the record", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const decision = await record(scene, exampleA());
    const { body } = await store.read((db) =>
      db
        .selectFrom("audit_events")
        .select("body")
        .where("object_id", "=", decision.id)
        .executeTakeFirstOrThrow(),
    );
    expect(body).not.toContain('"P1"');
    expect(body).not.toContain("the label says 42");
    expect(body).toContain("person-");
    expect(body).toContain("text-");
  });

  it("plans a second decision into the room that the first leaves", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, exampleA("C-1"));
    await record(scene, exampleA("C-2"));
    expect(months(await statement(scene, "P1"))).toEqual([
      "2026-07 planned 100000 taken 0",
      "2026-08 planned 100000 taken 0",
      "2026-09 planned 40000 taken 0",
    ]);
  });

  it("answers the same request again with the same bytes, and refuses another one under its key", async () => {
    const scene = await sceneOver((await open()).store);
    const asked = ask(exampleA(), KEY);
    const first = given(await recordDecision(scene.context, asked)) as Answer;
    expect(await recordDecision(scene.context, asked)).toEqual(first);
    const other = { ...asked, request: { ...asked.request, body: JSON.stringify(exampleA("C-9")) } };
    expect(refusalOf(await recordDecision(scene.context, other))).toEqual(["idempotency-key-reused"]);
    expect(refusalOf(await recordDecision(scene.context, { ...asked, key: undefined }))).toEqual([
      "missing-idempotency-key",
    ]);
  });

  it("refuses a second decision on a case unless it supersedes the first", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene, exampleA());
    expect(refusalOf(await recordDecision(scene.context, ask(exampleA())))).toEqual([
      "already-decided at /case/reference",
    ]);
    const second = await record(scene, {
      ...exampleA("C-1001", { lossAmount: 600_000 }),
      supersedes: first.id,
    });
    expect(second.record.supersedes).toBe(first.id);
    expect((await opened(scene, first.id)).status).toBe("superseded");
    const { balance } = await statement(scene, "P1");
    expect(balance).toMatchObject({ assessedMinor: 120_000, reversedMinor: 60_000, scheduledMinor: 60_000 });
  });

  it("lets a named person depart with a reason, and keeps the proposal", async () => {
    const scene = await sceneOver((await open()).store);
    const departures = [{ party: "P1", bonusMinor: 50_000 }];
    expect(refusalOf(await recordDecision(scene.context, ask({ ...exampleA(), departures })))).toEqual([
      "missing-field at /reason",
    ]);
    const decision = await record(scene, { ...exampleA(), departures, reason: "the drawing was unclear" });
    expect(decision.record.proposal.parties[0]?.totalMinor).toBe(120_000);
    expect(decision.record.outcome.parties[0]?.totalMinor).toBe(50_000);
    expect(decision.record.reason).toBe("the drawing was unclear");
    expect((await statement(scene, "P1")).balance.scheduledMinor).toBe(50_000);
  });

  it("lets no key depart", async () => {
    const scene = await sceneOver((await open()).store);
    const body = { ...exampleA(), departures: [{ party: "P1", bonusMinor: 1 }], reason: "because" };
    expect(refusalOf(await recordDecision(scene.context, ask(body, KEY)))).toEqual([
      "not-allowed at /departures",
    ]);
  });

  it("refuses somebody who is a party to decide", async () => {
    const scene = await sceneOver((await open()).store);
    const own = ask(exampleA(), somebody("P2", ["handler"]));
    expect(refusalOf(await recordDecision(scene.context, own))).toEqual(["gate-missing"]);
  });

  it("tells what is wrong with a case in the words of whoever sent it, and keeps nothing", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const { context } = scene;
    expect(refusalOf(await recordDecision(context, ask({ ...exampleA(), polici: 1 })))).toEqual([
      "unknown-field at /polici",
    ]);
    expect(refusalOf(await recordDecision(context, ask(exampleA("C-1", { lossAmount: -1 }))))).toEqual([
      "out-of-range at /case/facts/lossAmount",
    ]);
    expect(await store.read((db) => db.selectFrom("people").selectAll().execute())).toEqual([]);
  });
});

onBothDatabases("payroll", (open) => {
  const bonuses = (p1: number, p2: number): object => ({
    bonuses: [
      { person: "P1", bonusMinor: p1 },
      { person: "P2", bonusMinor: p2 },
    ],
  });
  const close = (scene: Scene, month: string, body: object) =>
    closePayroll(scene.context, { ...ask(body, KEY, `/v1/payroll/${month}/close`), month });

  it("takes what was planned up to the real cap, and moves the rest on", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, exampleA());
    given(await close(scene, "2026-07", bonuses(120_000, 150_000)));
    expect(months(await statement(scene, "P1"))).toEqual([
      "2026-07 planned 0 taken 60000",
      "2026-08 planned 60000 taken 0",
    ]);
    expect(refusalOf(await close(scene, "2026-07", bonuses(1, 1)))).toEqual(["month-closed"]);
    scene.clock.now = Date.UTC(2026, 8, 4);
    expect(refusalOf(await close(scene, "2026-09", bonuses(1, 1)))).toEqual(["month-out-of-order"]);
    expect(refusalOf(await close(scene, "2026-08", { bonuses: [] }))).toEqual([
      "missing-bonus at /bonuses",
      "missing-bonus at /bonuses",
    ]);
  });

  it("plans nothing in a month that is closed", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, exampleA("C-1"));
    given(await close(scene, "2026-07", bonuses(200_000, 150_000)));
    await record(scene, exampleA("C-2"));
    expect(months(await statement(scene, "P1"))).toEqual([
      "2026-07 planned 0 taken 100000",
      "2026-08 planned 100000 taken 0",
      "2026-09 planned 40000 taken 0",
    ]);
  });

  it("gives back what a restated bonus makes too much", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, exampleA());
    given(await close(scene, "2026-07", bonuses(200_000, 150_000)));
    const body = { person: "P1", bonusMinor: 100_000, reason: "hours corrected" };
    const month = "2026-07";
    given(await restatePayroll(scene.context, { ...ask(body), month }));
    expect(months(await statement(scene, "P1"))).toEqual([
      "2026-07 planned 0 taken 50000",
      "2026-08 planned 50000 taken 0",
      "2026-09 planned 20000 taken 0",
    ]);
  });

  it("settles somebody who leaves, and records nothing that charges them afterwards", async () => {
    const scene = await sceneOver((await open()).store);
    await record(scene, exampleA());
    const leaving = { ...ask({ lastMonth: "2026-07", bonusMinor: 150_000 }), staffId: "P1" };
    given(await leaveCompany(scene.context, leaving));
    expect((await statement(scene, "P1")).balance).toMatchObject({
      deductedMinor: 75_000,
      outstandingMinor: 45_000,
      notRecoverableMinor: 45_000,
    });
    expect(refusalOf(await recordDecision(scene.context, ask(exampleA("C-2"))))).toEqual([
      "person-left at /case/parties",
    ]);
  });

  it("waives what is owed and never what was taken, and reverses a decision whole", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, exampleA());
    given(await close(scene, "2026-07", bonuses(200_000, 150_000)));
    const waive = (amountMinor: number) =>
      waiveDeduction(scene.context, {
        ...ask({ party: "P1", amountMinor, reason: "hardship" }),
        decision: decision.id,
      });
    expect(refusalOf(await waive(30_000))).toEqual(["more-than-is-owed at /amountMinor"]);
    given(await waive(20_000));
    const reversing = { ...ask({ reason: "the customer was mistaken" }), decision: decision.id };
    given(await reverseDecision(scene.context, reversing));
    expect((await statement(scene, "P1")).balance).toMatchObject({
      deductedMinor: 0,
      scheduledMinor: 0,
      reversedMinor: 100_000,
      waivedMinor: 20_000,
    });
  });
});

onBothDatabases("an appeal", (open) => {
  const file = ({ context }: Scene, decision: string, actor: OnceAsk["actor"]) =>
    fileAppeal(context, { ...ask({ statement: "I was not on shift" }, actor), decision });
  const decide = (
    { context }: Scene,
    appeal: string,
    body: object,
    actor: OnceAsk["actor"] = OTHER_HANDLER,
  ) => decideAppeal(context, { ...ask({ reason: "seen the roster", ...body }, actor), appeal });
  const idOf = (answer: object): string => (JSON.parse((answer as Answer).body) as { id: string }).id;
  const P1 = somebody("P1", ["employee"]);

  it("suspends what is not deducted, and lets it resume where the decision stands", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, exampleA());
    const appeal = idOf(given(await file(scene, decision.id, P1)));
    expect((await statement(scene, "P1")).balance).toMatchObject({
      scheduledMinor: 0,
      outstandingMinor: 120_000,
    });
    expect(refusalOf(await file(scene, decision.id, P1))).toEqual(["already-appealed"]);
    expect(refusalOf(await decide(scene, appeal, { verdict: "upheld" }, HANDLER))).toEqual(["same-decider"]);
    given(await decide(scene, appeal, { verdict: "upheld" }));
    expect((await statement(scene, "P1")).balance).toMatchObject({
      scheduledMinor: 120_000,
      outstandingMinor: 0,
    });
  });

  it("halves a decision: the difference is reversed, and others keep what was decided for them", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, exampleA());
    const appeal = idOf(given(await file(scene, decision.id, P1)));
    const higher = { verdict: "reduced", departures: [{ party: "P1", bonusMinor: 130_000 }] };
    expect(refusalOf(await decide(scene, appeal, higher))).toEqual(["out-of-range at /departures"]);
    const half = { verdict: "reduced", departures: [{ party: "P1", bonusMinor: 60_000 }] };
    given(await decide(scene, appeal, half));
    expect((await statement(scene, "P1")).balance).toMatchObject({
      assessedMinor: 120_000,
      reversedMinor: 60_000,
      scheduledMinor: 60_000,
    });
    expect((await statement(scene, "P2")).balance.scheduledMinor).toBe(90_000);
    const before = await opened(scene, decision.id);
    expect(before.status).toBe("superseded");
    expect((await opened(scene, before.supersededBy ?? "")).record.appeal).toBe(appeal);
  });

  it("is refused after its window", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, exampleA());
    scene.clock.now = Date.UTC(2026, 6, 25, 15, 59);
    const stranger = await file(scene, decision.id, somebody("P7", ["employee"]));
    expect(refusalOf(stranger)).toEqual(["not-found"]);
    scene.clock.now = Date.UTC(2026, 6, 25, 16, 1);
    expect(refusalOf(await file(scene, decision.id, P1))).toEqual(["appeal-too-late"]);
  });
});
