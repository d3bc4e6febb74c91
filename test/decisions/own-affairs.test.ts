import type { Actor, RecordedDecision } from "@evenhand/domain";
import {
  type Answer,
  type OnceAsk,
  decideAppeal,
  fileAppeal,
  leaveCompany,
  recordDecision,
  restatePayroll,
  takeInRules,
  waiveDeduction,
} from "@evenhand/service";
import { expect, it } from "vitest";
import {
  FILES,
  type Scene,
  given,
  processOver,
  refusalOf,
  rule,
  sceneOver,
  somebody,
} from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { caseOfTwo, worker } from "./two-workers.ts";

const HANDLER = somebody("E3001", ["handler"]);
const AGAIN = somebody("E3001", ["handler"], "user-E3001-again");
const OTHER_HANDLER = somebody("E3002", ["handler"]);
/** Parties who are handlers themselves. */
const P1 = somebody("P1", ["handler", "employee"]);
const P2 = somebody("P2", ["handler"]);

const CASE = caseOfTwo();

function ask(actor: Actor, body: object): OnceAsk {
  return { actor, key: undefined, request: { method: "POST", path: "/", body: JSON.stringify(body) } };
}

function idOf(answer: Answer): string {
  return (JSON.parse(answer.body) as RecordedDecision).id;
}

/** Complaint fines whose cases say who gave the instruction and who decides. */
const INSTRUCTED = instructed();

function instructed() {
  const { path, text } = rule("complaint-fines/v2.json");
  const policy = JSON.parse(text) as { readonly facts: Readonly<Record<"case" | "party", object>> };
  const { case: ofCase, party: ofParty } = policy.facts;
  const facts = {
    case: { ...ofCase, decidedBy: { type: "party", label: { en: "Who decides", zh: "决定人" } } },
    party: {
      ...ofParty,
      instructedBy: { type: "party", label: { en: "Who gave the instruction", zh: "指示人" } },
    },
  };
  const conflict = { decider: "decidedBy", instructors: ["instructedBy"], references: [{ article: "3" }] };
  return { path, text: JSON.stringify({ ...policy, facts, conflict }) };
}

/** The appeal of P1 against a decision about P1 and P2 that the handler recorded. */
async function appealed({ context }: Scene): Promise<string> {
  const decision = idOf(given(await recordDecision(context, ask(HANDLER, CASE))));
  return idOf(
    given(await fileAppeal(context, { ...ask(P1, { statement: "I was not on shift" }), decision })),
  );
}

onBothDatabases("an appeal", (open) => {
  it("is decided by nobody who recorded the decision or is a party to it, whatever they find", async () => {
    const scene = await sceneOver((await open()).store);
    const appeal = await appealed(scene);
    const decide = async (actor: Actor, verdict: string) => {
      const body = { verdict, reason: "seen the roster" };
      return refusalOf(await decideAppeal(scene.context, { ...ask(actor, body), appeal }));
    };
    for (const verdict of ["upheld", "overturned"])
      for (const actor of [HANDLER, AGAIN, P2])
        expect(await decide(actor, verdict)).toEqual(["same-decider"]);
    expect(await decide(P1, "overturned")).toEqual(["same-decider"]);
    expect(await decide(OTHER_HANDLER, "upheld")).toEqual([]);
  });

  it("is decided neither by whoever gave the instruction nor by whom the case names as its decider", async () => {
    const scene = processOver((await open()).store);
    expect((await takeInRules(scene.context, { ...FILES, policies: [INSTRUCTED] })).versions).toBe(1);
    const [instructor, named] = [somebody("E4001", ["handler"]), somebody("E4002", ["handler"])];
    const parties = [{ ...worker("P1"), facts: { ...worker("P1").facts, instructedBy: "E4001" } }];
    const facts = { ...CASE.case.facts, decidedBy: "E4002" };
    const body = { ...CASE, case: { ...CASE.case, facts, parties } };
    expect(refusalOf(await recordDecision(scene.context, ask(instructor, body)))).toEqual(["gate-missing"]);
    const decision = idOf(given(await recordDecision(scene.context, ask(HANDLER, body))));
    const filing = { ...ask(P1, { statement: "I was told to" }), decision };
    const appeal = idOf(given(await fileAppeal(scene.context, filing)));
    const decide = async (actor: Actor, verdict: string) => {
      const asked = ask(actor, { verdict, reason: "seen the roster" });
      return refusalOf(await decideAppeal(scene.context, { ...asked, appeal }));
    };
    for (const verdict of ["upheld", "overturned"])
      for (const actor of [instructor, named]) expect(await decide(actor, verdict)).toEqual(["same-decider"]);
    expect(await decide(OTHER_HANDLER, "upheld")).toEqual([]);
  });

  it("is decided by nobody whom the decision concerns that is in force by now", async () => {
    const scene = await sceneOver((await open()).store);
    const first = idOf(given(await recordDecision(scene.context, ask(HANDLER, CASE))));
    const filing = { ...ask(P1, { statement: "I was not on shift" }), decision: first };
    const appeal = idOf(given(await fileAppeal(scene.context, filing)));
    const parties = [...CASE.case.parties, worker("P3")];
    const body = { ...CASE, case: { ...CASE.case, parties }, supersedes: first };
    given(await recordDecision(scene.context, ask(HANDLER, body)));
    const decide = async (actor: Actor) => {
      const asked = ask(actor, { verdict: "upheld", reason: "seen the roster" });
      return refusalOf(await decideAppeal(scene.context, { ...asked, appeal }));
    };
    expect(await decide(somebody("P3", ["handler"]))).toEqual(["same-decider"]);
    expect(await decide(OTHER_HANDLER)).toEqual([]);
  });
});

onBothDatabases("what somebody owes", (open) => {
  it("is waived, restated and settled by somebody else", async () => {
    const scene = await sceneOver((await open()).store);
    const { context } = scene;
    const decision = idOf(given(await recordDecision(context, ask(HANDLER, CASE))));
    const waive = async (actor: Actor) => {
      const body = { party: "P1", amountMinor: 1_000, reason: "hardship" };
      return refusalOf(await waiveDeduction(context, { ...ask(actor, body), decision }));
    };
    const restate = async (actor: Actor) => {
      const body = { person: "P1", bonusMinor: 0, reason: "hours corrected" };
      return refusalOf(await restatePayroll(context, { ...ask(actor, body), month: "2026-07" }));
    };
    const leave = async (actor: Actor) => {
      const body = { lastMonth: "2026-07", bonusMinor: 0 };
      return refusalOf(await leaveCompany(context, { ...ask(actor, body), staffId: "P1" }));
    };
    expect([await waive(P1), await restate(P1), await leave(P1)]).toEqual([
      ["gate-missing"],
      ["gate-missing"],
      ["gate-missing"],
    ]);
    expect([await waive(HANDLER), await restate(HANDLER), await leave(HANDLER)]).toEqual([
      [],
      ["month-open"],
      [],
    ]);
  });
});
