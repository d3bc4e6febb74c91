import type { Db } from "@evenhand/store";
import type { Found } from "./found.ts";
import type { PolicyTexts } from "./policy-texts.ts";

/** The parts of a verification, in order. */
export const VERIFICATION_PARTS = [
  "log",
  "documents",
  "events",
  "cases",
  "drafts",
  "appeals",
  "people",
  "openings",
] as const;

export type VerificationPart = (typeof VERIFICATION_PARTS)[number];

/** How far one part is, in rows. */
export type VerificationProgress = {
  readonly part: VerificationPart;
  readonly done: number;
  readonly total: number;
};

/** What every part works with. */
export type Verifying = {
  /** One state of the database, from the first row to the last. */
  readonly db: Db;
  readonly found: Found;
  readonly policies: PolicyTexts;
  /** Says that so many further rows were looked at, and lets others have their turn. */
  readonly step: (rows: number) => Promise<void>;
};
