import type { SimulationResult } from "@evenhand/analysis";
import { verifierKeyOf } from "@evenhand/evidence";
import {
  type DraftView,
  type SimulationView,
  beginSimulation,
  cancelRun,
  createDraft,
  SIMULATION,
  estimateSimulation,
  listSimulations,
  pinSimulation,
  readChange,
  readChanges,
  readDraft,
  readSimulation,
  saveDraft,
  sequenceLog,
  verifyStore,
  submitDraft,
} from "@evenhand/service";
import { listAuditEvents, simulationCases } from "@evenhand/store";
import { expect, it } from "vitest";
import { actsOn, complaint } from "../evidence-service/acts.ts";
import {
  AUTHOR,
  type Scene,
  edit,
  given,
  newDraft,
  refusalOf,
  sceneOver,
  withCap,
} from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { POLICY, hurriedRunner, keepPast, workOff } from "./past.ts";

const PAUSE = async (): Promise<void> => undefined;

async function begin({ context }: Scene, body: object): Promise<string> {
  return given(await beginSimulation(context, { actor: AUTHOR, body: { policy: POLICY, ...body } })).id;
}

async function seen({ context }: Scene, id: string): Promise<SimulationView> {
  return JSON.parse(given(await readSimulation(context, { id })).body) as SimulationView;
}

function foundIn({ result }: SimulationView): SimulationResult {
  if (!result) throw new Error("nothing was found yet");
  return result.simulation;
}

/** A draft with another cap, saved. */
async function draftWith(scene: Scene, rate: number): Promise<DraftView> {
  const draft = await newDraft(scene);
  await edit(scene, draft, { rate });
  return given(await readDraft(scene.context, { actor: AUTHOR, id: draft.id })).draft;
}

onBothDatabases("a simulation", (open) => {
  it("goes through decided cases and kept ones in the order of their days, and says by what each changes", async () => {
    const scene = await sceneOver((await open()).store);
    const acts = actsOn(scene);
    await acts.record(complaint("C-1"));
    await acts.keepCase(complaint("C-0", { decidedOn: "2026-07-02", receivedOn: "2026-07-01" }, ["P3"]));
    const { id: draft, contentHash } = await draftWith(scene, 0.2);
    const id = await begin(scene, { candidate: { draft, contentHash }, groups: ["unit"] });
    expect(await seen(scene, id)).toMatchObject({ state: "queued", done: 0, total: 0, result: null });
    await workOff(scene.context);
    const told = await seen(scene, id);
    expect(told).toMatchObject({
      state: "done",
      done: 2,
      total: 2,
      isFull: true,
      isProvisional: false,
      isStale: false,
      isEvidence: true,
      result: { caseSet: { cases: 2 } },
    });
    expect(foundIn(told)).toMatchObject({
      window: { from: "2026-07-02", to: "2026-07-10" },
      counts: { taken: 2, evaluated: 2, changed: 2, higher: 0, lower: 0, kinds: { schedule: 2 } },
    });
    const { changes, next } = given(await readChanges(scene.context, { id }));
    expect([changes.map(({ decidedOn }) => decidedOn), next]).toEqual([["2026-07-02", "2026-07-10"], null]);
    const [first] = changes;
    const whole = given(await readChange(scene.context, { id, caseId: first?.id ?? "" }));
    // 20 % of 2,000.00 is all that a month takes now.
    expect(whole.candidate.outcome.parties[0]?.schedule.at(0)?.amountMinor).toBe(40_000);
    expect(whole.baseline.outcome.parties[0]?.schedule.at(0)?.amountMinor).toBe(100_000);
    expect(JSON.stringify(whole)).not.toMatch(/C-0|"P3"/);
  });

  it("that is run again gives the same bytes, also where its worker stopped in the middle", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 400 });
    const { id: draft } = await draftWith(scene, 0.1);
    const body = { candidate: { draft }, groups: ["unit"] };
    const whole = await begin(scene, body);
    await workOff(scene.context);
    const again = await begin(scene, body);
    for (let stops = 0; (await seen(scene, again)).state !== "done"; stops += 1) {
      expect(stops).toBeLessThan(20);
      let pauses = 0;
      const context = scene.context;
      const runner = hurriedRunner({
        ...context,
        store: {
          ...context.store,
          // After some looks it is told to stop, wherever it is.
          read: async (work) => {
            if ((pauses += 1) === 5) void runner.stop();
            return context.store.read(work);
          },
        },
      });
      runner.wake();
      await runner.idle();
    }
    const [one, other] = [await seen(scene, whole), await seen(scene, again)];
    expect(foundIn(one).counts.taken).toBe(400);
    expect(foundIn(one).counts.changed).toBeGreaterThan(20);
    expect(other.result).toEqual(one.result);
    expect(other.resultHash).toBe(one.resultHash);
    const pages = [whole, again].map(async (id) =>
      given(await readChanges(scene.context, { id, limit: 200 })),
    );
    const [first, second] = await Promise.all(pages);
    expect(second).toEqual(first);
  });

  it("that is called off keeps what it found, as provisional", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 400 });
    const { id: draft } = await draftWith(scene, 0.1);
    const id = await begin(scene, { candidate: { draft } });
    let looks = 0;
    await workOff({
      ...scene.context,
      store: {
        ...scene.context.store,
        read: async (work) => {
          if ((looks += 1) === 10) await cancelRun(scene.context, { id, name: SIMULATION });
          return scene.context.store.read(work);
        },
      },
    });
    const told = await seen(scene, id);
    expect(told).toMatchObject({ state: "cancelled", isProvisional: true, isEvidence: false, total: 400 });
    expect(told.done).toBeGreaterThan(0);
    expect(told.done).toBeLessThan(400);
    expect(foundIn(told).counts.taken).toBe(told.done);
    const { changes } = given(await readChanges(scene.context, { id, limit: 200 }));
    expect(changes).toHaveLength(Math.min(200, foundIn(told).counts.changed));
    expect(await store.read((db) => simulationCases(db, { job: id, after: null, limit: 1 }))).toEqual([]);
  });

  it("of some days, or of some cases, goes through those alone, and is no evidence", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 200 });
    const { id: draft } = await draftWith(scene, 0.1);
    const days = { from: "2024-06-01", until: "2024-06-30" };
    const estimate = given(
      await estimateSimulation(scene.context, {
        body: { policy: POLICY, candidate: { draft }, ...days },
        pause: PAUSE,
      }),
    );
    const month = await begin(scene, { candidate: { draft }, ...days });
    const kind = await begin(scene, {
      candidate: { draft },
      scope: [{ fact: "complaintKind", values: ["late-delivery"] }],
    });
    const none = await begin(scene, { candidate: { draft }, from: "1999-01-01", until: "1999-12-31" });
    await workOff(scene.context);
    const [inMonth, ofKind, inNone] = [
      await seen(scene, month),
      await seen(scene, kind),
      await seen(scene, none),
    ];
    expect(estimate).toMatchObject({
      cases: inMonth.total,
      months: [{ month: "2024-06", cases: inMonth.total }],
    });
    expect(inMonth.total).toBeGreaterThan(5);
    expect(foundIn(inMonth).window?.from.slice(0, 7)).toBe("2024-06");
    expect(ofKind.total).toBeGreaterThan(10);
    expect(ofKind.total).toBeLessThan(100);
    expect([inMonth, ofKind].map(({ isEvidence, isFull }) => [isEvidence, isFull])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(inNone).toMatchObject({ state: "done", total: 0 });
    expect(foundIn(inNone).headline.en).toContain("There are no past cases");
  });

  it("of a draft that was edited since is stale", async () => {
    const scene = await sceneOver((await open()).store);
    const { id: draft, revision, document } = await draftWith(scene, 0.1);
    const id = await begin(scene, { candidate: { draft } });
    await workOff(scene.context);
    expect((await seen(scene, id)).isStale).toBe(false);
    const body = { label: "cap 30 %", document: withCap(document, 0.3) };
    given(await saveDraft(scene.context, { actor: AUTHOR, id: draft, revision, body }));
    expect(await seen(scene, id)).toMatchObject({ isStale: true, isEvidence: true });
    expect((await listSimulations(scene.context, { policy: POLICY })).simulations).toMatchObject([
      { id, isStale: true },
    ]);
    expect(refusalOf(await pinSimulation(scene.context, { actor: AUTHOR, id }))).toEqual([
      "edited-meanwhile",
    ]);
  });

  it("is found by direction, cause, group and difference, a page at a time", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 300 });
    const id = await begin(scene, { baseline: 1, candidate: { version: 2 }, groups: ["complaintKind"] });
    await workOff(scene.context);
    const all = given(await readChanges(scene.context, { id, limit: 200 })).changes;
    expect(all.length).toBeGreaterThan(20);
    const ask = async (asked: object) =>
      given(await readChanges(scene.context, { id, limit: 200, ...asked })).changes;
    expect(await ask({ direction: "higher" })).toEqual(
      all.filter(({ differenceMinor }) => differenceMinor > 0),
    );
    expect(await ask({ least: -5_000, most: -1 })).toEqual(
      all.filter(({ differenceMinor }) => differenceMinor >= -5_000 && differenceMinor < 0),
    );
    const rule = all.flatMap(({ causes }) => causes)[0]?.rule ?? "";
    expect(await ask({ cause: rule })).toEqual(
      all.filter(({ causes }) => causes.some((cause) => cause.rule === rule)),
    );
    expect(await ask({ group: "complaintKind", value: "late-delivery" })).toEqual(
      all.filter(({ groups }) => groups["complaintKind"]?.includes("late-delivery")),
    );
    const first = given(await readChanges(scene.context, { id, limit: 3 }));
    const second = given(await readChanges(scene.context, { id, limit: 3, cursor: Number(first.next) }));
    expect([...first.changes, ...second.changes]).toEqual(all.slice(0, 6));
  });

  it("of a whole draft is evidence with its hashes, and tells what it would move", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 50 });
    const { id: draft, contentHash } = await draftWith(scene, 0.1);
    const id = await begin(scene, { candidate: { draft } });
    await workOff(scene.context);
    const { resultHash, result } = await seen(scene, id);
    const events = await store.read((db) => listAuditEvents(db, { action: "simulation.ended", limit: 5 }));
    expect(events.map(({ body }) => (JSON.parse(body) as { after: unknown }).after)).toEqual([
      {
        policy: POLICY,
        draft,
        revision: 2,
        contentHash,
        baseline: result?.simulation.baseline && {
          version: result.simulation.baseline.version,
          hash: result.simulation.baseline.hash,
        },
        caseSet: result?.caseSet.hash,
        cases: 50,
        engine: "evenhand-compiled/0.1.0",
        movedMinor: result?.simulation.amounts.movedMinor,
        resultHash,
      },
    ]);
    given(await submitDraft(scene.context, { actor: AUTHOR, id: draft, revision: 2 }));
    await sequenceLog(scene.context);
    const vkey = verifierKeyOf(scene.context.signer);
    // Cases that were put past the service have no event; everything else has.
    const { problems } = await verifyStore(store, { vkey, most: 1_000 });
    expect(problems.filter(({ at }) => !at.startsWith("/cases/"))).toEqual([]);
  });

  it.each([
    [{ candidate: { version: 9 } }, ["unknown-version"]],
    [{ candidate: {} }, ["wrong-shape at /candidate"]],
    [{ candidate: { version: 1, draft: "draft-1" } }, ["wrong-shape at /candidate"]],
    [{ candidate: { draft: "draft-1" } }, ["not-found"]],
    [{ candidate: { version: 1 }, groups: ["nothing"] }, ["unknown-value at /groups/0"]],
    [{ candidate: { version: 1 }, from: "2026-07-02", until: "2026-07-01" }, ["out-of-range at /until"]],
    [{ candidate: { version: 1 }, scope: [{ fact: "unit" }] }, ["missing-field at /scope/0/values"]],
  ])("that cannot be made is refused before it is in line: %j", async (body, refusal) => {
    const scene = await sceneOver((await open()).store);
    const asked = { actor: AUTHOR, body: { policy: POLICY, ...body } };
    const refused = refusalOf(await beginSimulation(scene.context, asked));
    expect(refused.map((one) => one.replace(/ at \/policyVersion$/, ""))).toEqual(refusal);
  });
});

onBothDatabases("handing a draft in", (open) => {
  const submit = ({ context }: Scene, { id, revision }: Pick<DraftView, "id" | "revision">) =>
    submitDraft(context, { actor: AUTHOR, id, revision });

  it("needs a full simulation of exactly its content once there are past cases, and says what it would move", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 60 });
    const draft = await draftWith(scene, 0.1);
    expect(refusalOf(await submit(scene, draft))).toEqual(["not-simulated"]);
    // Neither some days, nor another baseline, nor another content is enough.
    await begin(scene, { candidate: { draft: draft.id }, from: "2024-02-01" });
    await begin(scene, { candidate: { draft: draft.id }, baseline: 1 });
    await workOff(scene.context);
    expect(refusalOf(await submit(scene, draft))).toEqual(["not-simulated"]);
    const id = await begin(scene, { candidate: { draft: draft.id }, groups: ["unit"] });
    await workOff(scene.context);
    const handed = given(await submit(scene, draft)).draft;
    const { movedMinor } = foundIn(await seen(scene, id)).amounts;
    expect(handed.submissions.at(-1)).toMatchObject({ movedMinor });
    const again = given(
      await saveDraft(scene.context, {
        actor: AUTHOR,
        id: draft.id,
        revision: handed.revision,
        body: { label: "cap 30 %", document: withCap(draft.document, 0.3) },
      }),
    ).standing;
    expect(refusalOf(await submit(scene, { id: draft.id, revision: again.revision }))).toEqual([
      "not-simulated",
    ]);
  });

  it("needs none where there are no past cases, and one over none counts", async () => {
    const scene = await sceneOver((await open()).store);
    const draft = await draftWith(scene, 0.1);
    const other = await draftWith(scene, 0.2);
    expect(given(await submit(scene, draft)).draft.submissions.at(-1)).toMatchObject({ movedMinor: null });
    await begin(scene, { candidate: { draft: other.id } });
    await workOff(scene.context);
    expect(given(await submit(scene, other)).draft.submissions.at(-1)).toMatchObject({ movedMinor: 0 });
  });

  it("is told of a simulation that ends while it is in review, and of another one when that is pinned", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    // What version 1 said, which charges other amounts than version 2.
    const asked = { actor: AUTHOR, body: { policy: POLICY, from: 1 } };
    const { draft } = given(await createDraft(scene.context, asked));
    given(await submit(scene, draft));
    const moved = async () =>
      given(await readDraft(scene.context, { actor: AUTHOR, id: draft.id })).draft.submissions.map(
        ({ movedMinor }) => movedMinor,
      );
    await begin(scene, { candidate: { draft: draft.id } });
    await workOff(scene.context);
    expect(await moved()).toEqual([null, 0]);
    await keepPast(store, { count: 200 });
    const id = await begin(scene, { candidate: { draft: draft.id }, groups: ["unit"] });
    await workOff(scene.context);
    expect(await moved()).toEqual([null, 0]);
    given(await pinSimulation(scene.context, { actor: AUTHOR, id }));
    const { movedMinor } = foundIn(await seen(scene, id)).amounts;
    expect(movedMinor).toBeGreaterThan(0);
    expect(await moved()).toEqual([null, 0, movedMinor]);
  });
});
