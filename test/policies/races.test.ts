import { setTimeout as pause } from "node:timers/promises";
import { type Actor, contentHash } from "@evenhand/domain";
import {
  type DraftView,
  approvedHash,
  publishDraft,
  readDraft,
  reviewDraft,
  saveDraft,
  submitDraft,
} from "@evenhand/service";
import {
  type Store,
  draftEditors,
  insertVersion,
  listVersions,
  reviewsOf,
  versionRow,
} from "@evenhand/store";
import { expect, it } from "vitest";
import { onBothDatabases } from "../support/databases.ts";
import {
  APPROVER,
  AUTHOR,
  OTHER_APPROVER,
  type Scene,
  approved,
  given,
  newDraft,
  processOver,
  refusalOf,
  sceneOver,
  submitted,
  withCap,
} from "./scene.ts";

type Document = Readonly<Record<string, unknown>>;

/** Versions that came of a draft and whose content nobody but its editors approved. */
async function unapproved(store: Store): Promise<readonly string[]> {
  return store.read(async (db) => {
    const found: string[] = [];
    for (const { policy_id: policyId, version, draft_id: draftId } of await listVersions(db)) {
      if (draftId === null) continue;
      const document = (await versionRow(db, { policyId, version }))?.document ?? "{}";
      const hash = approvedHash(JSON.parse(document) as Document);
      const editors = (await draftEditors(db, draftId)).map(({ person }) => person);
      const approvals = (await reviewsOf(db, draftId)).filter(
        ({ verdict, content_hash, reviewer_person }) =>
          verdict === "approved" && content_hash === hash && !editors.includes(reviewer_person),
      );
      if (approvals.length === 0) found.push(`${policyId}@${version}`);
    }
    return found;
  });
}

const ROUNDS = 20;

function dayOf(round: number): string {
  return `2027-01-${String(round + 1).padStart(2, "0")}`;
}

async function revisionOf({ context }: Scene, { id }: DraftView): Promise<number> {
  return given(await readDraft(context, { actor: AUTHOR, id })).draft.revision;
}

/** Everything that can happen to a draft in review, at the same moment and in either process. */
async function everythingAtOnce(
  processes: readonly [Scene, Scene],
  draft: DraftView,
  round: number,
): Promise<readonly string[]> {
  const [one, other] = processes;
  const { id, contentHash: hash, document, revision } = draft;
  const approval = { verdict: "approved", contentHash: hash };
  const edit = { label: "meanwhile", document: withCap(document, (90 - round) / 100) };
  const publication = { effectiveFrom: dayOf(round) };
  const resubmit = async (scene: Scene) =>
    submitDraft(scene.context, { actor: AUTHOR, id, revision: await revisionOf(scene, draft) });
  const publish = async ({ context }: Scene, actor: Actor) =>
    publishDraft(context, { actor, id, body: publication });
  const save = async () => saveDraft(one.context, { actor: AUTHOR, id, revision, body: edit });
  const approved = reviewDraft(one.context, { actor: APPROVER, id, body: approval });
  const published = approved.then(() => publish(one, APPROVER));
  // The edit comes first, sooner or later, or last: so it meets each of the others somewhere on their way.
  const turns = [save, () => pause(5).then(save), () => approved.then(save), () => published.then(save)];
  const edited = turns[round % turns.length] ?? save;
  const results = await Promise.all([
    edited(),
    published,
    resubmit(other),
    reviewDraft(other.context, { actor: OTHER_APPROVER, id, body: approval }),
    publish(other, OTHER_APPROVER),
  ]);
  return results.flatMap(refusalOf);
}

onBothDatabases("approving, editing and publishing at once", (open) => {
  it("never publishes what was not approved", async () => {
    const { store, again } = await open();
    const processes = [await sceneOver(store), processOver(await again())] as const;
    const refused = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const draft = await submitted(processes[0], (20 + round) / 100);
      for (const refusal of await everythingAtOnce(processes, draft, round)) refused.add(refusal);
    }
    expect(await unapproved(store)).toEqual([]);
    const published = (await store.read((db) => listVersions(db))).length - 2;
    expect(published).toBeGreaterThan(0);
    expect(published).toBeLessThan(ROUNDS);
    // Whoever comes too late is told so; nobody is told anything else.
    const expected = ["edited-meanwhile", "wrong-state", "same-decider"];
    expect([...refused].filter((code) => !expected.includes(code))).toEqual([]);
    expect(refused.size).toBeGreaterThan(0);
  });

  it("would be seen to have published what was not approved", async () => {
    const { store } = await open();
    const scene = await sceneOver(store);
    const draft = await approved(scene);
    const document = { ...withCap(draft.document, 0.99), version: 3, effectiveFrom: "2026-08-01" };
    await store.write((tx) =>
      insertVersion(tx, {
        policy_id: "complaint-fines",
        version: 3,
        hash: contentHash(document),
        document: JSON.stringify(document),
        effective_from: "2026-08-01",
        draft_id: draft.id,
        published_at: 1,
        published_by: "user:user-E2001",
      }),
    );
    expect(await unapproved(store)).toEqual(["complaint-fines@3"]);
  });

  it("gives two publications at the same moment two numbers, or refuses the later one", async () => {
    const { store, again } = await open();
    const [one, other] = [await sceneOver(store), processOver(await again())];
    const [first, second] = [await approved(one, 0.4), await approved(one, 0.3)];
    const results = await Promise.all([
      publishDraft(one.context, { actor: APPROVER, id: first.id, body: { effectiveFrom: "2026-08-01" } }),
      publishDraft(other.context, { actor: APPROVER, id: second.id, body: { effectiveFrom: "2026-08-02" } }),
    ]);
    const versions = await store.read((db) => listVersions(db, "complaint-fines"));
    const days = versions.map(({ effective_from }) => effective_from);
    expect(days).toEqual(days.toSorted());
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
    const refused = results.flatMap(refusalOf);
    expect([refused.length, versions.length]).toEqual(refused.length === 0 ? [0, 4] : [1, 3]);
  });

  it("keeps exactly one of many edits of one revision", async () => {
    const { store, again } = await open();
    const processes = [await sceneOver(store), processOver(await again())] as const;
    const { id, document } = await newDraft(processes[0]);
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        saveDraft(processes[index % 2 === 0 ? 0 : 1].context, {
          actor: AUTHOR,
          id,
          revision: 1,
          body: { label: `edit ${index}`, document: withCap(document, (10 + index) / 100) },
        }),
      ),
    );
    expect(results.flatMap(refusalOf)).toEqual(Array.from({ length: 11 }, () => "edited-meanwhile"));
    expect((await readDraft(processes[0].context, { actor: AUTHOR, id })) as object).toMatchObject({
      draft: { revision: 2 },
    });
  });
});
