import type { Certificate, ProbeResult } from "@evenhand/analysis";
import type { RunName } from "../jobs/runs.ts";
import type { VersionIdentity, VersionOrDraft } from "../policies/version-or-draft.ts";

/** Checks are runs of this name. */
export const CHECK: RunName = { kind: "check", label: { en: "check", zh: "检验" } };

/** What probes are to look at besides the policy's own word. */
export type ProbesPayload = {
  /** Facts to be taken as protected besides those declared so. */
  readonly alsoProtected: readonly string[];
  /** The part of a bonus that no month may pass, 0 to 1; left out: the cap that the policy declares. */
  readonly boundRate?: number;
};

/** One thing to be proved. */
export type ProofPayload =
  | { readonly kind: "cap"; readonly boundRate?: number; readonly ofOneCase: boolean }
  | { readonly kind: "unique" }
  /** Nobody is charged more than under this version. */
  | ({ readonly kind: "no-more-than" } & VersionIdentity);

/** What a check was asked for, as it is stored. */
export type CheckPayload = {
  readonly policy: string;
  readonly subject: VersionOrDraft;
  readonly probes: ProbesPayload | null;
  readonly proofs: readonly ProofPayload[];
  /** For each question put to the solver. */
  readonly seconds: number;
};

/** A certificate without the text that the solver was asked, which is long and kept by itself. */
export type CertificateKept = Omit<Certificate, "smtLib"> & {
  readonly smtLib: Omit<Certificate["smtLib"], "text">;
};

/** What came of a check so far, as it is stored. The same content, asks and program give the same bytes. */
export type CheckKept = {
  readonly probes: ProbeResult | null;
  /** In the order in which they were asked for. */
  readonly proofs: readonly CertificateKept[];
  /** What confirmed every case. */
  readonly engine: string;
  /** The calendar and guards that the content stands upon, by hash. */
  readonly ground: readonly string[];
};

/** The hash by which a check is found again: that of a draft's content, or of a published version. */
export function contentOf(subject: VersionOrDraft): string {
  return "draft" in subject ? subject.contentHash : subject.hash;
}
