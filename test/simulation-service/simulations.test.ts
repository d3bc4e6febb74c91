import { verifierKeyOf } from "@evenhand/evidence";
import {
  CHANGED_BY,
  CHANGE_KINDS,
  type ChangePage,
  beginSimulation,
  cancelRun,
  SIMULATION,
  estimateSimulation,
  exportChanges,
  listSimulations,
  pinSimulation,
  readChange,
  readChanges,
  readSimulatedDocument,
  saveDraft,
  sequenceLog,
  verifyStore,
  submitDraft,
} from "@evenhand/service";
import { insertJob, jobRow, listAuditEvents, simulationCases } from "@evenhand/store";
import { expect, it } from "vitest";
import { actsOn, complaint } from "../evidence-service/acts.ts";
import { AUTHOR, type Scene, given, refusalOf, sceneOver, withCap } from "../policies/scene.ts";
import { onBothDatabases } from "../support/databases.ts";
import { begin, draftWith, foundIn, seen } from "./asking.ts";
import { POLICY, hurriedRunner, keepPast, workOff } from "./past.ts";

const PAUSE = async (): Promise<void> => undefined;

/** A draft with a lower cap and a grade harsher, saved: many months change, and some amounts. */
async function harsherDraft(scene: Scene): Promise<string> {
  const { id, revision, document } = await draftWith(scene, 0.1);
  const harsher = JSON.parse(
    JSON.stringify(document).replace('"then":["minor-demerit"]', '"then":["major-demerit"]'),
  ) as typeof document;
  const body = { label: "a grade harsher", document: harsher };
  given(await saveDraft(scene.context, { actor: AUTHOR, id, revision, body }));
  return id;
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
    const [listed] = (await listSimulations(scene.context)).simulations;
    expect(listed?.headline).toEqual(foundIn(told).headline);
    expect(foundIn(told)).toMatchObject({
      window: { from: "2026-07-02", to: "2026-07-10" },
      counts: { taken: 2, evaluated: 2, changed: 2, higher: 0, lower: 0, kinds: { schedule: 2 } },
    });
    const { changes, next } = given(await readChanges(scene.context, { id }));
    expect([changes.map(({ decidedOn }) => decidedOn), next]).toEqual([["2026-07-02", "2026-07-10"], null]);
    const [first] = changes;
    // Two units of one person each: their cases are listed, and not by them.
    expect(changes.flatMap(({ groups }) => groups["unit"])).toEqual([]);
    const [unit] = foundIn(told).groups[0]?.values ?? [];
    const byUnit = await readChanges(scene.context, { id, group: "unit", value: unit?.value ?? "" });
    expect(refusalOf(byUnit)).toEqual(["invalid-parameter at /value"]);
    const table = given(
      await exportChanges(scene.context, { id, format: "csv", language: "zh", pause: PAUSE }),
    );
    expect(new TextDecoder().decode(table.bytes)).toContain("：不显示");
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
    const full = given(
      await estimateSimulation(scene.context, {
        body: { policy: POLICY, baseline: 2, candidate: { draft } },
        pause: PAUSE,
      }),
    );
    expect(full).toMatchObject({ cases: 200, isEvidence: true, isSame: false });
    expect(estimate).toMatchObject({
      isEvidence: false,
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

  it("tells its changes by direction, cause, group and difference, a page at a time, with how many fit", async () => {
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
    const lower = given(await readChanges(scene.context, { id, limit: 1, direction: "lower" }));
    expect(lower.total).toBe(all.filter(({ differenceMinor }) => differenceMinor < 0).length);
    const first = given(await readChanges(scene.context, { id, limit: 3 }));
    const second = given(await readChanges(scene.context, { id, limit: 3, cursor: Number(first.next) }));
    expect([...first.changes, ...second.changes]).toEqual(all.slice(0, 6));
  });

  it("tells the largest difference first where that is asked for and all are found, each once over all pages", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 300 });
    const id = await begin(scene, { candidate: { draft: await harsherDraft(scene) } });
    const early = await readChanges(scene.context, { id, order: "difference" });
    expect(refusalOf(early)).toEqual(["wrong-state at /order"]);
    await workOff(scene.context);
    const all = given(await readChanges(scene.context, { id, limit: 200 })).changes;
    const sizeOf = ({ differenceMinor }: (typeof all)[number]): number => Math.abs(differenceMinor);
    const wanted = all.toSorted((one, other) => sizeOf(other) - sizeOf(one) || one.position - other.position);
    expect(wanted).not.toEqual(all);
    // Of some sizes there are more than a page holds.
    expect(new Set(all.map(sizeOf)).size).toBeLessThan(all.length / 3);
    const told: typeof wanted = [];
    for (let cursor: number | undefined = 0; cursor !== undefined;) {
      const from: { readonly cursor?: number } = cursor === 0 ? {} : { cursor };
      const page: ChangePage = given(
        await readChanges(scene.context, { id, order: "difference", limit: 3, ...from }),
      );
      told.push(...page.changes);
      cursor = page.next === null ? undefined : Number(page.next);
    }
    expect(told).toEqual(wanted);
  });

  it("tells its changes by label, kind, approval and transition, as many as its figures count", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 300 });
    const id = await begin(scene, { candidate: { draft: await harsherDraft(scene) } });
    await workOff(scene.context);
    const { counts, transitions } = foundIn(await seen(scene, id));
    const count = async (asked: object) =>
      given(await readChanges(scene.context, { id, limit: 1, ...asked })).total;
    for (const by of CHANGED_BY) expect(await count({ by })).toBe(counts.by[by]);
    for (const kind of CHANGE_KINDS) expect(await count({ kind })).toBe(counts.kinds[kind]);
    expect(await count({ approval: "higher" })).toBe(counts.higherApproval);
    // Transitions count parties, of which a case may have several.
    const [most] = transitions
      .filter(({ from, to }) => from !== to)
      .toSorted((one, other) => other.parties - one.parties);
    if (!most) throw new Error("nobody went from one class to another");
    const { from, to, parties } = most;
    const { changes } = given(await readChanges(scene.context, { id, limit: 200, from, to }));
    const gone = changes.map(
      (change) => change.parties.filter((party) => party.from === from && party.to === to).length,
    );
    expect(gone).not.toContain(0);
    expect(gone.reduce((sum, each) => sum + each, 0)).toBe(parties);
    expect(refusalOf(await readChanges(scene.context, { id, from }))).toEqual(["invalid-parameter at /to"]);
  });

  it("gives the documents of both sides as they were simulated, whatever the draft says by now", async () => {
    const scene = await sceneOver((await open()).store);
    const { id: draft, revision, document } = await draftWith(scene, 0.1);
    const id = await begin(scene, { candidate: { draft } });
    await workOff(scene.context);
    const body = { label: "cap 30 %", document: withCap(document, 0.3) };
    given(await saveDraft(scene.context, { actor: AUTHOR, id: draft, revision, body }));
    const capOf = async (side: "baseline" | "candidate") =>
      given(await readSimulatedDocument(scene.context, { id, side })).parameters["bonusCapRate"]?.value;
    expect([await capOf("baseline"), await capOf("candidate")]).toEqual([0.5, 0.1]);
  });

  it("refuses to show a case of versions that are not there any more, and says which", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    await keepPast(store, { count: 50 });
    const { id: draft } = await draftWith(scene, 0.1);
    const id = await begin(scene, { candidate: { draft } });
    await workOff(scene.context);
    const [first] = given(await readChanges(scene.context, { id })).changes;
    const rules = await scene.context.rulebook();
    const gone = async () => ({ ...rules, version: () => rules.version(POLICY, 9) });
    const asked = { id, caseId: first?.id ?? "" };
    const refused = refusalOf(await readChange({ ...scene.context, rulebook: gone }, asked));
    expect(refused.map((one) => one.split(" ")[0])).toEqual(["unknown-version"]);
  });

  it("are listed by policy, however many newer ones there are of others", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const id = await begin(scene, { candidate: { version: 1 } });
    const row = await store.read((db) => jobRow(db, id));
    const payload = (row?.payload ?? "").replace(POLICY, "another");
    await store.write(async (tx) => {
      for (let other = 0; other < 50; other += 1)
        await insertJob(tx, {
          id: `job-of-another-${other}`,
          kind: SIMULATION.kind,
          payload,
          created_at: (row?.created_at ?? 0) + 1 + other,
          created_by: "user:u1",
        });
    });
    const { simulations } = await listSimulations(scene.context, { policy: POLICY });
    expect(simulations.map((one) => [one.id, one.headline])).toEqual([[id, null]]);
    expect((await listSimulations(scene.context, { policy: "another" })).simulations).toHaveLength(50);
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
