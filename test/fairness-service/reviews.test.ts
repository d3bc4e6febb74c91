import type { Disparities, GroupDisparity } from "@evenhand/analysis";
import { type FairnessView, FAIRNESS, cancelRun, listFairness, readFairnessCases } from "@evenhand/service";
import { expect, it } from "vitest";
import { actsOn } from "../evidence-service/acts.ts";
import { given, refusalOf } from "../policies/scene.ts";
import { hurriedRunner, workOff } from "../simulation-service/past.ts";
import { onBothDatabases } from "../support/databases.ts";
import { type Told, begun, recordAll, recordOne, reviewed, seen, sitesOver } from "./sites.ts";

/** A year of two plants with like cases; the south one's penalties are multiplied. */
function twoPlants(times: number): readonly Told[] {
  return Array.from({ length: 64 }, (_, index): Told =>
    index % 2 === 0
      ? { site: "south", points: 2 + ((index / 2) % 4), ...(times === 1 ? {} : { times }) }
      : { site: "north", points: 2 + (((index - 1) / 2) % 4) },
  );
}

type Compared = Extract<GroupDisparity, { readonly shown: "compared" }>;

function found({ result }: FairnessView) {
  if (!result) throw new Error("there is no result");
  return result.review;
}

function groupIn(disparities: Disparities, group: string): Compared {
  const one = disparities.attributes.flatMap(({ groups }) => groups).find((each) => each.group === group);
  if (one?.shown !== "compared") throw new Error(`${group} is not compared`);
  return one;
}

onBothDatabases("a fairness review", (open) => {
  it("finds that one plant is charged one and a half times as much in like cases, with interval, test and the cases", async () => {
    const { context } = await sitesOver((await open()).store);
    await recordAll({ context }, [
      ...twoPlants(1.5),
      ...Array.from({ length: 3 }, (): Told => ({ site: "annex", points: 3 })),
    ]);
    const told = await reviewed(context, {
      groups: ["site"],
      reference: [{ fact: "site", value: "north" }],
      cross: ["site", "rank"],
    });
    expect(told).toMatchObject({ state: "done", done: 67, total: 67, skipped: 0 });
    const review = found(told);
    const south = groupIn(review.disparities, "south");
    expect(south).toMatchObject({
      label: { en: "South plant", zh: "南厂" },
      isFinding: true,
      amount: {
        inGroup: 32,
        inReference: 32,
        typical: { interval: { lower: expect.any(Number) as number } },
      },
    });
    expect(south.amountP?.adjusted).toBeLessThan(0.01);
    expect(review.headline.en).toMatch(
      /^“South plant” typically pays [\d,.]+ more than comparable cases of “North plant” \(95% interval [\d,.]+ to [\d,.]+, n = 32\)\. Not proof of bias\./,
    );
    expect(review.disparities.attributes[0]?.groups).toContainEqual({
      group: "annex",
      label: { en: "Annex", zh: "分厂" },
      shown: "n < 10",
    });
    // Every dot opens its cases, also those of a cell.
    const cases = given(
      await readFairnessCases(context, {
        id: told.id,
        group: "site",
        value: "south",
        and: "rank",
        andValue: "worker",
        limit: 30,
      }),
    );
    expect(cases.cases.map(({ groups }) => groups["site"])).toEqual(
      Array.from({ length: 30 }, () => "south"),
    );
    const rest = given(
      await readFairnessCases(context, {
        id: told.id,
        group: "site",
        value: "south",
        limit: 30,
        cursor: Number(cases.next),
      }),
    );
    expect([rest.cases.length, rest.next]).toEqual([2, null]);
    expect(cases.cases[0]).toMatchObject({
      proposedMinor: 60_000,
      totalMinor: 90_000,
      isPenalised: true,
      isDeparture: true,
    });
    expect(JSON.stringify([told, cases])).not.toMatch(/P-south|E3001|asked for it/);
    expect(review.crossed?.cells).toMatchObject([
      { row: "annex", column: "worker", shown: "n < 10" },
      { row: "north", column: "worker", n: 32, paid: { median: 105_000 } },
      { row: "south", column: "worker", n: 32, paid: { median: 157_500 } },
    ]);
    expect(review.departures).toMatchObject({
      departed: 32,
      all: { directions: { harsher: { departed: 32 } } },
    });
    const [unlike] = review.likeCases.unlike;
    expect(unlike?.outcomes.map(({ count }) => count).toSorted()).toEqual(expect.arrayContaining([8]));
    expect(review.likeCases.unlikeGroups).toBe(4);
  });

  it("calls a difference a finding where comparable cases differ, whatever all cases together say", async () => {
    const { context } = await sitesOver((await open()).store);
    const cases =
      (rank: Told["rank"]) =>
      (site: Told["site"], kind: string, [penalised, of]: readonly [number, number]): readonly Told[] =>
        Array.from({ length: of }, (_, index) => ({
          site,
          kind,
          points: 4,
          ...(index < penalised ? {} : { times: 0 }),
          ...(rank ? { rank } : {}),
        }));
    const [workers, leads] = [cases("worker"), cases("lead")];
    await recordAll({ context }, [
      // Of each kind both plants are penalised alike, and the south has more of the graver kind.
      ...workers("south", "spec-mismatch", [32, 40]),
      ...workers("south", "late-delivery", [2, 10]),
      ...workers("north", "spec-mismatch", [8, 10]),
      ...workers("north", "late-delivery", [8, 40]),
      // Of each kind the south is penalised more, and has more of the milder kind: thirty of fifty in both plants.
      ...leads("south", "spec-mismatch", [10, 10]),
      ...leads("south", "late-delivery", [20, 40]),
      ...leads("north", "spec-mismatch", [28, 40]),
      ...leads("north", "late-delivery", [2, 10]),
    ]);
    const south = async (rank: string, more: object = {}): Promise<Compared> => {
      const asked = { groups: ["site"], scope: [{ fact: "rank", values: [rank] }], ...more };
      return groupIn(found(await reviewed(context, asked)).disparities, "south");
    };
    const explained = await south("worker");
    expect(explained.rate.crude.test).toMatchObject({ twoSided: expect.closeTo(0.0006, 4) as number });
    expect([explained.isFinding, explained.titles.map(({ en }) => en)]).toEqual([
      false,
      [expect.stringContaining("which cases there were explains it") as string],
    ]);
    const hidden = await south("lead");
    expect(hidden.rate.crude.test).toMatchObject({ twoSided: 1 });
    expect(hidden.isFinding).toBe(true);
    // With nothing held the same but the version it is the other way round.
    const same = { category: false, lossBand: false };
    expect([(await south("worker", { same })).isFinding, (await south("lead", { same })).isFinding]).toEqual([
      true,
      false,
    ]);
  });

  it("says in words that there are no decisions, no groups, three people, or nothing that varies", async () => {
    const { context } = await sitesOver((await open()).store);
    const none = found(await reviewed(context, { until: "1999-12-31" }));
    expect(none).toMatchObject({ window: null, counts: { decisions: 0 }, limits: [] });
    expect(none.headline.en).toBe(
      "There are no decisions in force that were asked for, so nothing can be said about them.",
    );
    await recordAll({ context }, [
      ...Array.from({ length: 12 }, (): Told => ({ site: "south", points: 4 })),
      ...Array.from({ length: 12 }, (): Told => ({ site: "north", points: 4 })),
      ...Array.from({ length: 3 }, (): Told => ({ site: "annex", points: 4 })),
    ]);
    // Protected facts are what people are told apart by where nobody says otherwise.
    const all = found(await reviewed(context));
    expect(
      all.disparities.attributes.map(({ attribute, reason }) => [attribute.fact, reason?.notComputable.en]),
    ).toEqual([
      ["site", undefined],
      ["rank", "there are not two groups of at least ten people to compare"],
    ]);
    expect(groupIn(all.disparities, "south").titles[0]?.en).toContain("nothing can be said of a difference");
    expect(JSON.stringify(all.disparities.attributes[0]?.groups.find(({ group }) => group === "annex"))).toBe(
      '{"group":"annex","label":{"en":"Annex","zh":"分厂"},"shown":"n < 10"}',
    );
    expect(all.leftOut).toMatchObject({ notComputable: {} });
    expect(all.proportion.penaltyToPay).toMatchObject({ quartiles: { median: 0.6 } });
  });

  it("counts the decision in force alone, of what was recorded before it was asked for, in the days and the scope", async () => {
    const { context } = await sitesOver((await open()).store);
    const first = await recordOne({ context }, { site: "south", points: 4 }, 1);
    await recordOne({ context }, { site: "north", points: 4 }, 2);
    const waiting = await begun(context);
    await actsOn({ context }).reverse(first);
    await recordOne({ context }, { site: "north", points: 4 }, 3);
    await workOff(context);
    expect(found(await seen(context, waiting)).counts).toMatchObject({
      decisions: 2,
      penalised: 2,
    });
    expect(found(await reviewed(context)).counts).toMatchObject({ decisions: 3, penalised: 2 });
    const north = await reviewed(context, {
      scope: [{ fact: "site", values: ["north"] }],
      from: "2026-07-01",
    });
    expect([north.done, north.skipped, found(north).counts.decisions]).toEqual([3, 1, 2]);
    const kinds = await reviewed(context, { categories: ["late-delivery"] });
    expect(found(kinds).counts.decisions).toBe(0);
  });

  it("gives the same bytes when it is asked again, also where its worker stopped in the middle", async () => {
    const { context } = await sitesOver((await open()).store);
    await recordAll({ context }, twoPlants(1.5).slice(0, 60));
    const whole = await reviewed(context, { groups: ["site"] });
    const again = await begun(context, { groups: ["site"] });
    let reads = 0;
    const stopping = hurriedRunner({
      ...context,
      store: {
        ...context.store,
        read: async (work) => {
          if ((reads += 1) === 3) void stopping.stop();
          return context.store.read(work);
        },
      },
    });
    stopping.wake();
    await stopping.idle();
    expect((await seen(context, again)).state).toBe("queued");
    await workOff(context);
    const told = await seen(context, again);
    expect([told.state, told.resultHash]).toEqual(["done", whole.resultHash]);
    expect(told.result).toEqual(whole.result);
    // What was counted before the worker was gone is not counted twice.
    const cases = given(await readFairnessCases(context, { id: again, limit: 200 }));
    expect(cases.cases.map(({ position }) => position)).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
  });

  it("that is called off leaves no figures and no cases, and says so", async () => {
    const { context } = await sitesOver((await open()).store);
    await recordAll({ context }, twoPlants(1).slice(0, 20));
    const id = await begun(context);
    const cancelling = hurriedRunner({
      ...context,
      store: {
        ...context.store,
        write: async (work) => {
          const kept = await context.store.write(work);
          if ((await seen(context, id)).done > 0) await cancelRun(context, { id, name: FAIRNESS });
          return kept;
        },
      },
    });
    cancelling.wake();
    await cancelling.idle();
    expect(await seen(context, id)).toMatchObject({
      state: "cancelled",
      result: null,
      resultHash: null,
      headline: null,
    });
    expect(refusalOf(await readFairnessCases(context, { id }))).toEqual(["wrong-state"]);
    const left = await context.store.read((db) => db.selectFrom("fairness_cases").selectAll().execute());
    expect(left).toEqual([]);
    expect((await listFairness(context)).reviews).toMatchObject([{ id, state: "cancelled" }]);
  });
});
