import type { LocalizedText, Problem } from "@evenhand/domain";

/** Of something that is no receipt, checkpoint or bundle at all, so that nothing could be checked. */
export const UNREADABLE_CODES = ["not-text", "too-deep", "not-json", "wrong-shape"] as const;

/**
 * Everything that a verification can find, in order of precedence.
 * - the text: `not-canonical`
 * - the signature: `bad-key`, `other-key`, `bad-checkpoint`, `other-log`, `not-signed`, `bad-signature`
 * - a receipt: `not-in-tree`, `opening-twice`, `opening-unused`, `opening-mismatch`
 * - two checkpoints: `older-log`, `forked`, `not-consistent`, `leaves-differ`
 * - the rows of a log: `leaf-out-of-place`, `leaf-altered`, `event-altered`, `node-altered`, `node-missing`,
 *   `nodes-superfluous`, `root-differs`, `checkpoint-altered`, `leaves-missing`, `leaves-unsigned`
 */
export const EVIDENCE_CODES = [
  ...UNREADABLE_CODES,
  "not-canonical",
  "bad-key",
  "other-key",
  "bad-checkpoint",
  "other-log",
  "not-signed",
  "bad-signature",
  "not-in-tree",
  "opening-twice",
  "opening-unused",
  "opening-mismatch",
  "older-log",
  "forked",
  "not-consistent",
  "leaves-differ",
  "leaf-out-of-place",
  "leaf-altered",
  "event-altered",
  "node-altered",
  "node-missing",
  "nodes-superfluous",
  "root-differs",
  "checkpoint-altered",
  "leaves-missing",
  "leaves-unsigned",
] as const;

export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** What does not hold. `at` is a JSON pointer into what was verified; of the rows of a log, the row in words. */
export type EvidenceProblem = Problem<EvidenceCode>;

/** What a verification gives: no problems, and everything holds. */
export type Verification = { readonly problems: readonly EvidenceProblem[] };

/** Whether one of the problems is that there was nothing that could be checked. */
export function isUnreadable({ problems }: Verification): boolean {
  return problems.some(({ code }) => UNREADABLE_CODES.some((unreadable) => unreadable === code));
}

type ProblemParts = {
  readonly code: EvidenceCode;
  readonly at: string;
  readonly en: string;
  readonly zh: string;
  readonly help?: LocalizedText;
};

/** A problem from its parts. */
export function problem({ code, at, en, zh, help }: ProblemParts): EvidenceProblem {
  return { code, at, message: { en, zh }, ...(help ? { help } : {}) };
}
