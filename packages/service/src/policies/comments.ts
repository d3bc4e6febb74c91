import { type Actor, quote } from "@evenhand/domain";
import {
  type Db,
  type DraftCommentRow,
  appendAuditEvent,
  countDraftComments,
  draftCommentsOf,
  draftThread,
  insertDraftComment,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { newId } from "../identity/new-id.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { keepText } from "../pseudonyms/keep-text.ts";
import { AskRefused, type RefusedAsk, orRefused } from "../refused.ts";
import { type ActingPerson, actingPerson } from "./acting-person.ts";
import { type DraftAtHand, draftAtHand, lockedDraft, requireState } from "./draft-at-hand.ts";
import { type Doer, doersFor, moment } from "./draft-view.ts";
import { readNewComment } from "./read-comment.ts";
import { openReasons } from "./sealed-reason.ts";

export type CommentView = {
  readonly id: string;
  readonly by: Doer;
  readonly at: string;
  /** The content of the draft that it was said of. */
  readonly contentHash: string;
  /** Absent where it was erased, since it named somebody who was. */
  readonly text?: string;
};

/** What was said of one change, in order. */
export type ThreadView = {
  readonly id: string;
  /** What the change is of, such as `parameter/bonusCapRate`: it outlives edits and places in lists. */
  readonly about: string;
  readonly comments: readonly CommentView[];
  /** Who settled it, and when; null while it is open. Whoever answers opens it again. */
  readonly resolved: { readonly by: Doer; readonly at: string } | null;
};

/** Comments of one draft. Marks that settle a thread do not count: there are never more of them than of comments. */
export const MOST_COMMENTS = 500;

type CommentsAsk = { readonly actor: Actor; readonly id: string };
type Answer = { readonly threads: readonly ThreadView[] };

/** Every thread of a draft, in the order in which they began. */
export async function readComments(
  { store }: Pick<ServiceContext, "store">,
  { actor, id }: CommentsAsk,
): Promise<Answer | RefusedAsk> {
  return orRefused(() =>
    store.read(async (db) => {
      await draftAtHand(db, id);
      return { threads: await threadsOf(db, id, actor) };
    }),
  );
}

/**
 * Says something of a change of a draft, or answers what was said of it. It hangs on what the change is of, so that it
 * stays while the draft is edited. Who comments does not become an editor; what was said is kept apart from the log, which
 * has the commitment to it, so that it can be erased.
 */
export async function addComment(
  context: ServiceContext,
  { actor, id, body }: CommentsAsk & { readonly body: unknown },
): Promise<Answer | RefusedAsk> {
  const said = readNewComment(body);
  if ("refusal" in said) return said;
  return changeComments(context, { actor, id }, async (tx, { draft, author }) => {
    await requireRoom(tx, id);
    const [comment, at] = [newId(context, "comment"), context.now()];
    const begun =
      "thread" in said ? await threadAt(tx, id, said.thread) : { thread: comment, about: said.about };
    const text = await keepText(context, tx, { value: said.text, objectId: id });
    await keep(tx, { ...begun, draft, author, actor, at, comment, text });
  });
}

/** Settles a thread; one that is settled stays as it is. */
export async function resolveThread(
  context: ServiceContext,
  { actor, id, thread }: CommentsAsk & { readonly thread: string },
): Promise<Answer | RefusedAsk> {
  return changeComments(context, { actor, id }, async (tx, { draft, author }) => {
    const begun = await threadAt(tx, id, thread);
    if (begun.isResolved) return;
    const comment = newId(context, "comment");
    await keep(tx, { ...begun, draft, author, actor, at: context.now(), comment, text: null });
  });
}

async function changeComments(
  context: ServiceContext,
  { actor, id }: CommentsAsk,
  work: (tx: Db, by: { readonly draft: DraftAtHand; readonly author: ActingPerson }) => Promise<void>,
): Promise<Answer | RefusedAsk> {
  const author = await actingPerson(context, actor);
  if ("refusal" in author) return author;
  return orRefused(() =>
    context.store.write(async (tx) => {
      const draft = await lockedDraft(tx, id);
      requireState(draft, "draft", "in-review", "approved");
      await work(tx, { draft, author });
      return { threads: await threadsOf(tx, id, actor) };
    }),
  );
}

/** @throws AskRefused as `too-many` */
async function requireRoom(tx: Db, draft: string): Promise<void> {
  if ((await countDraftComments(tx, draft)) < MOST_COMMENTS) return;
  throw new AskRefused({
    code: "too-many",
    at: "",
    message: {
      en: `the draft has ${MOST_COMMENTS} comments already, the most it may have`,
      zh: `草案已有${MOST_COMMENTS}条批注，达到上限`,
    },
  });
}

type Begun = { readonly thread: string; readonly about: string };

/** A thread is called by its first comment. What cannot be an id never reaches the database, which refuses some characters. */
const COMMENT_ID = /^com-[0-9a-hjkmnp-tv-z]{26}$/;

/** @throws AskRefused as `unknown-value` where the draft has no such thread */
async function threadAt(
  tx: Db,
  draft: string,
  thread: string,
): Promise<Begun & { readonly isResolved: boolean }> {
  const rows = COMMENT_ID.test(thread) ? await draftThread(tx, { draftId: draft, thread }) : [];
  const [first] = rows;
  if (!first) throw new AskRefused(noThread(thread));
  return { thread, about: first.about, isResolved: rows.at(-1)?.kind === "resolution" };
}

function noThread(thread: string): SentProblem {
  return {
    code: "unknown-value",
    at: "/thread",
    message: {
      en: `the draft has no thread ${quote(thread)}`,
      zh: `草案中没有讨论${quote(thread)}`,
    },
  };
}

type Kept = Begun & {
  readonly draft: DraftAtHand;
  readonly author: ActingPerson;
  readonly actor: Actor;
  readonly at: number;
  readonly comment: string;
  /** The commitment to what was said; null where a thread is settled. */
  readonly text: string | null;
};

async function keep(tx: Db, { draft, author, actor, at, comment, thread, about, text }: Kept): Promise<void> {
  const { row, contentHash } = draft;
  await insertDraftComment(tx, {
    id: comment,
    draft_id: row.id,
    thread,
    about,
    kind: text === null ? "resolution" : "comment",
    text,
    content_hash: contentHash,
    author: author.account,
    author_person: author.person,
    at,
  });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: text === null ? "draft.comments-resolved" : "draft.commented",
    object: { kind: "draft", id: row.id },
    after: { comment, thread, about, contentHash, ...(text === null ? {} : { text }) },
  });
}

async function threadsOf(db: Db, draft: string, actor: Actor): Promise<readonly ThreadView[]> {
  const rows = await draftCommentsOf(db, draft);
  const texts = await openReasons(
    db,
    rows.map(({ text }) => text),
  );
  const doer = await doersFor(
    db,
    actor,
    rows.map(({ author_person }) => author_person),
  );
  const by = ({ author, author_person, at }: DraftCommentRow) => ({
    by: doer(author, author_person),
    at: moment(at),
  });
  return [...Map.groupBy(rows, ({ thread }) => thread)].map(([id, own]) => {
    const last = own.at(-1);
    return {
      id,
      about: own[0]?.about ?? "",
      comments: own
        .filter(({ kind }) => kind === "comment")
        .map((row) => ({
          id: row.id,
          ...by(row),
          contentHash: row.content_hash,
          ...textIn(texts, row),
        })),
      resolved: last?.kind === "resolution" ? by(last) : null,
    };
  });
}

function textIn(
  texts: ReadonlyMap<string, string>,
  { text: token }: DraftCommentRow,
): { readonly text?: string } {
  const text = token === null ? undefined : texts.get(token);
  return text === undefined ? {} : { text };
}
