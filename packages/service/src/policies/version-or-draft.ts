import { pointer, quote } from "@evenhand/domain";
import type { LoadedVersion } from "@evenhand/engine";
import { type Db, draftRevision } from "@evenhand/store";
import { openFields, textField, wholeField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, orRefused } from "../refused.ts";
import type { BookedVersion } from "../rulebook/booked-policy.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { draftAtHand, requireContent } from "./draft-at-hand.ts";
import { errorsOf, openDraft } from "./draft-diagnostics.ts";
import { documentOf } from "./policy-document.ts";

/** A published version, by the hash of its document. */
export type VersionIdentity = { readonly version: number; readonly hash: string };
/** One revision of a draft. */
export type DraftIdentity = {
  readonly draft: string;
  readonly revision: number;
  readonly contentHash: string;
};

/** A published version, or one revision of a draft, as a job keeps what it is about. */
export type VersionOrDraft = VersionIdentity | DraftIdentity;

/** The same as somebody names it: a draft as it stands now, with what they saw of it. */
export type VersionOrDraftAsked =
  | { readonly version: number }
  | { readonly draft: string; readonly contentHash?: string };

export const MOST_VERSION = 999_999_999;

/** Reads the field of an ask in which a version or a draft is named. */
export function readVersionOrDraft(
  value: unknown,
  { field, problems }: { readonly field: string; readonly problems: SentProblem[] },
): VersionOrDraftAsked | undefined {
  if (value === undefined) return undefined;
  const fields = openFields(value, { optional: ["version", "draft", "contentHash"], at: [field], problems });
  if (!fields) return undefined;
  const version = wholeField(fields, "version", { least: 1, most: MOST_VERSION });
  const draft = textField(fields, "draft", 64);
  const contentHash = textField(fields, "contentHash", 64);
  if (version !== undefined && draft === undefined && contentHash === undefined) return { version };
  if (draft !== undefined && version === undefined)
    return { draft, ...(contentHash === undefined ? {} : { contentHash }) };
  if (problems.every((problem) => !problem.at.startsWith(pointer(field)))) problems.push(oneOfBoth(field));
  return undefined;
}

/**
 * What is named by an ask, as it stands now; `draftAt` is where in its body a draft is named.
 *
 * @throws AskRefused where there is no such version or draft, the draft is another policy's, or it says something else
 */
export async function identify(
  { rules, db }: { readonly rules: Rulebook; readonly db: Db },
  asked: VersionOrDraftAsked,
  { policy, draftAt }: { readonly policy: string; readonly draftAt: readonly string[] },
): Promise<VersionOrDraft> {
  if ("version" in asked) return identityOf(versionIn(rules, policy, asked.version));
  const { draft: id, contentHash } = asked;
  const draft = await draftAtHand(db, id);
  if (draft.row.policy_id !== policy)
    throw new AskRefused(otherPolicy(draftAt, { policy, other: draft.row.policy_id }));
  if (contentHash !== undefined)
    await requireContent(db, draft, {
      contentHash,
      states: ["draft", "in-review", "approved", "published", "withdrawn"],
    });
  return { draft: id, revision: draft.row.revision, contentHash: draft.contentHash };
}

/**
 * Opens what a job is about, ready to be decided under.
 *
 * @throws AskRefused where a draft has errors
 * @throws Error where a version is another one by now
 */
export async function openIdentity(
  { rules, db }: { readonly rules: Rulebook; readonly db: Db },
  policy: string,
  identity: VersionOrDraft,
): Promise<LoadedVersion> {
  if ("version" in identity) {
    const found = versionIn(rules, policy, identity.version);
    if (found.version.hash !== identity.hash)
      throw new Error(`version ${identity.version} of ${policy} is another one by now`);
    return found.loaded;
  }
  const revision = await draftRevision(db, { draftId: identity.draft, revision: identity.revision });
  // INVARIANT: revisions are never taken away.
  if (!revision) throw new Error(`draft ${identity.draft} has no revision ${identity.revision}`);
  const opened = openDraft(rules, { policyId: policy, document: documentOf(revision.document) });
  if (!opened.loaded) throw new AskRefused(...errorsOf(opened.diagnostics));
  return opened.loaded;
}

export type IsEdited = (identity: VersionOrDraft) => Promise<boolean>;

/**
 * Whether a draft says something else than it did then. A published version never does. For many at once: each draft is
 * read and hashed once, however many of them are of it.
 *
 * @example
 * const isEdited = editedSince(db);
 * for (const row of rows) if (await isEdited(row.subject)) stale.push(row);
 */
export function editedSince(db: Db): IsEdited {
  const hashes = new Map<string, string | undefined>();
  return async (identity) => {
    if ("version" in identity) return false;
    const { draft, contentHash } = identity;
    if (!hashes.has(draft)) hashes.set(draft, await contentNow(db, draft));
    return hashes.get(draft) !== contentHash;
  };
}

/** Undefined where there is no such draft. */
async function contentNow(db: Db, id: string): Promise<string | undefined> {
  const draft = await orRefused(() => draftAtHand(db, id));
  return "refusal" in draft ? undefined : draft.contentHash;
}

/** @throws AskRefused where there is no such policy or version */
export function versionIn(rules: Rulebook, policy: string, version?: number): BookedVersion {
  const found = rules.version(policy, version);
  if ("refusal" in found) throw new AskRefused(...found.refusal.problems);
  return found;
}

export function identityOf({ version }: BookedVersion): VersionIdentity {
  return { version: version.policy.version, hash: version.hash };
}

function oneOfBoth(field: string): SentProblem {
  return {
    code: "wrong-shape",
    at: pointer(field),
    message: {
      en: "either a `version` or a `draft` belongs here; of a draft, its `contentHash` may be named as well",
      zh: "此处应为`version`或`draft`之一；使用`draft`时可同时注明`contentHash`",
    },
  };
}

function otherPolicy(
  draftAt: readonly string[],
  { policy, other }: { readonly policy: string; readonly other: string },
): SentProblem {
  return {
    code: "unknown-value",
    at: pointer(...draftAt),
    message: {
      en: `the draft is one of ${quote(other)}, not of ${quote(policy)}`,
      zh: `该草案属于${quote(other)}，而非${quote(policy)}`,
    },
  };
}
