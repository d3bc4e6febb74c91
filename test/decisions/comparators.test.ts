import type { Actor, DecisionRecord } from "@evenhand/domain";
import { type ComparatorsView, readComparators } from "@evenhand/service";
import { comparableDecisions, decisionById } from "@evenhand/store";
import { expect, it } from "vitest";
import { AUDITOR, HANDLER, actsOn, complaint } from "../evidence-service/acts.ts";
import { type Scene, given, refusalOf, sceneOver } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const pause = async (): Promise<void> => undefined;

async function comparatorsFor(
  { context }: Scene,
  id: string,
  actor: Actor = HANDLER,
): Promise<ComparatorsView> {
  return JSON.parse(given(await readComparators(context, { actor, id, pause })).body) as ComparatorsView;
}

/** What is told of whom: the party, its case, how it stands, and what it was charged in minor units. */
function told({ parties }: ComparatorsView): readonly string[] {
  return parties.flatMap(({ party, comparators }) =>
    comparators.map(
      (one) => `${party}: ${one.party} in ${one.reference} ${one.standing} ${one.decided.totalMinor}`,
    ),
  );
}

const MILDER = { departures: [{ party: "P3", bonusMinor: 60_000 }], reason: "the drawing was unclear" };

onBothDatabases("with whom somebody can compare themselves", (open) => {
  it("is those of the nearest decisions in force: like cases with another penalty, then like ones, then the nearest", async () => {
    const scene = await sceneOver((await open()).store);
    const acts = actsOn(scene);
    const own = await acts.record(complaint("C-1", {}, ["P1"]));
    await acts.record(complaint("C-2", {}, ["P3"]), MILDER);
    await acts.record(complaint("C-3", {}, ["P5"]));
    const other = { complaintKind: "late-delivery", lossAmount: 100_000 };
    await acts.record(complaint("C-4", other, ["P6"]));
    const found = await comparatorsFor(scene, own);
    expect(told(found)).toEqual([
      "P1: P3 in C-2 unlike 60000",
      "P1: P5 in C-3 like 120000",
      expect.stringMatching(/^P1: P6 in C-4 near /),
    ]);
    expect(found).toMatchObject({
      decision: own,
      looked: 3,
      otherCurrency: 0,
      isCut: false,
      currency: "CNY",
      leftOut: 0,
    });
    expect(found.parties[0]?.decided.totalMinor).toBe(120_000);
    expect(found.parties[0]?.comparators.at(-1)?.differing).toContainEqual({
      fact: "lossAmount",
      own: 1_200_000,
      theirs: 100_000,
      distance: expect.closeTo(11 / 12, 12) as number,
    });
  });

  it("is nobody of the same case, and of a decision whose place another took only that one", async () => {
    const scene = await sceneOver((await open()).store);
    const acts = actsOn(scene);
    const first = await acts.record(complaint("C-1", {}, ["P1"]));
    const second = await acts.record(complaint("C-1", {}, ["P1"]), {
      supersedes: first,
      departures: [{ party: "P1", bonusMinor: 90_000 }],
      reason: "half of the goods were sold",
    });
    const replaced = await acts.record(complaint("C-2", {}, ["P3"]));
    await acts.record(complaint("C-2", {}, ["P3"]), { supersedes: replaced, ...MILDER });
    expect(told(await comparatorsFor(scene, first))).toEqual(["P1: P3 in C-2 unlike 60000"]);
    expect(told(await comparatorsFor(scene, second))).toEqual(["P1: P3 in C-2 unlike 60000"]);
  });

  it("is read from whole records but for their explanations", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const id = await actsOn(scene).record(complaint("C-1", {}, ["P1", "P2"]), {
      departures: [{ party: "P1", bonusMinor: 90_000 }],
      reason: "half of the goods were sold",
    });
    const whole = await store.read((db) => decisionById(db, id));
    const asked = { policyId: "complaint-fines", disposition: "upheld", limit: 10 };
    const [read, ...more] = await store.read((db) => comparableDecisions(db, asked));
    expect([read?.id, more]).toEqual([id, []]);
    type Body = { readonly after: Partial<DecisionRecord> };
    const { after: record, ...event } = JSON.parse(whole?.body ?? "") as Body;
    const { explanation, ...brief } = record;
    expect(JSON.parse(read?.body ?? "")).toEqual({ ...event, after: brief });
    expect(explanation?.length).toBeGreaterThan(10);
  });

  it("stands under pseudonyms for whoever is shown no names, and is nobody where nothing else was decided", async () => {
    const scene = await sceneOver((await open()).store);
    const acts = actsOn(scene);
    const own = await acts.record(complaint("C-1"));
    expect(await comparatorsFor(scene, own)).toMatchObject({
      looked: 0,
      parties: [
        { party: "P1", comparators: [] },
        { party: "P2", comparators: [] },
      ],
    });
    await acts.record(complaint("C-2", {}, ["P3"]));
    const masked = JSON.stringify(await comparatorsFor(scene, own, AUDITOR));
    expect(masked).not.toMatch(/"P[123]"/);
    expect(masked).toMatch(/"person-[0-9a-f]{64}"/);
    expect(
      refusalOf(await readComparators(scene.context, { actor: HANDLER, id: "dec-none", pause })),
    ).toEqual(["not-found"]);
  });
});
