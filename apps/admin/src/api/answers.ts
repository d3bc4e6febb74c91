import type { LocalizedText, Permission, Role } from "@evenhand/domain";

/** `GET /v1/me`. */
export type Me = {
  readonly kind: "user" | "key";
  readonly name?: string;
  readonly email?: string;
  readonly personId?: string;
  readonly roles?: readonly Role[];
  readonly permissions: readonly Permission[];
};

/** One version in the list of `GET /v1/policies`. */
export type VersionSummary = {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly hash: string;
};

/** `GET /v1/policies`. */
export type PolicySummary = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  readonly appliesBy: string;
  readonly versions: readonly VersionSummary[];
};

/** `GET /v1/policies/{id}/versions`. */
export type VersionStanding = VersionSummary & {
  readonly state: string;
  readonly publishedAt: string;
};

/** One of `GET /v1/drafts`. */
export type DraftSummary = {
  readonly id: string;
  readonly policy: string;
  readonly baseVersion: number | null;
  readonly state: "draft" | "in-review" | "approved" | "published" | "withdrawn";
  readonly revision: number;
  readonly changedAt: string;
};

/** `GET …/reading`: a version as sentences in one language. */
export type PolicyReading = {
  readonly title: string;
  readonly sections: readonly ReadingSection[];
};

export type ReadingSection = {
  readonly id: string;
  readonly title: string;
  readonly intro: readonly ReadingEntry[];
  readonly entries: readonly ReadingEntry[];
};

export type ReadingEntry = {
  readonly id: string;
  /** Where it stands in the document, a JSON pointer. */
  readonly pointer: string;
  readonly title?: string;
  readonly text: string;
  readonly note?: string;
};

/** What is wrong with a document, or allowed and probably not meant. */
export type Diagnostic = {
  readonly code: string;
  readonly severity: "error" | "warning";
  /** A JSON pointer into the document. */
  readonly at: string;
  readonly message: LocalizedText;
  readonly help?: LocalizedText;
};

/** How a draft stands, without its document: what saving answers. */
export type DraftStanding = DraftSummary & {
  readonly newestVersion: number | null;
  readonly contentHash: string;
  /** The label of what undoing would take back; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly approvals: { readonly needed: number; readonly given: number };
  readonly diagnostics: readonly Diagnostic[];
};

/** `GET /v1/drafts/{id}`. */
export type Draft = DraftStanding & { readonly document: { readonly [key: string]: Json } };

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One change of `GET /v1/drafts/{id}/diff`. */
export type Change = {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly subject: string;
  readonly id: string;
  readonly field?: string;
  /** What reads it, and so may decide differently. */
  readonly reaches: readonly string[];
  readonly text: LocalizedText;
};

/** One of `GET /v1/drafts/{id}/examples`. */
export type ExampleResult = {
  readonly id: string;
  readonly failures: readonly { readonly message: LocalizedText }[];
};
