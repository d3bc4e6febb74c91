import type { DecisionRecord, RecordedDecision, RuleFiles } from "@evenhand/domain";
import { type Answer, recordDecision, takeInRules } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import { orderOf } from "../faults/order.ts";
import { FILES, type Scene, given, processOver, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const WRITER = { kind: "key", id: "writer", scopes: ["decide"] } as const;

const CODE = "deduct-share-of-loss";

/** Complaint fines with a fact that counts how often somebody bore a share of a loss in the last year. */
function counting(): RuleFiles {
  const policies = FILES.policies.map(({ path, text }) => {
    const document = JSON.parse(text) as {
      readonly parameters: object;
      readonly derived?: { readonly party?: object };
    };
    const label = { en: "earlier shares of a loss", zh: "既往分担损失次数" };
    const earlier = { kind: "on-record", code: CODE, months: { fact: "parameter.lookBack" }, label };
    const lookBack = { value: 12, unit: "months", label, references: [{ article: "21" }] };
    return {
      path,
      text: JSON.stringify({
        ...document,
        parameters: { ...document.parameters, lookBack },
        derived: { ...document.derived, party: { ...document.derived?.party, earlier } },
      }),
    };
  });
  return { ...FILES, policies };
}

async function record({ context }: Scene, reference: string): Promise<DecisionRecord> {
  const { key, body } = orderOf(reference, ["E1001"]);
  const request = { method: "POST", path: "/v1/decisions", body };
  const answer: Answer = given(await recordDecision(context, { actor: WRITER, key, request }));
  return (JSON.parse(answer.body) as RecordedDecision).record;
}

async function codesKept(store: Store): Promise<readonly string[]> {
  const rows = await store.read((db) => db.selectFrom("findings").select("code").distinct().execute());
  return rows.map(({ code }) => code);
}

onBothDatabases("what is on record against somebody", (open) => {
  it("stands in the record of a decision as far as the policy counts it", async () => {
    const { store } = await open();
    const scene = processOver(store);
    expect((await takeInRules(scene.context, counting())).versions).toBe(2);
    expect((await record(scene, "C-1")).ledger.before.findings).toEqual([]);
    expect((await codesKept(store)).length).toBeGreaterThan(1);
    const { findings } = (await record(scene, "C-2")).ledger.before;
    expect(findings.map(({ code, occurredOn }) => [code, occurredOn])).toEqual([[CODE, "2026-07-06"]]);
  });

  it("makes no record longer where no fact counts it, however often somebody was charged", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const first = await record(scene, "C-1");
    for (const reference of ["C-2", "C-3", "C-4"]) await record(scene, reference);
    const last = await record(scene, "C-5");
    expect((await codesKept(store)).length).toBeGreaterThan(1);
    expect(last.ledger.before.findings).toEqual([]);
    const [shorter, longer] = [first, last].map((one) => JSON.stringify(one).length);
    // What the month held before stands in it once, whatever it is made up of.
    expect(Number(longer) - Number(shorter)).toBeLessThan(400);
  });
});
