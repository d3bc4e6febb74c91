import { expect, it } from "vitest";
import { soundDecision } from "../docs/problems/sound.ts";
import { somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { problemsIn, sendingTo } from "./sending.ts";

const HANDLER = somebody("E3001", ["handler"]);
const ADMIN = somebody("E9001", ["admin"]);
const [CASES, DECISIONS, POLICY] = ["/v1/cases", "/v1/decisions", "complaint-fines"];

/** A case with a text in it, and another loss where it is corrected. */
function brought(reference: string, lossAmount = 1_200_000): Record<string, unknown> {
  const { case: sound, ...rest } = soundDecision(reference, ["P1"]);
  const { facts, ...others } = sound as { readonly facts: object };
  const evidence = [{ id: "E1", kind: "photo", note: "the label says 42" }];
  return { ...rest, case: { ...others, facts: { ...facts, lossAmount }, evidence } };
}

onBothDatabases("a case that was kept", (open) => {
  it("is decided by its id as it was brought forward, and is kept no second time", async () => {
    const send = await sendingTo((await open()).store);
    const { id } = (await send(HANDLER, CASES, brought("C-1"))).body;
    const decided = await send(HANDLER, DECISIONS, { policy: POLICY, case: { id } });
    const whole = await send(HANDLER, DECISIONS, brought("C-2"));
    expect(decided).toMatchObject({ status: 201, body: { reference: "C-1", record: { caseId: id } } });
    const recorded = (sent: typeof decided) => sent.body["record"] as { readonly case: object };
    expect(recorded(decided).case).toEqual({ ...recorded(whole).case, reference: "C-1" });
    expect(await send(HANDLER, `${CASES}?reference=C-1`)).toMatchObject({
      body: { cases: [{ id, revision: 1, decision: decided.body["id"] }] },
    });
  });

  it("is not decided where it was corrected, is of another policy, or says more than its id", async () => {
    const send = await sendingTo((await open()).store);
    const { id } = (await send(HANDLER, CASES, brought("C-1"))).body;
    const newer = (await send(HANDLER, CASES, brought("C-1", 900_000))).body["id"];
    const asked = async (body: object) => problemsIn(await send(HANDLER, DECISIONS, body));
    expect(await asked({ policy: POLICY, case: { id } })).toEqual([
      `edited-meanwhile /case/id decide \`${String(newer)}\`, its newest revision`,
    ]);
    expect(await asked({ policy: "other", case: { id: newer } })).toEqual(["unknown-value /case/id"]);
    expect(await asked({ policy: POLICY, case: { id: "case-1" } })).toEqual(["unknown-value /case/id"]);
    expect(await asked({ policy: POLICY, case: { id: 7 }, policyVersion: 0 })).toEqual([
      "wrong-shape /case/id",
      "out-of-range /policyVersion",
    ]);
    expect(await asked({ policy: POLICY, case: { id: newer, note: "x" } })).toEqual([
      "unknown-field /case/note known here: `id`",
    ]);
  });

  it("is not decided once somebody in it was erased", async () => {
    const send = await sendingTo((await open()).store);
    const { id } = (await send(HANDLER, CASES, brought("C-1"))).body;
    expect(await send(ADMIN, "/v1/people/P1/erase", { reason: "left long ago" })).toMatchObject({
      status: 200,
    });
    expect(problemsIn(await send(HANDLER, DECISIONS, { policy: POLICY, case: { id } }))).toEqual([
      "wrong-state /case/id",
    ]);
  });
});
