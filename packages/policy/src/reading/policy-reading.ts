import type { Language, Reference } from "@evenhand/domain";
import type { Phrase } from "./phrase.ts";

/** One sentence of a reading, with where it stands in the policy document. */
export type ReadingEntry = {
  /** Unique in its section: a rule's id, a fact's name, a row's `<table>#<row>`. */
  readonly id: string;
  /** JSON pointer into the policy document. */
  readonly pointer: string;
  /** What the rule or row is called, where it has a name of its own. */
  readonly title?: string;
  readonly text: string;
  /** INVARIANT: the texts of the segments, put together, are `text`. */
  readonly segments: Phrase;
  readonly references: readonly Reference[];
  readonly note?: string;
};

export type ReadingSection = {
  /** Unique in the reading: `header`, `parameters`, `penalty`, `table:<id>`, … */
  readonly id: string;
  readonly title: string;
  /** How what follows is to be taken together: which of several rules stands, when a table is asked. */
  readonly intro: readonly ReadingEntry[];
  readonly entries: readonly ReadingEntry[];
};

/** A whole policy version as sentences in one language, in the order in which its rules are heard. */
export type PolicyReading = {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly language: Language;
  readonly title: string;
  /** Sections that would be empty are left out. */
  readonly sections: readonly ReadingSection[];
};
