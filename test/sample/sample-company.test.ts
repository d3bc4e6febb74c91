import { setImmediate as nextTurn } from "node:timers/promises";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  type CaseView,
  type DraftView,
  type SampleView,
  createDraft,
  listDrafts,
  loadSample,
  readCases,
  readDraft,
  readImport,
  readImports,
  readSample,
  recordDecision,
  removeSample,
  verifyStore,
} from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { expect, it } from "vitest";
import {
  AUTHOR,
  NOW,
  OTHER_AUTHOR,
  type Scene,
  given,
  newDraft,
  processOver,
  refusalOf,
  sceneOver,
  somebody,
  wordsOf,
} from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";

const HANDLER = somebody("E3001", ["handler"]);
const pause = (): Promise<void> => nextTurn();
const DAY_MS = 86_400_000;
/** Loads the sample company and waits for its cases. */
async function load({ context }: Scene, actor = AUTHOR): Promise<SampleView> {
  const { loading } = given(await loadSample(context, { actor, pause }));
  await loading;
  return readSample(context);
}

async function remove({ context }: Scene): Promise<SampleView> {
  return given(await removeSample(context, { actor: AUTHOR })).sample;
}

type ListedCase = Pick<CaseView, "id" | "policy" | "reference" | "appliesOn"> & {
  readonly parties: readonly { readonly party: string }[];
};

async function everyCase({ context }: Scene): Promise<readonly ListedCase[]> {
  const found: ListedCase[] = [];
  for (let after: string | undefined; ;) {
    const asked = { limit: 200, ...(after === undefined ? {} : { after }) };
    const { body } = await readCases(context, { actor: HANDLER, asked });
    const page = JSON.parse(body) as { readonly cases: readonly ListedCase[]; readonly next: string | null };
    found.push(...page.cases);
    if (page.next === null) return found;
    after = page.next;
  }
}

async function record({ context }: Scene, id: string | undefined): ReturnType<typeof recordDecision> {
  const body = JSON.stringify({ policy: "sample-conduct", case: { id } });
  const request = { method: "POST", path: "/v1/decisions", body };
  return recordDecision(context, { actor: HANDLER, key: undefined, request });
}

async function draftOf({ context }: Scene, { draft }: SampleView): Promise<DraftView> {
  return given(await readDraft(context, { actor: AUTHOR, id: draft ?? "" })).draft;
}

async function policiesOf({ context }: Scene): Promise<readonly string[]> {
  return (await context.rulebook()).policies().map(({ id }) => id);
}

async function countOf(
  store: Store,
  table: "cases" | "imports" | "versions" | "audit_events",
): Promise<number> {
  const { count } = await store.read((db) =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number | string>().as("count"))
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

onBothDatabases("the sample company", (open) => {
  it("is a policy in three versions, a draft with four slips and the cases of two years, and nothing is recorded under it", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    expect(await readSample(scene.context)).toMatchObject({ state: "none", policy: null });
    const sample = await load(scene);
    expect(sample).toMatchObject({ state: "loaded", policy: "sample-conduct", cases: 2000 });
    expect(sample.rows.done).toBe(sample.rows.total);

    const found = (await scene.context.rulebook()).policy("sample-conduct");
    expect("policy" in found && found.policy.versions.map(({ effectiveFrom }) => effectiveFrom)).toEqual([
      "2024-06-10",
      "2025-05-16",
      "2026-02-10",
    ]);
    const { diagnostics } = await draftOf(scene, sample);
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`).toSorted()).toEqual([
      "error table-overlap",
      "error unknown-fact",
      "warning table-gap",
      "warning unused-parameter",
    ]);

    const cases = await everyCase(scene);
    expect(cases).toHaveLength(2000);
    expect(refusalOf(await record(scene, cases[0]?.id))).toEqual(["wrong-state at /policy"]);
    const days = cases.map(({ appliesOn }) => appliesOn ?? "").toSorted();
    expect([days[0]?.slice(0, 7), days.at(-1)?.slice(0, 7)]).toEqual(["2024-07", "2026-07"]);
    const { imports } = await readImports(scene.context, {});
    const page = given(await readImport(scene.context, { id: imports[0]?.id ?? "" }));
    expect({ findings: page.findings, refused: page.rows.refused, warnings: page.warnings }).toEqual({
      findings: [],
      refused: 0,
      warnings: 0,
    });
    const { problems } = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(problems).toEqual([]);
  });

  it("goes without a trace in any list, with what was begun on it, and nothing of the company's own goes with it", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const own = await newDraft(scene);
    const before = await policiesOf(scene);
    const sample = await load(scene);
    const second = given(
      await createDraft(scene.context, { actor: OTHER_AUTHOR, body: { policy: "sample-conduct" } }),
    ).draft;
    expect(await remove(scene)).toMatchObject({ state: "none", policy: null });

    expect(await policiesOf(scene)).toEqual(before);
    expect(await everyCase(scene)).toEqual([]);
    expect((await readImports(scene.context, {})).imports).toEqual([]);
    expect((await listDrafts(scene.context, {})).drafts.map(({ id }) => id)).toEqual([own.id]);
    expect((await draftOf(scene, sample)).state).toBe("withdrawn");
    expect((await draftOf(scene, { ...sample, draft: second.id })).state).toBe("withdrawn");
    const again = await createDraft(scene.context, { actor: AUTHOR, body: { policy: "sample-conduct" } });
    expect(wordsOf(again)).toEqual(["`sample-conduct` belongs to a sample company that was removed"]);
    const { problems } = await verifyStore(store, { vkey: verifierKeyOf(scene.context.signer) });
    expect(problems).toEqual([]);
    // Another process notices by the revision.
    expect(await policiesOf(processOver(store))).toEqual(before);

    // Loaded again, it has another name and the days of its own loading.
    scene.clock.now = NOW + 30 * DAY_MS;
    expect(await load(scene)).toMatchObject({ state: "loaded", policy: "sample-conduct-2", cases: 2000 });
    const cases = await everyCase(scene);
    expect(new Set(cases.map(({ policy }) => policy))).toEqual(new Set(["sample-conduct-2"]));
    expect(
      cases
        .map(({ appliesOn }) => appliesOn ?? "")
        .toSorted()
        .at(-1),
    ).toMatch(/^2026-08/);
  });

  it("is loaded once however often it is asked for, and removed once", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    expect(await remove(scene)).toMatchObject({ state: "none" });
    const [one, other] = await Promise.all([load(scene), load(scene, OTHER_AUTHOR)]);
    expect(one.policy).toBe(other.policy);
    const counts = async () => [await countOf(store, "cases"), await countOf(store, "versions")];
    const once = await counts();
    expect(once).toEqual([2000, 5]);
    await load(scene);
    expect(await counts()).toEqual(once);
    await remove(scene);
    const events = await countOf(store, "audit_events");
    await remove(scene);
    expect(await countOf(store, "audit_events")).toBe(events);
  });

  it("ends its loading where it is removed meanwhile, and keeps nothing after that", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    let turns = 0;
    let removed: Promise<SampleView> | undefined;
    const { loading } = given(
      await loadSample(scene.context, {
        actor: AUTHOR,
        pause: async () => {
          turns += 1;
          if (turns === 30) removed = remove(scene);
          await nextTurn();
        },
      }),
    );
    await loading;
    expect(await removed).toMatchObject({ state: "none" });
    const kept = await countOf(store, "cases");
    expect(kept).toBeLessThan(2000);
    expect(await everyCase(scene)).toEqual([]);
    expect(await load(scene)).toMatchObject({ state: "loaded", policy: "sample-conduct-2", cases: 2000 });
  });

  it("begins to take in no cases where it is removed while their table is opened", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    let turns = 0;
    const refused = await loadSample(scene.context, {
      actor: AUTHOR,
      pause: async () => {
        turns += 1;
        if (turns === 1) await remove(scene);
      },
    });
    expect(refusalOf(refused)).toEqual(["wrong-state"]);
    expect(await countOf(store, "imports")).toBe(0);
  });

  it("takes in the rest where the process ended before all cases were there", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const gone = Promise.withResolvers<void>();
    let turns = 0;
    // A process that is gone takes no more turns, until it finds itself given up.
    const stalled = given(
      await loadSample(scene.context, {
        actor: AUTHOR,
        pause: () => (++turns > 30 ? gone.promise : nextTurn()),
      }),
    );
    while ((await readSample(scene.context)).rows.done === 0) await nextTurn();
    scene.clock.now = NOW + 3 * 60_000;
    expect((await readSample(scene.context)).state).toBe("incomplete");
    expect(await load(scene)).toMatchObject({ state: "loaded", policy: "sample-conduct" });
    gone.resolve();
    await stalled.loading;
    expect(await readSample(scene.context)).toMatchObject({ state: "loaded", cases: 2000 });
    expect(await countOf(store, "cases")).toBe(2000);
  });
});
