import { contentHash, parseJson } from "@evenhand/domain";
import {
  type DraftView,
  approvedHash,
  attachSimulation,
  createDraft,
  exportVersion,
  listVersions,
  publishDraft,
  readDraft,
  recordedVersions,
  saveDraft,
  submitDraft,
  takeInRules,
  undoDraft,
} from "@evenhand/service";
import { type Store, listAuditEvents, putSetting, rulesRevision } from "@evenhand/store";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import {
  APPROVER,
  AUTHOR,
  FILES,
  OTHER_APPROVER,
  type Scene,
  approve,
  approved,
  edit,
  given,
  newDraft,
  processOver,
  refusalOf,
  sceneOver,
  somebody,
  submitted,
  withCap,
  wordsOf,
} from "./scene.ts";

async function publish({ context }: Scene, { id }: DraftView, effectiveFrom: unknown, actor = APPROVER) {
  return publishDraft(context, { actor, id, body: { effectiveFrom } });
}

onBothDatabases("a draft that a newer version came before", (open) => {
  const scene = async () => sceneOver((await open()).store);
  const save = async ({ context }: Scene, { id, revision, document }: DraftView, base: number) =>
    saveDraft(context, { actor: AUTHOR, id, revision, body: { label: "taken over", document, base } });

  it("counts as begun from it once an edit takes account of it, which voids what was approved", async () => {
    const all = await scene();
    const behind = await approved(all, 0.3);
    given(await publish(all, await approved(all, 0.4), "2026-08-01"));
    const before = given(await readDraft(all.context, { actor: AUTHOR, id: behind.id })).draft;
    expect(before).toMatchObject({ baseVersion: 2, newestVersion: 3, state: "approved" });
    const { standing } = given(await save(all, before, 3));
    expect(standing).toMatchObject({ baseVersion: 3, state: "draft", approvals: { given: 0 } });
    const undone = given(
      await undoDraft(all.context, { actor: AUTHOR, id: behind.id, revision: standing.revision }),
    );
    expect(undone.draft.baseVersion).toBe(3);
  });

  it("takes account of the newest version only, and never of one before it", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    expect(refusalOf(await save(all, draft, 1))).toEqual(["unknown-value at /base"]);
    expect(refusalOf(await save(all, draft, 7))).toEqual(["unknown-value at /base"]);
    expect(given(await save(all, draft, 2)).standing.revision).toBe(draft.revision);
  });
});

onBothDatabases("publishing", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it("makes the approved content the next version from the day that is set", async () => {
    const all = await scene();
    const draft = await approved(all);
    const { version } = given(await publish(all, draft, "2026-08-01"));
    expect(version).toMatchObject({ policy: "complaint-fines", version: 3, effectiveFrom: "2026-08-01" });
    const found = (await all.context.rulebook()).version("complaint-fines", 3);
    const { policy, hash } = given(found).version;
    expect(policy).toEqual({
      ...withCap(draft.document, 0.4),
      version: 3,
      effectiveFrom: "2026-08-01",
    });
    expect([version.hash, hash]).toEqual([contentHash(policy), contentHash(policy)]);
    expect(approvedHash({ ...policy })).toBe(draft.contentHash);
  });

  it("leaves an event with the hash that was approved and the hash that was published", async () => {
    const all = await scene();
    const draft = await approved(all);
    const { version } = given(await publish(all, draft, "2026-08-01"));
    const [event] = await all.context.store.read((db) => listAuditEvents(db, { limit: 1 }));
    expect(event).toMatchObject({ action: "policy.published", object_id: "complaint-fines@3" });
    expect(JSON.parse(event?.body ?? "")).toMatchObject({
      actor: { kind: "user", id: "user-E2001" },
      after: {
        contentHash: draft.contentHash,
        hash: version.hash,
        draft: draft.id,
        approvedBy: ["user:user-E2001"],
      },
    });
  });

  it("ends the draft: it is neither written nor published again", async () => {
    const all = await scene();
    const draft = await approved(all);
    given(await publish(all, draft, "2026-08-01"));
    expect(refusalOf(await publish(all, draft, "2026-09-01"))).toEqual(["wrong-state"]);
    const body = { label: "late", document: withCap(draft.document, 0.1) };
    const { revision } = draft;
    expect(refusalOf(await saveDraft(all.context, { actor: AUTHOR, id: draft.id, revision, body }))).toEqual([
      "wrong-state",
    ]);
  });

  it.each([
    { state: "written", make: newDraft },
    { state: "in review", make: submitted },
  ])("is refused of a draft that is $state", async ({ make }) => {
    const all = await scene();
    const draft = await make(all);
    expect(refusalOf(await publish(all, draft, "2026-08-01"))).toEqual(["wrong-state"]);
    expect(await all.context.store.read(rulesRevision)).toBe(1);
  });

  it("is refused after an approved draft was edited, and so is what was approved", async () => {
    const all = await scene();
    const draft = await approved(all);
    await edit(all, draft, { rate: 0.9 });
    expect(refusalOf(await publish(all, draft, "2026-08-01"))).toEqual(["wrong-state"]);
    expect(given(await listVersions(all.context, { policy: "complaint-fines" })).versions).toHaveLength(2);
  });

  it.each([
    { who: "the author", actor: AUTHOR },
    { who: "another account of the author", actor: somebody("E1001", ["approver"], "second-account") },
  ])("is refused to $who, since the day of effect is set with it", async ({ actor }) => {
    const all = await scene();
    const draft = await approved(all);
    expect(refusalOf(await publish(all, draft, "2026-08-01", actor))).toEqual(["own-draft"]);
  });

  it("asks for as many approvals as the settings say at that moment", async () => {
    const all = await scene();
    const draft = await approved(all);
    const { id, contentHash: hash } = draft;
    given(
      await attachSimulation(all.context, { actor: AUTHOR, draft: id, contentHash: hash, movedMinor: 600 }),
    );
    given(await approve(all, draft));
    await all.context.store.write((tx) =>
      putSetting(tx, { key: "twoApproversFromMinor", value: "500", changed_at: 1, changed_by: "system:t" }),
    );
    const refused = await publish(all, draft, "2026-08-01");
    expect(refusalOf(refused)).toEqual(["wrong-state"]);
    expect(wordsOf(refused)).toEqual(["of the 2 approvals that this content needs it has 1"]);
    given(await approve(all, draft, OTHER_APPROVER));
    given(await publish(all, draft, "2026-08-01"));
  });

  it.each([
    { day: "2026-07-09", refused: ["effective-in-the-past at /effectiveFrom"] },
    { day: "2026-07-10", refused: [] },
    { day: "2026-07-32", refused: ["not-a-date at /effectiveFrom"] },
    { day: 20_260_801, refused: ["not-a-date at /effectiveFrom"] },
    {
      day: "2026-07-01",
      refused: ["effective-in-the-past at /effectiveFrom", "version-overlaps at /effectiveFrom"],
    },
  ])("from $day on is refused as $refused", async ({ day, refused }) => {
    const all = await scene();
    expect(refusalOf(await publish(all, await approved(all), day))).toEqual(refused);
  });

  it("goes by the day in the time zone of the policy, not by that of the server", async () => {
    const all = await scene();
    const draft = await approved(all);
    all.clock.now = Date.UTC(2026, 6, 31, 16);
    expect(refusalOf(await publish(all, draft, "2026-07-31"))).toEqual([
      "effective-in-the-past at /effectiveFrom",
    ]);
    given(await publish(all, draft, "2026-08-01"));
  });

  it("numbers two drafts of one policy in the order of publishing, each after the one before", async () => {
    const all = await scene();
    const [first, second] = [await approved(all, 0.4), await approved(all, 0.3)];
    given(await publish(all, second, "2026-08-01"));
    const clash = await publish(all, first, "2026-08-01");
    expect(refusalOf(clash)).toEqual(["version-overlaps at /effectiveFrom"]);
    expect(wordsOf(clash)[0]).toContain("version 3 of `complaint-fines` is in force from `2026-08-01`");
    expect(given(await publish(all, first, "2026-08-02")).version.version).toBe(4);
  });

  it("is refused where another draft of the same content was faster", async () => {
    const all = await scene();
    const [first, second] = [await approved(all, 0.4), await approved(all, 0.4)];
    given(await publish(all, first, "2026-08-01"));
    expect(refusalOf(await publish(all, second, "2026-09-01"))).toEqual(["nothing-changed"]);
  });

  it("restores an old version as the newest one", async () => {
    const all = await scene();
    const body = { policy: "complaint-fines", from: 1 };
    const { draft } = given(await createDraft(all.context, { actor: AUTHOR, body }));
    given(await submitDraft(all.context, { actor: AUTHOR, id: draft.id, revision: 1 }));
    given(await approve(all, draft));
    given(await publish(all, draft, "2026-08-01"));
    const restored = given((await all.context.rulebook()).version("complaint-fines", 3)).version.policy;
    const original = given((await all.context.rulebook()).version("complaint-fines", 1)).version.policy;
    expect(approvedHash({ ...restored })).toBe(approvedHash({ ...original }));
  });

  it("is refused where the rules that the draft stands on have changed so that it has errors", async () => {
    const { store, again } = await open();
    const all = await sceneOver(store);
    const { id, document } = await newDraft(all);
    const body = { label: "under the guard", document: { ...document, guards: ["cn"] } };
    given(await saveDraft(all.context, { actor: AUTHOR, id, revision: 1, body }));
    const { draft } = given(await submitDraft(all.context, { actor: AUTHOR, id, revision: 2 }));
    given(await approve(all, draft));
    const other = processOver(await again());
    const guards = FILES.guards.map(({ path, text }) => ({ path, text: text.replace('"CNY"', '"EUR"') }));
    expect(await takeInRules(other.context, { ...FILES, guards })).toMatchObject({ guards: 1 });
    expect(refusalOf(await publish(all, draft, "2026-08-01"))).toEqual(["draft-has-errors at /guards/0"]);
  });
});

onBothDatabases("versions", (open) => {
  it("are scheduled, then in force, then superseded, by their days alone", async () => {
    const all = await sceneOver((await open()).store);
    given(await publish(all, await approved(all), "2026-08-01"));
    const states = async () =>
      given(await listVersions(all.context, { policy: "complaint-fines" })).versions.map(
        ({ state, effectiveUntil }) => `${state} ${effectiveUntil}`,
      );
    expect(await states()).toEqual(["superseded 2026-06-30", "in-force 2026-07-31", "scheduled null"]);
    all.clock.now = Date.UTC(2026, 6, 31, 16);
    expect(await states()).toEqual(["superseded 2026-06-30", "superseded 2026-07-31", "in-force null"]);
    expect(refusalOf(await listVersions(all.context, { policy: "nothing" }))).toEqual(["unknown-policy"]);
  });

  it("are exported with the text and the hash that they have", async () => {
    const all = await sceneOver((await open()).store);
    const file = given(await exportVersion(all.context, { policy: "complaint-fines", version: 2 }));
    expect(file).toMatchObject({ fileName: "complaint-fines-v2.json", text: FILES.policies[1]?.text });
    const { version } = given(await publish(all, await approved(all), "2026-08-01"));
    const newest = given(await exportVersion(all.context, { policy: "complaint-fines" }));
    const parsed = parseJson(newest.text);
    if ("problems" in parsed) throw new Error("the export is not JSON");
    expect([contentHash(parsed.value), newest.hash]).toEqual([version.hash, version.hash]);
    expect(refusalOf(await exportVersion(all.context, { policy: "complaint-fines", version: 9 }))).toEqual([
      "unknown-version",
    ]);
  });

  it("published by one process are decided under by another", async () => {
    const { store, again } = await open();
    const [one, other] = [await sceneOver(store), processOver(await again())];
    expect(refusalOf((await other.context.rulebook()).version("complaint-fines", 3))).toEqual([
      "unknown-version",
    ]);
    given(await publish(one, await approved(one), "2026-08-01"));
    expect(given((await other.context.rulebook()).version("complaint-fines", 3)).effectiveUntil).toBeNull();
  });

  it("are loaded as they were recorded, upon the calendar and the guards of the time", async () => {
    const { store } = await open();
    const all = await sceneOver(store);
    const before = given((await all.context.rulebook()).version("complaint-fines", 2)).loaded;
    const calendars = FILES.calendars.map(({ path, text }) => ({
      path,
      text: JSON.stringify({ ...(JSON.parse(text) as object), source: "elsewhere" }),
    }));
    await takeInRules(all.context, { ...FILES, calendars });
    const recorded = recordedVersions(store);
    const ground = { policy: before.version, calendar: before.calendar, guards: [] };
    const found = await recorded(ground);
    if (!("loaded" in found)) throw new Error("the version was not found");
    expect([found.loaded.version.hash, found.loaded.calendar.hash]).toEqual([
      before.version.hash,
      before.calendar.hash,
    ]);
    const lost = { ...ground, calendar: { hash: "0".repeat(64) } };
    expect(await recorded(lost)).toMatchObject({ missing: [{ kind: "calendar", hash: "0".repeat(64) }] });
  });

  it("that were altered in the database are not decided under", async () => {
    const { store, again } = await open();
    await sceneOver(store);
    await alter(store);
    const rulebook = await processOver(await again()).context.rulebook();
    expect(refusalOf(rulebook.version("complaint-fines", 2))).toEqual(["policy-not-usable"]);
  });

  it("stay what they were for whoever reads the draft they came of", async () => {
    const all = await sceneOver((await open()).store);
    const draft = await approved(all);
    given(await publish(all, draft, "2026-08-01"));
    const read = given(await readDraft(all.context, { actor: AUTHOR, id: draft.id })).draft;
    expect(read).toMatchObject({ state: "published", newestVersion: 3, document: draft.document });
  });
});

/** Changes what is stored behind the back of the service, as somebody with the file in their hands could. */
async function alter(store: Store): Promise<void> {
  const of = store.dialect === "postgres" ? sql` on versions` : sql``;
  await store.write(async (tx) => {
    await sql`drop trigger versions_append_only_update${of}`.execute(tx);
    await sql`update versions set document = replace(document, '0.5', '0.6') where version = 2`.execute(tx);
  });
}
