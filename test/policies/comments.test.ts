import {
  MOST_COMMENTS,
  type ThreadView,
  addComment,
  erasePerson,
  listDrafts,
  readComments,
  readDraft,
  resolveThread,
  sequenceLog,
  verifyStore,
  withdrawDraft,
} from "@evenhand/service";
import { verifierKeyOf } from "@evenhand/evidence";
import { draftCommentsOf, insertDraftComment, listAuditEvents } from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import {
  APPROVER,
  AUTHOR,
  OTHER_APPROVER,
  type Scene,
  approve,
  edit,
  given,
  newDraft,
  refusalOf,
  sceneOver,
  somebody,
  submitted,
} from "./scene.ts";

const ABOUT = "parameter/bonusCapRate";
const AUDITOR = somebody("E3001", ["auditor"]);
const ADMIN = somebody("E9001", ["admin"]);

async function asked(scene: Scene, id: string, text = "why 40 %?"): Promise<ThreadView> {
  const body = { about: ABOUT, text };
  const said = given(await addComment(scene.context, { actor: APPROVER, id, body }));
  const last = said.threads.at(-1);
  if (!last) throw new Error("no thread was begun");
  return last;
}

const shown = ({ about, comments, resolved }: ThreadView) => ({
  about,
  said: comments.map(({ by, text }) => [by.person, text]),
  resolvedBy: resolved?.by.person ?? null,
});

onBothDatabases("what is said of a change", (open) => {
  const scene = async () => sceneOver((await open()).store);

  it("is a thread: who, when, what, until somebody settles it; whoever answers opens it again", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    const { id: thread } = await asked(all, id);
    const answer = (text: string) => addComment(all.context, { actor: AUTHOR, id, body: { thread, text } });
    given(await answer("board minutes 2026-09"));
    const settled = given(await resolveThread(all.context, { actor: APPROVER, id, thread }));
    expect(settled.threads.map(shown)).toEqual([
      {
        about: ABOUT,
        said: [
          ["E2001", "why 40 %?"],
          ["E1001", "board minutes 2026-09"],
        ],
        resolvedBy: "E2001",
      },
    ]);
    const again = given(await resolveThread(all.context, { actor: AUTHOR, id, thread }));
    expect(again).toEqual(settled);
    expect(given(await answer("and the one before")).threads[0]?.resolved).toBeNull();
  });

  it("is counted in the list of drafts while nobody has settled it", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    const open = async () => {
      const { drafts } = await listDrafts(all.context, {});
      return drafts.find((draft) => draft.id === id)?.openThreads;
    };
    expect(await open()).toBe(0);
    const { id: thread } = await asked(all, id);
    await asked(all, id, "and since when?");
    expect(await open()).toBe(2);
    given(await resolveThread(all.context, { actor: APPROVER, id, thread }));
    expect(await open()).toBe(1);
    given(await addComment(all.context, { actor: AUTHOR, id, body: { thread, text: "board minutes" } }));
    expect(await open()).toBe(2);
  });

  it("stays while the draft is edited, and says of which content it was said", async () => {
    const all = await scene();
    const draft = await submitted(all);
    await asked(all, draft.id);
    await edit(all, draft, { rate: 0.3 });
    const { threads } = given(await readComments(all.context, { actor: AUTHOR, id: draft.id }));
    expect(threads[0]?.comments[0]?.contentHash).toBe(draft.contentHash);
    const now = given(await readDraft(all.context, { actor: AUTHOR, id: draft.id })).draft;
    expect(now.contentHash).not.toBe(draft.contentHash);
  });

  it("makes nobody an editor: who asked may approve", async () => {
    const all = await scene();
    const draft = await submitted(all);
    await asked(all, draft.id);
    expect(given(await approve(all, draft)).draft.state).toBe("approved");
  });

  it("has an end: 500 comments of one draft, of which threads can still be settled", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    const { id: thread } = await asked(all, id);
    await all.context.store.write(async (tx) => {
      const [first] = await draftCommentsOf(tx, id);
      if (!first) throw new Error("nothing was said");
      const { sequence: _, ...copied } = first;
      for (let count = 1; count < MOST_COMMENTS - 1; count += 1)
        await insertDraftComment(tx, { ...copied, id: `com-${String(count).padStart(26, "0")}` });
    });
    const answer = () =>
      addComment(all.context, { actor: AUTHOR, id, body: { thread, text: "and the one before" } });
    given(await answer());
    expect(refusalOf(await answer())).toEqual(["too-many"]);
    const settled = given(await resolveThread(all.context, { actor: APPROVER, id, thread }));
    expect(settled.threads[0]?.resolved).not.toBeNull();
  });

  it("is no answer to a thread that the draft does not have", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    const { id: elsewhere } = await asked(all, (await submitted(all)).id);
    for (const thread of [elsewhere, "com-none", "com-\u0000"]) {
      const body = { thread, text: "why?" };
      expect(refusalOf(await addComment(all.context, { actor: AUTHOR, id, body }))).not.toEqual([]);
      expect(refusalOf(await resolveThread(all.context, { actor: AUTHOR, id, thread }))).toEqual([
        "unknown-value at /thread",
      ]);
    }
  });

  it("stands in the log without its text, under whose commitment it is verified", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    await asked(all, id, "E2002 wanted 30 %");
    const { store, signer } = all.context;
    const events = await store.read((db) => listAuditEvents(db, { limit: 50 }));
    const told = events.filter(({ action }) => action === "draft.commented");
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain("30 %");
    await sequenceLog(all.context);
    const verified = await verifyStore(store, { vkey: verifierKeyOf(signer), most: 5 });
    expect(verified.problems).toEqual([]);
  });

  it("loses its text where it names somebody who is erased, and nothing else", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    given(
      await addComment(all.context, {
        actor: OTHER_APPROVER,
        id,
        body: { about: ABOUT, text: "ask somebody else" },
      }),
    );
    await asked(all, id, "E2002 wanted 30 %");
    given(
      await erasePerson(all.context, { actor: ADMIN, staffId: "E2002", body: { reason: "asked for it" } }),
    );
    const { threads } = given(await readComments(all.context, { actor: AUTHOR, id }));
    expect(threads.map(shown).map(({ said }) => said)).toEqual([
      [[undefined, "ask somebody else"]],
      [["E2001", undefined]],
    ]);
  });

  it("shows an auditor what was said and the account, and not the staff number", async () => {
    const all = await scene();
    const { id } = await submitted(all);
    await asked(all, id);
    const { threads } = given(await readComments(all.context, { actor: AUDITOR, id }));
    expect(threads[0]?.comments[0]?.by).toEqual({ account: "user:user-E2001" });
  });

  it("is refused of nothing, of a thread that there is not, and of a draft that was given up", async () => {
    const all = await scene();
    const { id } = await newDraft(all);
    const say = (body: object) => addComment(all.context, { actor: AUTHOR, id, body });
    expect(refusalOf(await say({ text: "why?" }))).toEqual(["missing-field at /about"]);
    expect(refusalOf(await say({ text: "why?", about: ABOUT, thread: "com-1" }))).toEqual([
      "missing-field at /about",
    ]);
    expect(refusalOf(await say({ text: "why?", about: "the cap" }))).toEqual(["wrong-shape at /about"]);
    expect(refusalOf(await say({ text: "why?", thread: "com-1" }))).toEqual(["unknown-value at /thread"]);
    given(await withdrawDraft(all.context, { actor: AUTHOR, id }));
    expect(refusalOf(await say({ text: "why?", about: ABOUT }))).toEqual(["wrong-state"]);
  });
});
