import type { DecisionRecord, Language, PolicyVersion } from "@evenhand/domain";
import type { StyleLinks } from "../html/document.ts";

/** One decision to be announced, opened: staff numbers in place of pseudonyms. */
export type AnnouncedDecision = { readonly version: PolicyVersion; readonly record: DecisionRecord };

/** What a monthly announcement is made from. */
export type AnnouncementInput = StyleLinks & {
  readonly language: Language;
  /** `YYYY-MM`: the month whose decisions are announced. */
  readonly month: string;
  /** The day on which it is put up, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  /** Those in force; one that another supersedes is left to whoever calls. */
  readonly decisions: readonly AnnouncedDecision[];
  /** To whom questions and objections go, where the company has set it. */
  readonly appealTo?: string;
  readonly company?: string;
};
