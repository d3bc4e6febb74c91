import { verifierKeyOf } from "@evenhand/evidence";
import { readStatement, verifyStore } from "@evenhand/service";
import { expect, it } from "vitest";
import { given, processOver, somebody } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Send, problemsIn, sendingTo } from "./sending.ts";
import { caseOfTwo } from "./two-workers.ts";

const HANDLER = somebody("E3001", ["handler"]);
const OTHER_HANDLER = somebody("E3002", ["handler"]);
const P1 = somebody("P1", ["employee"]);
const P2 = somebody("P2", ["employee"]);

/** The address of an appeal of P1. */
async function appealOf(send: Send): Promise<string> {
  const decision = await send(HANDLER, "/v1/decisions", caseOfTwo());
  const path = `/v1/decisions/${String(decision.body["id"])}/appeals`;
  const { status, body } = await send(P1, path, { statement: "I was not on shift" });
  expect(status).toBe(201);
  return `/v1/appeals/${String(body["id"])}`;
}

onBothDatabases("an appeal", (open) => {
  it("is withdrawn by the employee whose it is, and the plan goes on", async () => {
    const { store } = await open();
    const send = await sendingTo(store);
    const appeal = await appealOf(send);
    const { status, body } = await send(P1, `${appeal}/withdraw`, { reason: "settled in a talk" });
    expect([status, body]).toMatchObject([
      200,
      { party: "P1", state: "withdrawn", reason: "settled in a talk", supersededBy: null },
    ]);
    const { context } = processOver(store);
    const statement = given(await readStatement(context, { actor: HANDLER, staffId: "P1" }));
    expect(JSON.parse(statement.body)).toMatchObject({
      balance: { scheduledMinor: 120_000, outstandingMinor: 0 },
    });
    const again = await send(P1, `${appeal}/withdraw`, {});
    expect([again.status, again.body["code"]]).toEqual([409, "wrong-state"]);
    const late = await send(OTHER_HANDLER, `${appeal}/decide`, { verdict: "overturned", reason: "late" });
    expect([late.status, late.body["code"]]).toEqual([409, "wrong-state"]);
  });

  it("is withdrawn without a reason as well, and by its party alone", async () => {
    const { store } = await open();
    const send = await sendingTo(store);
    const appeal = await appealOf(send);
    const withdraw = async (actor: typeof P1, body: object = {}) => {
      const sent = await send(actor, `${appeal}/withdraw`, body);
      return [sent.status, sent.body["code"] ?? sent.body["state"]];
    };
    expect(await withdraw(P2)).toEqual([404, "not-found"]);
    expect(await withdraw(somebody("P7", ["employee"]))).toEqual([404, "not-found"]);
    expect(await withdraw(HANDLER)).toEqual([403, "not-allowed"]);
    expect(await withdraw(OTHER_HANDLER)).toEqual([403, "not-allowed"]);
    expect(await withdraw(P1, { reason: "" })).toEqual([422, "wrong-shape"]);
    expect(await withdraw(P1)).toEqual([200, "withdrawn"]);
    expect((await send(P1, appeal)).body).toMatchObject({ state: "withdrawn", reason: null });
    const vkey = verifierKeyOf(processOver(store).context.signer);
    expect((await verifyStore(store, { vkey })).problems).toEqual([]);
  });

  it("is not withdrawn by a verdict, whoever decides", async () => {
    const send = await sendingTo((await open()).store);
    const appeal = await appealOf(send);
    const given = { verdict: "withdrawn", reason: "they said so" };
    const sent = await send(OTHER_HANDLER, `${appeal}/decide`, given);
    expect(sent.status).toBe(422);
    expect(problemsIn(sent)[0]).toContain("/verdict");
    expect((await send(P1, appeal)).body).toMatchObject({ state: "open" });
  });
});
