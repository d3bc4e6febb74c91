import { type LocalizedText, pointer, quote, shortHash } from "@evenhand/domain";
import {
  type Db,
  type DraftRevisionRow,
  type DraftRow,
  type DraftState,
  draftRevision,
  draftRow,
  lockDraft,
} from "@evenhand/store";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused } from "../refused.ts";
import type { ActingPerson } from "./acting-person.ts";
import { type DraftDocument, approvedHash, documentOf } from "./policy-document.ts";

/** A draft with the revision that counts. */
export type DraftAtHand = {
  readonly row: DraftRow;
  readonly current: DraftRevisionRow;
  readonly document: DraftDocument;
  /** Of the document without its number and its day of effect. */
  readonly contentHash: string;
};

/** Whether a text can be the id of a draft. What cannot never reaches the database, which refuses some characters. */
export function isDraftId(text: string): boolean {
  return /^draft-[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}

/** @throws AskRefused as `not-found` */
export async function draftAtHand(db: Db, id: string): Promise<DraftAtHand> {
  return withRevision(db, await rowAtHand(db, id));
}

/**
 * The draft without its document, which may be large.
 *
 * @throws AskRefused as `not-found`
 */
export async function rowAtHand(db: Db, id: string): Promise<DraftRow> {
  return found(id, isDraftId(id) ? await draftRow(db, id) : undefined);
}

/**
 * The same, and nobody else changes the draft until the transaction ends.
 *
 * @throws AskRefused as `not-found`
 */
export async function lockedDraft(tx: Db, id: string): Promise<DraftAtHand> {
  return withRevision(tx, found(id, isDraftId(id) ? await lockDraft(tx, id) : undefined));
}

function found(id: string, row: DraftRow | undefined): DraftRow {
  if (!row) throw new AskRefused(unknownDraft(id));
  return row;
}

async function withRevision(db: Db, row: DraftRow): Promise<DraftAtHand> {
  const current = await draftRevision(db, { draftId: row.id, revision: row.revision });
  // INVARIANT: the revision that counts is one of those there are.
  if (!current) throw new Error(`draft ${row.id} has no revision ${row.revision}`);
  const document = documentOf(current.document);
  return { row, current, document, contentHash: approvedHash(document) };
}

function unknownDraft(id: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: { en: `there is no draft ${quote(id)}`, zh: `没有草案${quote(id)}` },
  };
}

/**
 * Refuses what the state of a draft does not allow.
 *
 * @throws AskRefused as `wrong-state`
 */
export function requireState({ row }: DraftAtHand, ...states: readonly DraftState[]): void {
  if (states.includes(row.state)) return;
  const wanted = states.map((state) => STATES[state]);
  throw new AskRefused({
    code: "wrong-state",
    at: "",
    message: {
      en: `the draft is ${STATES[row.state].en}, and this is only possible while it is ${wanted.map(({ en }) => en).join(" or ")}`,
      zh: `草案${STATES[row.state].zh}，仅在${wanted.map(({ zh }) => zh).join("或")}时可执行此操作`,
    },
  });
}

const STATES: Readonly<Record<DraftState, LocalizedText>> = {
  draft: { en: "being written", zh: "编写中" },
  "in-review": { en: "in review", zh: "审核中" },
  approved: { en: "approved", zh: "已获批准" },
  published: { en: "published", zh: "已发布" },
  withdrawn: { en: "withdrawn", zh: "已撤回" },
};

/** The revision that whoever acts has seen. */
export type Seen = { readonly revision: number; readonly by: ActingPerson };

/**
 * Refuses to change something else than what was seen.
 *
 * @throws AskRefused as `edited-meanwhile`, naming the revision there is now and who wrote it; as `invalid-parameter` where
 * there never was such a revision
 */
export function requireRevision({ row, current }: DraftAtHand, { revision, by }: Seen): void {
  if (row.revision === revision) return;
  if (revision > row.last_revision) throw new AskRefused(noSuchRevision(row, revision));
  const seen = { en: `revision \`${revision}\``, zh: `第\`${revision}\`次修订` };
  throw new AskRefused(editedMeanwhile(current, seen, by));
}

/**
 * Refuses to judge something else than what was seen, and anything at all in another state than these. Of a draft that was
 * edited that is told first, since the edit is why the state is another.
 *
 * @throws AskRefused as `edited-meanwhile` or `wrong-state`; as `unknown-value` where the draft never had such a content
 */
export async function requireContent(
  db: Db,
  draft: DraftAtHand,
  asked: { readonly contentHash: string; readonly states: readonly DraftState[] },
): Promise<void> {
  const { row, current } = draft;
  const isOver = row.state === "published" || row.state === "withdrawn";
  if (isOver || draft.contentHash === asked.contentHash) requireState(draft, ...asked.states);
  if (draft.contentHash === asked.contentHash) return;
  const shown = quote(shortHash(asked.contentHash));
  if (!(await everHad(db, row, asked.contentHash))) throw new AskRefused(noSuchContent(shown));
  throw new AskRefused(editedMeanwhile(current, { en: `the content ${shown}`, zh: `内容${shown}` }));
}

/** The newest first, since what was seen is seldom old. */
async function everHad(db: Db, { id, last_revision }: DraftRow, contentHash: string): Promise<boolean> {
  for (let revision = last_revision; revision > 0; revision -= 1) {
    const found = await draftRevision(db, { draftId: id, revision });
    if (found && approvedHash(documentOf(found.document)) === contentHash) return true;
  }
  return false;
}

function editedMeanwhile(
  { revision, editor_person }: DraftRevisionRow,
  seen: LocalizedText,
  by?: ActingPerson,
): SentProblem {
  const isOwn = by?.person === editor_person;
  const written = isOwn
    ? { en: "which you wrote yourself", zh: "由您本人编写" }
    : { en: `written by ${quote(editor_person)}`, zh: `由${quote(editor_person)}编写` };
  return {
    code: "edited-meanwhile",
    at: "",
    message: {
      en: `what was seen was ${seen.en}; the draft stands at revision \`${revision}\` now, ${written.en}`,
      zh: `所依据的是${seen.zh}，而草案现为第\`${revision}\`次修订，${written.zh}`,
    },
    help: isOwn
      ? {
          en: "go on from the newest answer, whose `ETag` names its revision, or read the draft again",
          zh: "请以最近一次返回的`ETag`为准，或重新读取草案",
        }
      : { en: "read the draft again and look at what is different", zh: "请重新读取草案并核对差异" },
  };
}

function noSuchRevision({ revision }: DraftRow, seen: number): SentProblem {
  return {
    code: "invalid-parameter",
    at: "/If-Match",
    message: {
      en: `the draft never had a revision \`${seen}\`; it stands at revision \`${revision}\``,
      zh: `草案从未有过第\`${seen}\`次修订，现为第\`${revision}\`次修订`,
    },
    help: { en: "send the `ETag` of the draft as it was read", zh: "请发送读取草案时得到的`ETag`" },
  };
}

function noSuchContent(shown: string): SentProblem {
  return {
    code: "unknown-value",
    at: pointer("contentHash"),
    message: {
      en: `${shown} is the hash of no content that this draft ever had`,
      zh: `${shown}不是本草案任何一次修订的内容哈希值`,
    },
    help: {
      en: "read the draft and send its `contentHash`, which is not the `hash` of a version",
      zh: "请读取草案并发送其`contentHash`；它不同于版本的`hash`",
    },
  };
}
