import type { RuleFile } from "@evenhand/domain";

/** A file of rules, with the hash that its document must have where that is known. */
export type BookFile = RuleFile & { readonly hash?: string };

/** The files that a rulebook is opened from, as a folder or the database holds them. */
export type BookFiles = {
  readonly policies: readonly BookFile[];
  readonly guards: readonly BookFile[];
  readonly calendars: readonly BookFile[];
};
