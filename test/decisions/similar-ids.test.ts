import type { Policy } from "@evenhand/domain";
import { takeInRules } from "@evenhand/service";
import { expect, it } from "vitest";
import { soundDecision } from "../docs/problems/sound.ts";
import { actsOn, complaint } from "../evidence-service/acts.ts";
import { FILES, processOver, rule, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { problemsIn, sendingTo } from "./sending.ts";

const HANDLER = somebody("E3001", ["handler"]);
const ADMIN = somebody("E9001", ["admin"]);
const EVALUATOR = { kind: "key", id: "k1", scopes: ["evaluate"] } as const;
const EVALUATE = "/v1/policies/complaint-fines/evaluate";

onBothDatabases("a staff number", (open) => {
  it("that differs from a known one only in letter case or blanks is nobody else's, wherever it comes in", async () => {
    const send = await sendingTo((await open()).store);
    expect(await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]))).toMatchObject({ status: 201 });
    const wants =
      "similar-id /case/parties/0/id write `P1` if it is the same person; if not, use a number that nobody mistakes for it";
    for (const alike of ["p1", "P 1"]) {
      const asked = soundDecision("C-2", [alike]);
      const recorded = await send(HANDLER, "/v1/decisions", asked);
      expect([recorded.status, problemsIn(recorded)]).toEqual([409, [wants]]);
      expect(problemsIn(await send(HANDLER, "/v1/cases", asked))).toEqual([wants]);
      expect(problemsIn(await send(HANDLER, EVALUATE, { case: asked["case"] }))).toEqual([wants]);
    }
    const bonuses = [
      { person: "P1", bonusMinor: 200_000 },
      { person: "p1", bonusMinor: 1 },
    ];
    expect(problemsIn(await send(HANDLER, "/v1/payroll/2026-07/close", { bonuses }))).toEqual([
      "similar-id /bonuses/1 write `P1` if it is the same person; if not, use a number that nobody mistakes for it",
    ]);
    const user = { email: "p1@example.com", name: "Somebody", personId: "p1", roles: ["employee"] };
    expect(problemsIn(await send(ADMIN, "/v1/users", user))).toEqual([
      "similar-id /personId write `P1` if it is the same person; if not, use a number that nobody mistakes for it",
    ]);
    expect(await send(ADMIN, "/v1/users", { ...user, personId: "P1" })).toMatchObject({ status: 201 });
    const leaving = { lastMonth: "2026-07", bonusMinor: 0 };
    expect(problemsIn(await send(HANDLER, "/v1/people/p1/leave", leaving))).toEqual([
      "not-found did you mean `P1`?",
    ]);
    for (const id of ["p1", "%20P1"])
      expect(problemsIn(await send(HANDLER, `/v1/people/${id}/ledger`))).toEqual([
        "not-found did you mean `P1`?",
      ]);
    const { body } = await send(HANDLER, "/v1/decisions?party=P1");
    expect(body["decisions"]).toHaveLength(1);
  });

  it("and one that is alike to it are not both new at once", async () => {
    const send = await sendingTo((await open()).store);
    const answers = await Promise.all(
      ["P1", "p1", "P 1", "p 1"].map((id, index) =>
        send(HANDLER, "/v1/decisions", soundDecision(`C-${index}`, [id])),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 409, 409, 409,
    ]);
    const refused = answers.filter(({ status }) => status === 409).flatMap(problemsIn);
    expect(new Set(refused.map((problem) => problem.replace(/`.*`/, "")))).toEqual(
      new Set([
        "similar-id /case/parties/0/id write  if it is the same person; if not, use a number that nobody mistakes for it",
      ]),
    );
  });

  it("that is alike to a known one is told to nobody who may not see ledgers", async () => {
    const send = await sendingTo((await open()).store);
    await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]));
    const { case: given } = soundDecision("C-2", ["p1"]);
    expect(await send(EVALUATOR, EVALUATE, { case: given })).toMatchObject({ status: 200 });
  });

  it("that stood beside one like it before the two were told apart can share a case with it, and lets no third one in", async () => {
    const scene = processOver((await open()).store);
    const { path, text } = rule("complaint-fines/v2.json");
    const policy = JSON.parse(text) as Policy;
    const reportedBy = { type: "party", label: { en: "reported by", zh: "报告人" } };
    const facts = { ...policy.facts, case: { ...policy.facts.case, reportedBy } };
    const file = { path, text: JSON.stringify({ ...policy, facts }) };
    expect(await takeInRules(scene.context, { ...FILES, policies: [file] })).toMatchObject({ versions: 1 });
    const { record } = actsOn(scene);
    await record(complaint("C-1", {}, ["P1", "P2"]));
    await scene.context.store.write((tx) =>
      tx.updateTable("people").set({ staff_id: "p1", alike: null }).where("staff_id", "=", "P2").execute(),
    );
    await record(complaint("C-2", { reportedBy: "p1" }, ["P1"]));
    await record(complaint("C-3", { reportedBy: "P1" }, ["p1"]));
    await expect(record(complaint("C-5", { reportedBy: "P 1" }, ["p1"]))).rejects.toThrow(/similar-id/);
  });

  it("is written in one way", async () => {
    const send = await sendingTo((await open()).store);
    const untidy = await send(HANDLER, "/v1/decisions", soundDecision("C-1 ", [" P1", "Ｐ２"]));
    expect([untidy.status, problemsIn(untidy)]).toEqual([
      422,
      [
        "wrong-shape /case/parties/0/id did you mean `P1`?",
        "wrong-shape /case/parties/1/id did you mean `P2`?",
        "wrong-shape /case/reference did you mean `C-1`?",
      ],
    ]);
    const bonuses = [{ person: "P1 ", bonusMinor: 1 }];
    expect(problemsIn(await send(HANDLER, "/v1/payroll/2026-07/close", { bonuses }))).toEqual([
      "wrong-shape /bonuses/0/person did you mean `P1`?",
    ]);
    const user = { email: "p1@example.com", name: "Somebody", personId: "Ｐ１", roles: ["employee"] };
    expect(problemsIn(await send(ADMIN, "/v1/users", user))).toEqual([
      "wrong-shape /personId did you mean `P1`?",
    ]);
  });
});

onBothDatabases("the reference of a case", (open) => {
  it("that differs from a known one only in letter case or blanks is no other case", async () => {
    const send = await sendingTo((await open()).store);
    expect(await send(HANDLER, "/v1/cases", soundDecision("C-1", ["P1"]))).toMatchObject({ status: 201 });
    for (const reference of ["c-1", "C - 1"])
      for (const path of ["/v1/decisions", "/v1/cases"])
        expect(problemsIn(await send(HANDLER, path, soundDecision(reference, ["P1"])))).toEqual([
          "similar-id /case/reference write `C-1` if it is the same case; if not, use a reference that nobody mistakes for it",
        ]);
    expect(await send(HANDLER, "/v1/decisions", soundDecision("C-1", ["P1"]))).toMatchObject({ status: 201 });
  });
});
