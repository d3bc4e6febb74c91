import { type Actor, canonicalJson, pointer } from "@evenhand/domain";
import {
  type Db,
  appendAuditEvent,
  draftEditors,
  draftRevision,
  insertDraftRevision,
  newestAfter,
  updateDraft,
  versionRow,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { withNames } from "../pseudonyms/open-for.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import { type DraftAtHand, lockedDraft, requireRevision, requireState } from "./draft-at-hand.ts";
import type { DraftStanding, DraftView } from "./draft-view.ts";
import { documentText } from "./policy-document.ts";
import { readDraftEdit } from "./read-asks.ts";
import { readDraft, readStanding } from "./read-draft.ts";

type EditAsk = {
  readonly actor: Actor;
  readonly id: string;
  /** The revision that whoever edits has seen; another one refuses the edit. */
  readonly revision: number;
};

/**
 * Puts a whole document in place of the one there was, under a label; the document may be wrong in any way. The same
 * document again changes nothing, unless it now takes account of a newer version: that one counts as what the draft began
 * as from then on, whatever is undone. INVARIANT: any other edit, undoing and redoing included, takes a draft out of review
 * and its approvals with it.
 */
export async function saveDraft(
  context: ServiceContext,
  { actor, id, revision, body }: EditAsk & { readonly body: unknown },
): Promise<{ readonly standing: DraftStanding } | RefusedAsk> {
  const edit = readDraftEdit(body);
  if ("refusal" in edit) return edit;
  const saved = await changeDraft(context, { actor, id, revision }, async (tx, edited) => {
    const { draft } = edited;
    const base = await newerBase(tx, draft, edit.base);
    if (base === undefined && canonicalJson(draft.document) === canonicalJson(edit.document))
      return undefined;
    const next = draft.row.last_revision + 1;
    await insertRevision(tx, edited, {
      revision: next,
      parent: draft.row.revision,
      label: edit.label,
      document: documentText(edit.document),
    });
    return { revision: next, last: next, ...(base === undefined ? {} : { base }) };
  });
  return "refusal" in saved ? saved : readStanding(context, { actor, id });
}

/** @throws AskRefused as `unknown-value`, where there is no such version that a draft could take account of */
async function newerBase(
  tx: Db,
  { row }: DraftAtHand,
  base: number | undefined,
): Promise<number | undefined> {
  if (base === undefined || base === row.base_version) return undefined;
  const newest = (await versionRow(tx, { policyId: row.policy_id }))?.version;
  if (base === newest && base > (row.base_version ?? 0)) return base;
  throw new AskRefused({
    code: "unknown-value",
    at: pointer("base"),
    message: {
      en: `version \`${base}\` is not a newer version that this draft could take account of`,
      zh: `第\`${base}\`版不是本草案可据以更新的较新版本`,
    },
    help: { en: "send the draft's `newestVersion`", zh: "请发送草案的`newestVersion`" },
  });
}

/** Goes back to the revision that the one that counts was made of. */
export async function undoDraft(
  context: ServiceContext,
  ask: EditAsk,
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const undone = await changeDraft(context, ask, async (tx, edited) => {
    const { row, current } = edited.draft;
    if (current.parent === null) throw new AskRefused(NOTHING_TO_UNDO);
    if (await isEditor(tx, edited)) return { revision: current.parent, last: row.last_revision };
    // INVARIANT: whoever chose the content that counts is one of its editors. Copies of both revisions say so, and leave
    // what was undone to be redone.
    const [back, again] = [row.last_revision + 1, row.last_revision + 2];
    const before = await revisionOf(tx, edited, current.parent);
    await insertRevision(tx, edited, { ...before, revision: back });
    await insertRevision(tx, edited, { ...current, revision: again, parent: back });
    return { revision: back, last: again };
  });
  return "refusal" in undone ? undone : readDraft(context, ask);
}

/** Goes on to the newest revision that was made of the one that counts. */
export async function redoDraft(
  context: ServiceContext,
  ask: EditAsk,
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const redone = await changeDraft(context, ask, async (tx, edited) => {
    const { row } = edited.draft;
    const next = await newestAfter(tx, { draftId: row.id, revision: row.revision });
    if (!next) throw new AskRefused(NOTHING_TO_REDO);
    if (await isEditor(tx, edited)) return { revision: next.revision, last: row.last_revision };
    const copy = row.last_revision + 1;
    await insertRevision(tx, edited, {
      ...(await revisionOf(tx, edited, next.revision)),
      revision: copy,
    });
    return { revision: copy, last: copy };
  });
  return "refusal" in redone ? redone : readDraft(context, ask);
}

/** An edit under way, the draft held until it is done. */
type Edited = { readonly draft: DraftAtHand; readonly editor: ActingPerson; readonly at: number };

/** Which revision counts after an edit, and which one is the newest; nothing where nothing is changed. */
type Moved = { readonly revision: number; readonly last: number; readonly base?: number } | undefined;

async function changeDraft(
  context: ServiceContext,
  { actor, id, revision }: EditAsk,
  work: (tx: Db, edited: Edited) => Promise<Moved>,
): Promise<{ readonly done: true } | RefusedAsk> {
  const editor = await actingPerson(context, actor);
  if ("refusal" in editor) return editor;
  const changed = await orRefused(() =>
    context.store.write(async (tx) => {
      const at = context.now();
      const draft = await lockedDraft(tx, id);
      requireState(draft, "draft", "in-review", "approved");
      requireRevision(draft, { revision, by: editor });
      const moved = await work(tx, { draft, editor, at });
      if (!moved) return { done: true as const };
      const { row, contentHash } = draft;
      await updateDraft(tx, id, {
        state: "draft",
        revision: moved.revision,
        last_revision: moved.last,
        changed_at: at,
        ...(moved.base === undefined ? {} : { base_version: moved.base }),
      });
      if (row.state !== "draft")
        await appendAuditEvent(tx, {
          at,
          actor,
          action: "draft.reopened",
          object: { kind: "draft", id },
          before: { state: row.state, contentHash },
          after: { state: "draft" },
        });
      return { done: true as const };
    }),
  );
  return withNames(context, actor, changed);
}

async function isEditor(tx: Db, { draft, editor }: Edited): Promise<boolean> {
  return (await draftEditors(tx, draft.row.id)).some(({ person }) => person === editor.person);
}

type Content = {
  readonly revision: number;
  readonly parent: number | null;
  readonly label: string;
  readonly document: string;
};

async function revisionOf(tx: Db, { draft }: Edited, revision: number): Promise<Content> {
  const found = await draftRevision(tx, { draftId: draft.row.id, revision });
  if (!found) throw new Error(`draft ${draft.row.id} has no revision ${revision}`);
  return found;
}

async function insertRevision(
  tx: Db,
  { draft, editor, at }: Edited,
  { revision, parent, label, document }: Content,
): Promise<void> {
  await insertDraftRevision(tx, {
    draft_id: draft.row.id,
    revision,
    parent,
    label,
    document,
    editor: editor.account,
    editor_person: editor.person,
    at,
  });
}

const NOTHING_TO_UNDO: SentProblem = {
  code: "wrong-state",
  at: "",
  message: { en: "there is nothing to undo", zh: "没有可撤销的修改" },
};

const NOTHING_TO_REDO: SentProblem = {
  code: "wrong-state",
  at: "",
  message: { en: "there is nothing to redo", zh: "没有可恢复的修改" },
};
