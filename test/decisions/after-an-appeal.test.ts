import type { AppealSummary, DecisionSummary, RecordedDecision } from "@evenhand/domain";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  type Answer,
  type OnceAsk,
  closePayroll,
  decideAppeal,
  exportNotice,
  fileAppeal,
  readAppeal,
  readAppeals,
  readDecision,
  readDecisions,
  readStatement,
  recordDecision,
  replay,
  reverseDecision,
  verifyStore,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { type Scene, given, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const OTHER_HANDLER = somebody("E3002", ["handler"]);
const AUDITOR = somebody("A1", ["auditor"]);
const P1 = somebody("P1", ["employee"]);
const P2 = somebody("P2", ["employee"]);
const STATEMENT = "not on shift that week";
const REASON = "the roster shows P1 on leave";
const DAY = 86_400_000;

/** Of 12,000.00 P1 bears 1,200.00 in July and August, P2 900.00. */
function caseOf(lossAmount = 1_200_000): object {
  const shared = { function: "production", unit: "cutting", responsible: true, unitBasePoints: 40 };
  const party = (id: string, basePoints: number, monthlyBonus: number): object => ({
    id,
    kind: "person",
    facts: { ...shared, basePoints, monthlyBonus },
  });
  return {
    policy: "complaint-fines",
    case: {
      reference: "C-1",
      facts: {
        complaintKind: "spec-mismatch",
        lossAmount,
        receivedOn: "2026-07-06",
        decidedOn: "2026-07-10",
      },
      parties: [party("P1", 4, 200_000), party("P2", 3, 150_000)],
    },
  };
}

function ask(body: object, actor: OnceAsk["actor"] = HANDLER): OnceAsk {
  return { actor, key: undefined, request: { method: "POST", path: "/", body: JSON.stringify(body) } };
}

function idOf(answer: object): string {
  return (JSON.parse((answer as Answer).body) as { readonly id: string }).id;
}

async function record({ context }: Scene, body: object = caseOf()): Promise<string> {
  return idOf(given(await recordDecision(context, ask(body))));
}

function file({ context }: Scene, decision: string, actor = P1) {
  return fileAppeal(context, { ...ask({ statement: STATEMENT }, actor), decision });
}

/** Decides an appeal; gives the decision in its place, where there is one. */
async function decide(
  { context }: Scene,
  appeal: string,
  body: object,
  by: OnceAsk["actor"] = OTHER_HANDLER,
): Promise<string> {
  const answer = given(await decideAppeal(context, { ...ask({ reason: REASON, ...body }, by), appeal }));
  return (JSON.parse(answer.body) as AppealSummary).supersededBy ?? "";
}

const halving = (party: string, bonusMinor: number): object => ({
  verdict: "reduced",
  departures: [{ party, bonusMinor }],
});

/** Files an appeal and has it decided. */
async function appealed(scene: Scene, decision: string, body: object, actor = P1): Promise<string> {
  return decide(scene, idOf(given(await file(scene, decision, actor))), body);
}

async function opened(
  { context }: Scene,
  id: string,
  actor: OnceAsk["actor"] = HANDLER,
): Promise<RecordedDecision> {
  return JSON.parse(given(await readDecision(context, { actor, id })).body) as RecordedDecision;
}

/** A notice as text, without its markup. */
async function notice(
  { context }: Scene,
  id: string,
  actor: OnceAsk["actor"],
  party?: string,
): Promise<string> {
  const asked = { actor, id, language: "en" as const, ...(party === undefined ? {} : { party }) };
  const { bytes } = given(await exportNotice(context, asked));
  return new TextDecoder()
    .decode(bytes)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

onBothDatabases("once an appeal is decided", (open) => {
  it("the other parties learn neither that there was one nor why it was decided so", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    const halved = await appealed(scene, first, halving("P1", 60_000));
    const asked = [
      [await notice(scene, halved, P2), JSON.stringify(await opened(scene, halved, P2))],
      [await notice(scene, halved, HANDLER, "P2"), JSON.stringify(await opened(scene, first, P2))],
    ].flat();
    for (const text of asked) {
      expect(text).not.toContain(REASON);
      expect(text).not.toContain(STATEMENT);
      expect(text).not.toMatch(/answer to your objection|"appeal":/);
    }
    expect(asked[0]).toContain("what was decided for you is unchanged");
    expect(asked[0]).toContain("CNY 900.00");
    const own = await notice(scene, halved, P1);
    expect(own).toContain("It is the answer to your objection.");
    expect(own).toContain(REASON);
    expect(own).not.toContain("unchanged");
    expect((await opened(scene, halved, P1)).record).toMatchObject({ reason: REASON });
  });

  it("the decision in its place is of the day on which it was taken, and the first one of its own", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    scene.clock.now = Date.UTC(2026, 6, 14, 17);
    const halved = await appealed(scene, first, halving("P1", 60_000));
    // In Shanghai it is the next day already.
    expect((await opened(scene, halved)).record.decidedOn).toBe("2026-07-15");
    expect((await opened(scene, first)).record.decidedOn).toBe("2026-07-10");
    expect(await notice(scene, halved, P1)).toContain("Decided on: 15 July 2026");
    expect(await notice(scene, first, P1)).toContain("Decided on: 10 July 2026");
    scene.clock.now += 2 * DAY;
    const reversing = { ...ask({ reason: "the customer was mistaken" }), decision: halved };
    given(await reverseDecision(scene.context, reversing));
    const { body } = await readDecisions(scene.context, { actor: HANDLER, asked: {} });
    const { decisions } = JSON.parse(body) as { readonly decisions: readonly DecisionSummary[] };
    expect(decisions.map(({ decidedOn }) => decidedOn)).toEqual(["2026-07-17", "2026-07-15", "2026-07-10"]);
  });

  it("the notice of what it was against says at the top which decision is in force, and plans nothing", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    const second = await appealed(scene, first, halving("P1", 60_000));
    const appeal = idOf(given(await file(scene, second, P2)));
    const third = await decide(scene, appeal, { verdict: "overturned" }, somebody("E3003", ["handler"]));
    for (const id of [first, second]) {
      const page = await notice(scene, id, P1);
      const says = page.indexOf(`This decision no longer has effect. Decision ${third} has taken its place`);
      expect(says).toBeGreaterThan(0);
      expect(says).toBeLessThan(page.indexOf("Result"));
      expect(page).not.toMatch(/from the performance bonus o|Remaining/);
      expect(page).not.toContain("You may object");
    }
    expect(await notice(scene, third, P1)).not.toContain("no longer has effect. Decision");
  });

  it("the outcome in its place shows the plan that the ledger holds, and replays identical", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    const bonuses = {
      bonuses: [
        { person: "P1", bonusMinor: 80_000 },
        { person: "P2", bonusMinor: 150_000 },
      ],
    };
    given(await closePayroll(scene.context, { ...ask(bonuses), month: "2026-07" }));
    const halved = await appealed(scene, first, halving("P1", 60_000));
    const { outcome } = (await opened(scene, halved)).record;
    // 400.00 of the 600.00 were taken in July; nobody plans July again.
    expect(outcome.parties).toMatchObject([
      {
        party: "P1",
        totalMinor: 60_000,
        schedule: [{ month: "2026-08", amountMinor: 20_000 }],
        outstandingMinor: 0,
      },
      {
        party: "P2",
        totalMinor: 90_000,
        schedule: [{ month: "2026-08", amountMinor: 15_000 }],
        outstandingMinor: 0,
      },
    ]);
    for (const { party, schedule } of outcome.parties) {
      const { body } = given(await readStatement(scene.context, { actor: HANDLER, staffId: party }));
      const { months } = JSON.parse(body) as {
        readonly months: readonly { readonly plannedMinor: number }[];
      };
      const planned = months.map(({ plannedMinor }) => plannedMinor).filter((minor) => minor > 0);
      expect(planned).toEqual(schedule.map(({ amountMinor }) => amountMinor));
    }
    const verdicts: string[] = [];
    for await (const { replayed } of replay(scene.context)) verdicts.push(replayed.verdict);
    expect(verdicts).toEqual(["identical", "identical"]);
    const { problems } = await verifyStore(scene.context.store, {
      vkey: verifierKeyOf(scene.context.signer),
    });
    expect(problems).toEqual([]);
  });

  it("its party has no second one because of another's, unless what is decided for them changes", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    expect(await appealed(scene, first, { verdict: "upheld" })).toBe("");
    const second = await appealed(scene, first, halving("P2", 30_000), P2);
    expect(refusalOf(await file(scene, second))).toEqual(["already-appealed"]);
    expect(await notice(scene, second, P1)).toContain("No further objection to this decision is possible.");
    const third = await record(scene, { ...caseOf(600_000), supersedes: second });
    expect(await notice(scene, third, P1)).toContain("You may object to this decision");
    given(await file(scene, third));
    expect(refusalOf(await file(scene, third))).toEqual(["already-appealed"]);
  });

  it("and while it is open, there is no second one either", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    const waiting = idOf(given(await file(scene, first)));
    const second = await appealed(scene, first, halving("P2", 30_000), P2);
    expect(refusalOf(await file(scene, second))).toEqual(["already-appealed"]);
    expect(await decide(scene, waiting, halving("P1", 60_000))).not.toBe("");
  });
});

onBothDatabases("the window for an appeal", (open) => {
  it("runs from the decision that last changed the party's own figures", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene);
    const until = async (id: string, actor: OnceAsk["actor"]) => (await opened(scene, id, actor)).appealUntil;
    expect(await until(first, P2)).toBe("2026-07-25");
    scene.clock.now += 10 * DAY;
    const second = await appealed(scene, first, halving("P1", 60_000));
    expect([await until(second, P1), await until(second, P2)]).toEqual(["2026-08-04", "2026-07-25"]);
    expect(await notice(scene, second, P2)).toContain("25 July 2026");
    scene.clock.now += 6 * DAY;
    expect(refusalOf(await file(scene, second, P2))).toEqual(["appeal-too-late"]);
    expect(await notice(scene, second, P2)).not.toContain("You may object");
    expect(await notice(scene, second, P1)).toContain("You may object");
    // Other figures of their own open another window.
    const third = await record(scene, { ...caseOf(600_000), supersedes: second });
    expect(await until(third, P2)).toBe("2026-08-10");
    given(await file(scene, third, P2));
  });
});

onBothDatabases("a departure", (open) => {
  const WHY = "the drawing was unclear to this team";
  const departing = (actor: string, bonusMinor: number): object => ({
    departures: [{ party: actor, bonusMinor }],
    reason: WHY,
  });

  it("is shown with its reason to those whose figures departed, and to no other party", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, { ...caseOf(), ...departing("P1", 60_000) });
    const own = async (actor: OnceAsk["actor"], departures?: boolean) => {
      const asked = departures === undefined ? {} : { departures };
      const { body } = await readDecisions(scene.context, { actor, asked });
      return (JSON.parse(body) as { readonly decisions: readonly DecisionSummary[] }).decisions.map(
        ({ isDeparture }) => isDeparture,
      );
    };
    expect((await opened(scene, id, P1)).record).toMatchObject({
      reason: WHY,
      departures: [{ party: "P1", bonusMinor: 60_000 }],
    });
    const { record: shown } = await opened(scene, id, P2);
    expect(shown.departures).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain(WHY);
    expect(await notice(scene, id, P1)).toContain(WHY);
    expect(await notice(scene, id, P2)).not.toContain(WHY);
    expect([await own(P1), await own(P1, true), await own(P1, false)]).toEqual([[true], [true], []]);
    expect([await own(P2), await own(P2, true), await own(P2, false)]).toEqual([[false], [], [false]]);
    expect([await own(HANDLER), await own(HANDLER, true)]).toEqual([[true], [true]]);
  });

  it("is not what a reason is given for where nobody's figures departed, so that all parties are told it", async () => {
    const scene = await sceneOver((await open()).store);
    const id = await record(scene, { ...caseOf(), reason: "as the rules say" });
    for (const actor of [P1, P2])
      expect((await opened(scene, id, actor)).record).toMatchObject({ reason: "as the rules say" });
  });
});

type Page = { readonly appeals: readonly AppealSummary[]; readonly next: string | null };

onBothDatabases("the list of appeals", (open) => {
  const list = async (
    { context }: Scene,
    asked: object = {},
    actor: OnceAsk["actor"] = HANDLER,
  ): Promise<Page> => JSON.parse((await readAppeals(context, { actor, asked })).body) as Page;
  const idsOf = ({ appeals }: Page): readonly string[] => appeals.map(({ id }) => id);

  it("has those filed last first, a page at a time, open or decided", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene);
    const one = idOf(given(await file(scene, decision)));
    scene.clock.now += DAY;
    const two = idOf(given(await file(scene, decision, P2)));
    await decide(scene, one, { verdict: "upheld" });
    const page = await list(scene, { limit: 1 });
    expect([idsOf(page), page.next]).toEqual([[two], two]);
    const rest = await list(scene, { limit: 1, after: two });
    expect([idsOf(rest), rest.next]).toEqual([[one], null]);
    expect(idsOf(await list(scene, { open: true }))).toEqual([two]);
    expect((await list(scene, { open: false })).appeals).toMatchObject([
      { id: one, decision, party: "P1", state: "upheld", statement: STATEMENT, reason: REASON },
    ]);
    expect(idsOf(await list(scene, { after: "app-none" }))).toEqual([]);
  });

  it("shows everybody their own, and an auditor nobody's name or words", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene);
    const one = idOf(given(await file(scene, decision)));
    const two = idOf(given(await file(scene, decision, P2)));
    expect(idsOf(await list(scene, {}, P1))).toEqual([one]);
    expect(await list(scene, {}, somebody("P7", ["employee"]))).toEqual({ appeals: [], next: null });
    const masked = JSON.stringify(await list(scene, {}, AUDITOR));
    expect(masked).toMatch(/"party":"person-[0-9a-f]{64}"/);
    expect(masked).not.toContain(STATEMENT);
    const found = async (actor: OnceAsk["actor"], id: string) =>
      refusalOf(await readAppeal(scene.context, { actor, id }));
    expect(await found(P1, one)).toEqual([]);
    expect(await found(P1, two)).toEqual(["not-found"]);
    expect(await found(somebody("P7", ["employee"]), two)).toEqual(["not-found"]);
    expect(await found(HANDLER, two)).toEqual([]);
    expect(await found(HANDLER, "app-none")).toEqual(["not-found"]);
  });
});
