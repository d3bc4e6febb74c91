import type { AppealSummary, DecisionSummary } from "@evenhand/domain";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  type Answer,
  type OnceAsk,
  decideAppeal,
  fileAppeal,
  readAppeals,
  readDecisions,
  recordDecision,
  reverseDecision,
  verifyStore,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { type Scene, given, processOver, refusalOf, sceneOver, somebody } from "../policies/scene.ts";
import { onPostgres } from "../support/databases.ts";
import { holdingOver, untilWaiting } from "../support/holding.ts";
import { caseOfTwo } from "./two-workers.ts";

const HANDLER = somebody("E3001", ["handler"]);
const OTHER_HANDLER = somebody("E3002", ["handler"]);

function ask(body: object, actor = HANDLER): OnceAsk {
  return { actor, key: undefined, request: { method: "POST", path: "/", body: JSON.stringify(body) } };
}

function idOf(answer: object): string {
  return (JSON.parse((given(answer) as Answer).body) as { readonly id: string }).id;
}

async function record({ context }: Scene, reference = "C-1"): Promise<string> {
  return idOf(await recordDecision(context, ask(caseOfTwo(reference))));
}

function file({ context }: Pick<Scene, "context">, decision: string, party: string) {
  return fileAppeal(context, { ...ask({ party, statement: "not on shift" }), decision });
}

function decide({ context }: Pick<Scene, "context">, appeal: string, verdict = "overturned") {
  return decideAppeal(context, { ...ask({ verdict, reason: "seen the roster" }, OTHER_HANDLER), appeal });
}

onPostgres("appeals while somebody else acts", (open) => {
  it("one waits for the decision that is being put in the place of what it is against, and is refused", async () => {
    const { store, again } = await open();
    const scene = await sceneOver(store);
    const other = processOver(await again());
    const decision = await record(scene);
    const holding = holdingOver(store);
    const reversing = { ...ask({ reason: "the customer was mistaken" }), decision };
    const reversed = reverseDecision({ ...scene.context, store: holding.store }, reversing);
    await holding.held;
    const filed = file(other, decision, "P1");
    await untilWaiting(store);
    holding.letGo();
    given(await reversed);
    expect(refusalOf(await filed)).toEqual(["wrong-state"]);
    const { body } = await readAppeals(scene.context, { actor: HANDLER, asked: {} });
    expect(JSON.parse(body)).toEqual({ appeals: [], next: null });
  });

  it("whoever puts another decision in its place waits for one that is being filed", async () => {
    const { store, again } = await open();
    const scene = await sceneOver(store);
    const other = processOver(await again());
    const decision = await record(scene);
    const holding = holdingOver(store);
    const filed = file({ context: { ...scene.context, store: holding.store } }, decision, "P1");
    await holding.held;
    const reversing = { ...ask({ reason: "the customer was mistaken" }), decision };
    const reversed = reverseDecision(other.context, reversing);
    await untilWaiting(store);
    holding.letGo();
    expect([await filed, await reversed].map(refusalOf)).toEqual([[], []]);
  });

  it("those of two parties are decided one after the other", async () => {
    const { store, again } = await open();
    const scene = await sceneOver(store);
    const other = processOver(await again());
    const decision = await record(scene);
    const [one, two] = [idOf(await file(scene, decision, "P1")), idOf(await file(scene, decision, "P2"))];
    const holding = holdingOver(store);
    const first = decide({ context: { ...scene.context, store: holding.store } }, one);
    await holding.held;
    const second = decide(other, two);
    await untilWaiting(store);
    holding.letGo();
    const answers = [await first, await second].map(
      (answer) => JSON.parse((given(answer) as Answer).body) as AppealSummary,
    );
    expect(answers.map(({ state }) => state)).toEqual(["overturned", "overturned"]);
    const { body } = await readDecisions(scene.context, { actor: HANDLER, asked: { inForce: true } });
    const { decisions } = JSON.parse(body) as { readonly decisions: readonly DecisionSummary[] };
    expect(decisions.map(({ id, totalMinor }) => [id, totalMinor])).toEqual([[answers[1]?.supersededBy, 0]]);
    const { problems } = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(problems).toEqual([]);
  });

  it("those of two parties that are decided at once are both decided, case after case", async () => {
    const { store, again } = await open();
    const one = await sceneOver(store);
    const two = processOver(await again());
    for (const reference of ["C-1", "C-2", "C-3", "C-4"]) {
      const decision = await record(one, reference);
      const appeals = [idOf(await file(one, decision, "P1")), idOf(await file(one, decision, "P2"))];
      const decided = await Promise.all(
        appeals.map((appeal, index) => decide(index === 0 ? one : two, appeal)),
      );
      expect(decided.map(refusalOf)).toEqual([[], []]);
    }
  });
});
