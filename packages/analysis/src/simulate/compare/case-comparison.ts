import type { LocalizedText } from "@evenhand/domain";

/**
 * In what respect a case comes out otherwise. `schedule`: the months in which something is taken, or what of it finds no
 * month, at amounts that are the same; `other`: anything else that the outcome says, warnings aside.
 */
export const CHANGE_KINDS = [
  "amount",
  "schedule",
  "disposition",
  "grade",
  "deadline",
  "approval",
  "other",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * A rule that a case comes out otherwise by; a row of a table is `<table>#<row>`, a figure `parameter.<id>`.
 */
export type Cause = { readonly rule: string; readonly label: LocalizedText };

/** Who has to approve afterwards: a higher level than before, or another one (a lower one, none, or one that has no rank). */
export type ApprovalChange = "higher" | "other";
