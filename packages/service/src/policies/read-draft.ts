import type { Actor } from "@evenhand/domain";
import { type DraftState, draftRevisions, listDrafts as listDraftRows, openThreadsOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { type RefusedAsk, orRefused } from "../refused.ts";
import { draftAtHand } from "./draft-at-hand.ts";
import {
  type Doer,
  type DraftStanding,
  type DraftView,
  doersFor,
  draftStanding,
  draftView,
  moment,
} from "./draft-view.ts";

type DraftAsk = { readonly actor: Actor; readonly id: string };

/** A draft with its document, what is wrong with it, who wrote it, and what was said of it. */
export async function readDraft(
  context: ServiceContext,
  { actor, id }: DraftAsk,
): Promise<{ readonly draft: DraftView } | RefusedAsk> {
  const rulebook = await context.rulebook();
  return orRefused(() =>
    context.store.read(async (db) => ({
      draft: await draftView(db, await draftAtHand(db, id), { actor, rulebook }),
    })),
  );
}

/** The same without the document: what changes with every edit. */
export async function readStanding(
  context: ServiceContext,
  { actor, id }: DraftAsk,
): Promise<{ readonly standing: DraftStanding } | RefusedAsk> {
  const rulebook = await context.rulebook();
  return orRefused(() =>
    context.store.read(async (db) => ({
      standing: await draftStanding(db, await draftAtHand(db, id), { actor, rulebook }),
    })),
  );
}

/** One revision of a draft; `parent` is what undoing it goes back to. */
export type RevisionView = {
  readonly revision: number;
  readonly parent: number | null;
  readonly label: string;
  readonly by: Doer;
  readonly at: string;
};

/** Every revision that a draft ever had, oldest first, and the one that counts. */
export async function draftHistory(
  context: ServiceContext,
  { actor, id }: DraftAsk,
): Promise<{ readonly revision: number; readonly revisions: readonly RevisionView[] } | RefusedAsk> {
  return orRefused(() =>
    context.store.read(async (db) => {
      const { row } = await draftAtHand(db, id);
      const revisions = await draftRevisions(db, id);
      const doer = await doersFor(
        db,
        actor,
        revisions.map(({ editor_person }) => editor_person),
      );
      return {
        revision: row.revision,
        revisions: revisions.map(({ revision, parent, label, editor, editor_person, at }) => ({
          revision,
          parent,
          label,
          by: doer(editor, editor_person),
          at: moment(at),
        })),
      };
    }),
  );
}

/** A draft as a list of drafts shows it. */
export type DraftSummary = Pick<DraftStanding, "id" | "policy" | "baseVersion" | "state" | "revision"> & {
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  /** How many threads of comments nobody has settled. */
  readonly openThreads: number;
};

const PAGE = 100;

/** Drafts, the newest first, a hundred at a time; `next` is where the following ones begin, null where there are none. */
export async function listDrafts(
  { store }: Pick<ServiceContext, "store">,
  asked: {
    readonly policy?: string;
    readonly states?: readonly DraftState[];
    /** The `next` of the page before. */
    readonly before?: string;
  },
): Promise<{ readonly drafts: readonly DraftSummary[]; readonly next: string | null }> {
  const { policy, states, before } = asked;
  const { rows, open } = await store.read(async (db) => {
    const listed = await listDraftRows(db, {
      ...(policy === undefined ? {} : { policyId: policy }),
      ...(states === undefined ? {} : { states }),
      ...(before === undefined ? {} : { before }),
      limit: PAGE + 1,
    });
    return {
      rows: listed,
      open: await openThreadsOf(
        db,
        listed.map(({ id }) => id),
      ),
    };
  });
  const page = rows.slice(0, PAGE);
  return {
    drafts: page.map((row) => ({
      id: row.id,
      policy: row.policy_id,
      baseVersion: row.base_version,
      state: row.state,
      revision: row.revision,
      createdAt: moment(row.created_at),
      createdBy: row.created_by,
      changedAt: moment(row.changed_at),
      openThreads: open.get(row.id) ?? 0,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
