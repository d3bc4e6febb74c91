import type { Actor, DecisionSummary, RecordedDecision, RuleFiles } from "@evenhand/domain";
import {
  type Answer,
  type OnceAsk,
  type Statement,
  createCase,
  decideAppeal,
  fileAppeal,
  readCases,
  readDecision,
  readDecisions,
  readStatement,
  recordDecision,
  replay,
  reverseDecision,
  takeInRules,
} from "@evenhand/service";
import { erasePerson } from "@evenhand/store";
import { expect, it } from "vitest";
import { FILES, type Scene, given, processOver, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const OTHER_HANDLER = somebody("E3002", ["handler"]);
const P1 = somebody("P1", ["employee"]);
const P2 = somebody("P2", ["employee"]);

function worker(id: string, basePoints = 4, monthlyBonus = 200_000): object {
  const facts = { function: "production", unit: "cutting", responsible: true, unitBasePoints: 40 };
  return { id, kind: "person", facts: { ...facts, basePoints, monthlyBonus } };
}

const BOTH = [worker("P1"), worker("P2", 3, 150_000)];

/** Of 12,000.00 P1 bears 1,200.00 and P2 900.00. */
function caseOf(reference: string, parties: readonly object[] = BOTH, facts: object = {}): object {
  const usual = { complaintKind: "spec-mismatch", lossAmount: 1_200_000, decidedOn: "2026-07-10" };
  return {
    policy: "complaint-fines",
    case: { reference, facts: { ...usual, receivedOn: "2026-07-06", ...facts }, parties },
  };
}

function ask(body: object, actor: Actor = HANDLER): OnceAsk {
  return { actor, key: undefined, request: { method: "POST", path: "/", body: JSON.stringify(body) } };
}

function idOf(answer: object): string {
  return (JSON.parse((answer as Answer).body) as { readonly id: string }).id;
}

async function record({ context }: Scene, body: object): Promise<string> {
  return idOf(given(await recordDecision(context, ask(body))));
}

async function appealOf({ context }: Scene, decision: string, actor = P1): Promise<string> {
  return idOf(given(await fileAppeal(context, { ...ask({ statement: "not on shift" }, actor), decision })));
}

function decide({ context }: Scene, appeal: string, body: object, actor = OTHER_HANDLER) {
  return decideAppeal(context, { ...ask({ reason: "seen the roster", ...body }, actor), appeal });
}

function reduced(figures: object): object {
  return { verdict: "reduced", departures: [{ party: "P1", ...figures }] };
}

async function listed({ context }: Scene, reference: string): Promise<readonly DecisionSummary[]> {
  const { body } = await readDecisions(context, { actor: HANDLER, asked: { reference } });
  return (JSON.parse(body) as { readonly decisions: readonly DecisionSummary[] }).decisions;
}

/** What the decision in force on a case says of everybody: `P1 600.00 warning`. */
async function inForce(scene: Scene, reference: string): Promise<readonly string[]> {
  const found = (await listed(scene, reference)).find(({ status }) => status === "in-force");
  return (found?.parties ?? []).map(({ party, totalMinor, grade }) =>
    [party, (totalMinor / 100).toFixed(2), ...(grade === null ? [] : [grade])].join(" "),
  );
}

async function statement({ context }: Scene, staffId: string): Promise<Statement> {
  return JSON.parse(given(await readStatement(context, { actor: HANDLER, staffId })).body) as Statement;
}

/** Complaint fines under which whoever bore a share of a loss in the year before is given a warning as well. */
function gradingRepeats(): RuleFiles {
  const label = { en: "A repetition", zh: "再犯" };
  const references = [{ article: "21" }];
  const policies = FILES.policies.map(({ path, text }) => {
    const document = JSON.parse(text) as {
      readonly parameters: object;
      readonly derived?: { readonly party?: object };
      readonly rules: readonly object[];
    };
    const months = { fact: "parameter.lookBack" };
    const earlier = { kind: "on-record", code: "deduct-share-of-loss", months, label };
    const lookBack = { value: 12, unit: "months", label, references };
    const repeats = {
      id: "warn-of-repetition",
      stage: "penalty",
      scope: "party",
      label,
      references,
      rule: {
        conditions: { all: [{ fact: "earlier", operator: "greaterThan", value: 0 }] },
        event: { type: "grade", params: { grade: "warning" } },
        priority: 1,
      },
    };
    return {
      path,
      text: JSON.stringify({
        ...document,
        parameters: { ...document.parameters, lookBack },
        derived: { ...document.derived, party: { ...document.derived?.party, earlier } },
        rules: [...document.rules, repeats],
      }),
    };
  });
  return { ...FILES, policies };
}

onBothDatabases("a decision in the place of another", (open) => {
  it("leaves to others what was decided for them, whatever has come on record since", async () => {
    const scene = processOver((await open()).store);
    expect((await takeInRules(scene.context, gradingRepeats())).versions).toBe(2);
    const decision = await record(scene, caseOf("C-1"));
    expect(await inForce(scene, "C-1")).toEqual(["P1 1200.00", "P2 900.00"]);
    // What P2 did before, and what is decided only now.
    await record(scene, caseOf("C-0", [worker("P2", 3, 150_000)], { receivedOn: "2026-07-02" }));
    const appeal = await appealOf(scene, decision);
    given(await decide(scene, appeal, reduced({ bonusMinor: 60_000 })));
    expect(await inForce(scene, "C-1")).toEqual(["P1 600.00", "P2 900.00"]);
    const [latest] = await listed(scene, "C-1");
    const id = latest?.id ?? "";
    given(await reverseDecision(scene.context, { ...ask({ reason: "a mistake" }), decision: id }));
    expect(await inForce(scene, "C-1")).toEqual(["P1 0.00", "P2 0.00"]);
    const verdicts: string[] = [];
    for await (const { replayed } of replay(scene.context)) verdicts.push(replayed.verdict);
    expect(verdicts).toEqual(["identical", "identical", "identical", "identical"]);
  });

  it("goes on from the figures in force where an appeal changes only some of them", async () => {
    const scene = await sceneOver((await open()).store);
    const departures = [{ party: "P1", bonusMinor: 50_000, grade: "minor-demerit" }];
    const decision = await record(scene, {
      ...caseOf("C-1"),
      departures,
      reason: "the drawing was unclear",
    });
    const appeal = await appealOf(scene, decision);
    const asked = async (figures: object) => refusalOf(await decide(scene, appeal, reduced(figures)));
    expect(await asked({ grade: "major-demerit" })).toEqual(["out-of-range at /departures"]);
    expect(await asked({ bonusMinor: 50_000 })).toEqual(["nothing-departs at /departures/0"]);
    expect(await asked({ grade: "warning" })).toEqual([]);
    expect(await inForce(scene, "C-1")).toEqual(["P1 500.00 warning", "P2 900.00"]);
  });

  it("is not made where an appeal is allowed against what charges nothing any more", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, caseOf("C-1"));
    const appeal = await appealOf(scene, decision);
    // The facts are corrected, and P1 has no part in it.
    await record(scene, { ...caseOf("C-1", [worker("P2", 3, 150_000)]), supersedes: decision });
    expect(refusalOf(await decide(scene, appeal, reduced({ bonusMinor: 1 })))).toEqual([
      "out-of-range at /departures",
    ]);
    const { body } = given(await decide(scene, appeal, { verdict: "overturned" }));
    expect(JSON.parse(body)).toMatchObject({ state: "overturned", supersededBy: null });
    expect((await listed(scene, "C-1")).length).toBe(2);
  });

  it("is decided on the case as it was decided, though that was corrected since", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, caseOf("C-1"));
    const corrected = caseOf("C-1", BOTH, { lossAmount: 600_000 });
    given(await createCase(scene.context, ask(corrected)));
    given(await decide(scene, await appealOf(scene, decision), reduced({ bonusMinor: 1_000 })));
    expect(await inForce(scene, "C-1")).toEqual(["P1 10.00", "P2 900.00"]);
    const { body } = await readCases(scene.context, { actor: HANDLER, asked: {} });
    expect(JSON.parse(body)).toMatchObject({ cases: [{ reference: "C-1", revision: 2 }] });
  });

  it("keeps somebody who was erased under their pseudonym", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const decision = await record(scene, caseOf("C-1"));
    const appeal = await appealOf(scene, decision);
    const { record: before } = JSON.parse(
      given(await readDecision(scene.context, { actor: somebody("A1", ["auditor"]), id: decision })).body,
    ) as RecordedDecision;
    const erased = before.outcome.parties[1]?.party ?? "";
    await store.write((tx) => erasePerson(tx, erased, scene.clock.now));
    given(await decide(scene, appeal, reduced({ bonusMinor: 60_000 })));
    expect(await inForce(scene, "C-1")).toEqual(["P1 600.00", `${erased} 900.00`]);
    const balance = (await statement(scene, erased)).balance;
    expect(balance).toMatchObject({ assessedMinor: 90_000, reversedMinor: 0, scheduledMinor: 90_000 });
  });
});

onBothDatabases("an objection against a decision that was superseded", (open) => {
  it("keeps the deduction waiting until the last objection of the person is decided", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene, caseOf("C-1"));
    const one = await appealOf(scene, first);
    const second = await record(scene, {
      ...caseOf("C-1", BOTH, { lossAmount: 600_000 }),
      supersedes: first,
    });
    const other = await appealOf(scene, second);
    const waits = async () => (await statement(scene, "P1")).accounts.map(({ state }) => state);
    expect(await waits()).toEqual(["suspended"]);
    given(await decide(scene, one, { verdict: "upheld" }));
    expect(await waits()).toEqual(["suspended"]);
    given(await decide(scene, other, { verdict: "upheld" }));
    expect(await waits()).toEqual(["open"]);
    expect((await statement(scene, "P1")).balance.scheduledMinor).toBe(60_000);
  });

  it("is not decided by whoever recorded the one that is in force", async () => {
    const scene = await sceneOver((await open()).store);
    const first = await record(scene, caseOf("C-1"));
    const appeal = await appealOf(scene, first);
    const body = { ...caseOf("C-1", BOTH, { lossAmount: 600_000 }), supersedes: first };
    given(await recordDecision(scene.context, ask(body, OTHER_HANDLER)));
    expect(refusalOf(await decide(scene, appeal, { verdict: "upheld" }))).toEqual(["same-decider"]);
    const third = somebody("E3003", ["handler"]);
    expect(refusalOf(await decide(scene, appeal, reduced({ bonusMinor: 0 }), third))).toEqual([]);
  });

  it("may be decided by whoever decided that of another party", async () => {
    const scene = await sceneOver((await open()).store);
    const decision = await record(scene, caseOf("C-1"));
    const [one, other] = [await appealOf(scene, decision), await appealOf(scene, decision, P2)];
    given(await decide(scene, one, { verdict: "overturned" }));
    given(await decide(scene, other, { verdict: "overturned" }));
    expect(await inForce(scene, "C-1")).toEqual(["P1 0.00", "P2 0.00"]);
  });
});

onBothDatabases("what the parties of an appeal are told", (open) => {
  it("says what is wrong with a verdict", async () => {
    const scene = await sceneOver((await open()).store);
    const appeal = await appealOf(scene, await record(scene, caseOf("C-1")));
    const departure = { party: "P1", bonusMinor: 1 };
    const asked = async (body: object) => refusalOf(await decide(scene, appeal, body));
    expect(await asked({ verdict: "upheld", departures: [departure] })).toEqual([
      "unknown-field at /departures",
    ]);
    expect(await asked({ verdict: "reduced", departures: [departure, departure] })).toEqual([
      "duplicate-party at /departures/1/party",
    ]);
  });

  it("tells nobody else of a decision, and that a unit objects through somebody", async () => {
    const scene = await sceneOver((await open()).store);
    const unit = { id: "Sales", kind: "department", facts: { responsible: true, function: "operations" } };
    const decision = await record(scene, caseOf("C-1", [...BOTH, unit]));
    const file = async (actor: Actor, body: object) =>
      refusalOf(await fileAppeal(scene.context, { ...ask({ statement: "no", ...body }, actor), decision }));
    expect(await file(somebody("P7", ["employee"]), {})).toEqual(["not-found"]);
    expect(await file(HANDLER, { party: "P7" })).toEqual(["unknown-party at /party"]);
    expect(await file(HANDLER, { party: "Sales" })).toEqual(["unknown-party at /party"]);
  });
});
