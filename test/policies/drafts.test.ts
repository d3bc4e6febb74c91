import {
  createDraft,
  diffDraft,
  draftHistory,
  listDrafts,
  readDraft,
  readDraftAloud,
  redoDraft,
  saveDraft,
  undoDraft,
  withdrawDraft,
} from "@evenhand/service";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import {
  AUTHOR,
  OTHER_AUTHOR,
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

onBothDatabases("a draft", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it("begins as a copy of the newest version, with the next number and no errors", async () => {
    const draft = await newDraft(await scene());
    expect(draft).toMatchObject({
      policy: "complaint-fines",
      baseVersion: 2,
      newestVersion: 2,
      state: "draft",
      revision: 1,
      undo: null,
      redo: null,
      changedBy: { account: "user:user-E1001", person: "E1001" },
      document: { id: "complaint-fines", version: 3 },
    });
    expect(draft.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("restores the version that is named", async () => {
    const { context } = await scene();
    const made = await createDraft(context, {
      actor: AUTHOR,
      body: { policy: "complaint-fines", from: 1 },
    });
    expect(given(made).draft).toMatchObject({ baseVersion: 1, document: { version: 3 } });
    const diff = given(await diffDraft(context, { id: given(made).draft.id })).diff;
    expect(diff).toMatchObject({ against: { version: 1 }, changes: [] });
  });

  it("of a policy that there is not begins empty, and says what is still to be written", async () => {
    const { context } = await scene();
    const made = given(await createDraft(context, { actor: AUTHOR, body: { policy: "late-parcels" } }));
    expect(made.draft).toMatchObject({
      baseVersion: null,
      newestVersion: null,
      document: { id: "late-parcels", version: 1, calendar: "cn" },
    });
    expect(made.draft.diagnostics.map(({ at }) => at)).toContain("/title/en");
    expect(refusalOf(await diffDraft(context, { id: made.draft.id }))).toEqual([
      "unknown-version at /against",
    ]);
  });

  it("of a name near to that of a policy is only begun where it is said to be new", async () => {
    const { context } = await scene();
    const begin = async (more: object) =>
      createDraft(context, { actor: AUTHOR, body: { policy: "complaint-fine", ...more } });
    const slip = await begin({});
    expect(JSON.stringify(slip)).toContain("did you mean `complaint-fines`?");
    const { draft } = given(await begin({ new: true }));
    expect(draft).toMatchObject({ policy: "complaint-fine", baseVersion: null });
  });

  it.each([
    { body: { policy: "Late Parcels" }, refused: ["wrong-shape at /policy"] },
    { body: { policy: "guards" }, refused: ["wrong-shape at /policy"] },
    { body: { policy: "complaint-fines", from: 9 }, refused: ["unknown-version"] },
    { body: { policy: "late-parcels", from: 1 }, refused: ["unknown-policy"] },
    { body: { policy: "complaint-fine" }, refused: ["unknown-policy at /policy"] },
    { body: { policy: "complaint-fines", new: true }, refused: ["already-there at /new"] },
    { body: { policy: "late-parcels", new: "yes" }, refused: ["wrong-shape at /new"] },
    { body: { policie: "x" }, refused: ["unknown-field at /policie", "missing-field at /policy"] },
    { body: [], refused: ["wrong-shape"] },
  ])("is not made of $body", async ({ body, refused }) => {
    const { context } = await scene();
    expect(refusalOf(await createDraft(context, { actor: AUTHOR, body }))).toEqual(refused);
    expect((await listDrafts(context, {})).drafts).toEqual([]);
  });

  it("is written by people only", async () => {
    const { context } = await scene();
    const key = { kind: "key", id: "k1", scopes: ["evaluate"] } as const;
    expect(
      refusalOf(await createDraft(context, { actor: key, body: { policy: "complaint-fines" } })),
    ).toEqual(["not-allowed"]);
  });

  it("takes whatever is written, however wrong, and tells what is wrong with it", async () => {
    const { context } = await scene();
    const { id } = await newDraft({ context, clock: { now: 0 } });
    const saved = given(
      await saveDraft(context, {
        actor: AUTHOR,
        id,
        revision: 1,
        body: { label: "half a thought", document: { id: "complaint-fines", rules: 7 } },
      }),
    ).standing;
    expect(saved).toMatchObject({ revision: 2, undo: "half a thought" });
    expect(saved.diagnostics.map(({ at }) => at)).toContain("/rules");
    expect(refusalOf(await diffDraft(context, { id }))).toContain("draft-has-errors at /rules");
    expect(refusalOf(await readDraftAloud(context, { id, language: "zh" }))).toContain(
      "draft-has-errors at /rules",
    );
  });

  it("says that a document of another policy is an error", async () => {
    const { context } = await scene();
    const { id, document } = await newDraft({ context, clock: { now: 0 } });
    const body = { label: "renamed", document: { ...document, id: "order-incident" } };
    const { standing } = given(await saveDraft(context, { actor: AUTHOR, id, revision: 1, body }));
    expect(standing.diagnostics).toContainEqual(
      expect.objectContaining({ code: "unknown-value", at: "/id", severity: "error" }),
    );
  });

  it.each([
    { what: "no object", document: [1], refused: ["wrong-shape at /document"] },
    {
      what: "more than 256 KiB",
      document: { notes: Array.from({ length: 200 }, () => "字".repeat(500)) },
      refused: ["too-large at /document"],
    },
    {
      what: "what looks like a pseudonym",
      document: { title: `person-${"0".repeat(64)}` },
      refused: ["wrong-shape at /document"],
    },
  ])("does not take $what", async ({ document, refused }) => {
    const { context } = await scene();
    const { id } = await newDraft({ context, clock: { now: 0 } });
    const body = { label: "x", document };
    expect(refusalOf(await saveDraft(context, { actor: AUTHOR, id, revision: 1, body }))).toEqual(refused);
  });

  it("is not overwritten by somebody who saw an earlier revision, and names who came first", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    await edit(all, draft, { rate: 0.4 });
    const late = await saveDraft(all.context, {
      actor: OTHER_AUTHOR,
      id: draft.id,
      revision: 1,
      body: { label: "late", document: withCap(draft.document, 0.3) },
    });
    expect(refusalOf(late)).toEqual(["edited-meanwhile"]);
    expect(wordsOf(late)).toEqual([
      "what was seen was revision `1`; the draft stands at revision `2` now, written by `E1001`",
    ]);
    const kept = given(await readDraft(all.context, { actor: AUTHOR, id: draft.id })).draft;
    expect(kept).toMatchObject({ revision: 2, document: withCap(draft.document, 0.4) });
  });

  it("says so to whoever is behind their own edit, and to whoever names a revision that never was", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    const late = async (revision: number) =>
      saveDraft(all.context, {
        actor: AUTHOR,
        id: draft.id,
        revision,
        body: { label: "again", document: withCap(draft.document, 0.3) },
      });
    await edit(all, draft, { rate: 0.4 });
    const own = await late(1);
    expect([refusalOf(own), wordsOf(own)]).toEqual([
      ["edited-meanwhile"],
      ["what was seen was revision `1`; the draft stands at revision `2` now, which you wrote yourself"],
    ]);
    const never = await late(7);
    expect([refusalOf(never), wordsOf(never)]).toEqual([
      ["invalid-parameter at /If-Match"],
      ["the draft never had a revision `7`; it stands at revision `2`"],
    ]);
  });

  it("is said to be over rather than edited, to whoever comes with an old revision of one that is", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    await edit(all, draft, { rate: 0.4 });
    given(await withdrawDraft(all.context, { actor: AUTHOR, id: draft.id }));
    const body = { label: "late", document: draft.document };
    const late = await saveDraft(all.context, { actor: OTHER_AUTHOR, id: draft.id, revision: 1, body });
    expect(refusalOf(late)).toEqual(["wrong-state"]);
  });

  it("gains no revision by a document that is the same, in whatever order its fields stand", async () => {
    const all = await scene();
    const { id, document } = await newDraft(all);
    const same = Object.fromEntries(Object.entries(document).toReversed());
    const body = { label: "nothing", document: same };
    const saved = await saveDraft(all.context, { actor: AUTHOR, id, revision: 1, body });
    expect(given(saved).standing).toMatchObject({ revision: 1, undo: null });
  });

  it("says in sentences what it changes, number and day of effect aside", async () => {
    const all = await scene();
    const draft = await newDraft(all);
    await edit(all, draft, { rate: 0.4 });
    const { diff } = given(await diffDraft(all.context, { id: draft.id }));
    expect(diff.against.version).toBe(2);
    expect(diff.changes.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["bonusCapRate", 0.5, 0.4],
    ]);
    const older = given(await diffDraft(all.context, { id: draft.id, against: 1 }));
    expect(older.diff.changes.length).toBeGreaterThan(1);
  });

  it.each(["en", "zh"] as const)("is read out in the language %s", async (language) => {
    const all = await scene();
    const { id, document } = await newDraft(all);
    const { reading } = given(await readDraftAloud(all.context, { id, language }));
    expect(reading.title).toBe((document["title"] as Record<string, string>)[language]);
    expect(reading.sections.length).toBeGreaterThan(5);
  });

  it("that is given up is read and never written again", async () => {
    const all = await scene();
    const { id, document } = await newDraft(all);
    expect(given(await withdrawDraft(all.context, { actor: AUTHOR, id })).draft.state).toBe("withdrawn");
    const body = { label: "again", document: withCap(document, 0.1) };
    expect(refusalOf(await saveDraft(all.context, { actor: AUTHOR, id, revision: 1, body }))).toEqual([
      "wrong-state",
    ]);
    expect(refusalOf(await withdrawDraft(all.context, { actor: AUTHOR, id }))).toEqual(["wrong-state"]);
  });

  it("that there is not is not found, whatever is asked of it", async () => {
    const { context } = await scene();
    const ask = { actor: AUTHOR, id: "draft-none", revision: 1 };
    const body = { label: "x", document: {} };
    for (const result of [
      await readDraft(context, ask),
      await saveDraft(context, { ...ask, body }),
      await undoDraft(context, ask),
      await draftHistory(context, ask),
      await withdrawDraft(context, ask),
    ])
      expect(refusalOf(result)).toEqual(["not-found"]);
  });

  it("is listed by policy and by state, the newest first", async () => {
    const all = await scene();
    const first = await newDraft(all);
    all.clock.now += 1;
    const second = await submitted(all);
    expect((await listDrafts(all.context, {})).drafts.map(({ id }) => id)).toEqual([second.id, first.id]);
    const inReview = await listDrafts(all.context, { states: ["in-review"] });
    expect(inReview).toMatchObject({ drafts: [{ id: second.id }], next: null });
    expect((await listDrafts(all.context, { policy: "order-incident" })).drafts).toEqual([]);
    expect((await listDrafts(all.context, { before: second.id })).drafts.map(({ id }) => id)).toEqual([
      first.id,
    ]);
  });
});

onBothDatabases("undoing", (open) => {
  it("goes back and forth through the edits, and says of each what it was", async () => {
    const scene = await sceneOver((await open()).store);
    const { context } = scene;
    const draft = await newDraft(scene);
    const { id } = draft;
    await edit(scene, draft, { rate: 0.4 });
    await edit(scene, { ...draft, revision: 2 }, { rate: 0.3 });
    const undone = given(await undoDraft(context, { actor: AUTHOR, id, revision: 3 })).draft;
    expect(undone).toMatchObject({ revision: 2, undo: "cap 0.4", redo: "cap 0.3" });
    expect(undone.document).toEqual(withCap(draft.document, 0.4));
    const begun = given(await undoDraft(context, { actor: AUTHOR, id, revision: 2 })).draft;
    expect(begun).toMatchObject({ revision: 1, undo: null, redo: "cap 0.4" });
    expect(refusalOf(await undoDraft(context, { actor: AUTHOR, id, revision: 1 }))).toEqual(["wrong-state"]);
    const redone = given(await redoDraft(context, { actor: AUTHOR, id, revision: 1 })).draft;
    expect(redone).toMatchObject({ revision: 2, redo: "cap 0.3" });
  });

  it("leaves what was undone in the history, and a new edit begins a branch of its own", async () => {
    const scene = await sceneOver((await open()).store);
    const { context } = scene;
    const draft = await newDraft(scene);
    await edit(scene, draft, { rate: 0.4 });
    await undoDraft(context, { actor: AUTHOR, id: draft.id, revision: 2 });
    await edit(scene, draft, { rate: 0.2 });
    const now = given(await readDraft(context, { actor: AUTHOR, id: draft.id })).draft;
    expect(now).toMatchObject({ revision: 3, undo: "cap 0.2", redo: null });
    const { revisions } = given(await draftHistory(context, { actor: AUTHOR, id: draft.id }));
    expect(revisions.map(({ revision, parent, label }) => [revision, parent, label])).toEqual([
      [1, null, "v2"],
      [2, 1, "cap 0.4"],
      [3, 1, "cap 0.2"],
    ]);
  });

  it("still works after the service was stopped and started", async () => {
    const { store, again } = await open();
    const before = await sceneOver(store);
    const draft = await newDraft(before);
    await edit(before, draft, { rate: 0.4 });
    await store.close();
    const { context } = processOver(await again());
    const undone = given(await undoDraft(context, { actor: AUTHOR, id: draft.id, revision: 2 })).draft;
    expect(undone).toMatchObject({ revision: 1, redo: "cap 0.4", document: draft.document });
    const redone = given(await redoDraft(context, { actor: AUTHOR, id: draft.id, revision: 1 })).draft;
    expect(redone.document).toEqual(withCap(draft.document, 0.4));
  });

  it("makes whoever undoes or redoes an editor, and leaves what was undone to be redone", async () => {
    const scene = await sceneOver((await open()).store);
    const { context } = scene;
    const draft = await newDraft(scene);
    await edit(scene, draft, { rate: 0.4 });
    const actor = somebody("E1009", ["author", "approver"]);
    const undone = given(await undoDraft(context, { actor, id: draft.id, revision: 2 })).draft;
    expect(undone).toMatchObject({ document: draft.document, undo: null, redo: "cap 0.4" });
    expect(undone.editors.map(({ person }) => person)).toEqual(["E1001", "E1009"]);
    const redone = given(
      await redoDraft(context, { actor: OTHER_AUTHOR, id: draft.id, revision: undone.revision }),
    ).draft;
    expect(redone.document).toEqual(withCap(draft.document, 0.4));
    expect(redone).toMatchObject({ undo: "cap 0.4" });
    expect(redone.editors.map(({ person }) => person)).toEqual(["E1001", "E1002", "E1009"]);
  });

  it("shows an auditor accounts and no staff numbers", async () => {
    const scene = await sceneOver((await open()).store);
    const { id } = await newDraft(scene);
    const seen = await readDraft(scene.context, { actor: somebody("E3001", ["auditor"]), id });
    expect(given(seen).draft.editors).toEqual([{ account: "user:user-E1001" }]);
  });
});
