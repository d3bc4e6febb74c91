import { type LocalizedText, quote } from "@evenhand/domain";
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
  return withRevision(db, { id, row: isDraftId(id) ? await draftRow(db, id) : undefined });
}

/**
 * The same, and nobody else changes the draft until the transaction ends.
 *
 * @throws AskRefused as `not-found`
 */
export async function lockedDraft(tx: Db, id: string): Promise<DraftAtHand> {
  return withRevision(tx, { id, row: isDraftId(id) ? await lockDraft(tx, id) : undefined });
}

async function withRevision(
  db: Db,
  { id, row }: { readonly id: string; readonly row: DraftRow | undefined },
): Promise<DraftAtHand> {
  if (!row) throw new AskRefused(unknownDraft(id));
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

/**
 * Refuses to change or judge something else than what was seen.
 *
 * @throws AskRefused as `edited-meanwhile`, naming the revision there is now and who made it
 */
export function requireRevision({ row, current }: DraftAtHand, seen: number): void {
  if (row.revision === seen) return;
  throw new AskRefused(editedMeanwhile(current, { en: `revision \`${seen}\``, zh: `第\`${seen}\`次修订` }));
}

/** @throws AskRefused as `edited-meanwhile`, where the content is another than the one that was seen */
export function requireContent({ current, contentHash }: DraftAtHand, seen: string): void {
  if (contentHash === seen) return;
  const shown = quote(seen.slice(0, 12));
  throw new AskRefused(editedMeanwhile(current, { en: `the content ${shown}`, zh: `内容${shown}` }));
}

function editedMeanwhile({ revision, editor_person }: DraftRevisionRow, seen: LocalizedText): SentProblem {
  return {
    code: "edited-meanwhile",
    at: "",
    message: {
      en: `what was seen was ${seen.en}; the draft stands at revision \`${revision}\` now, edited by ${quote(editor_person)}`,
      zh: `所依据的是${seen.zh}，而草案现为第\`${revision}\`次修订，由${quote(editor_person)}编辑`,
    },
    help: { en: "read the draft again and look at what is different", zh: "请重新读取草案并核对差异" },
  };
}
