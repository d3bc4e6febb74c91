import type {
  DecisionTable,
  DerivedFact,
  FactDeclaration,
  Guard,
  Parameter,
  Policy,
  PolicyNote,
  RuleStage,
  Scope,
} from "@evenhand/domain";
import type { Phrase } from "./phrase.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The sections of a reading that every policy may have, in the order in which they are read. */
export const SECTIONS = [
  "header",
  "terms",
  "case-facts",
  "party-facts",
  "computed-facts",
  "parameters",
  "intake",
  "attribution",
  "penalty",
  "deadline",
  "authority",
  "gates",
  "notes",
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What the parts of a document say besides its rules; each language has its own grammar for it. */
export type DocumentWords = {
  readonly sectionTitles: Readonly<Record<SectionId, string>>;
  /** Sentences on the policy as a whole, each under its own id. */
  readonly header: (
    policy: Policy,
    vocabulary: Vocabulary,
    guards: readonly Guard[],
  ) => readonly HeaderSentence[];
  /** A named condition that is read as a term: `meaning` is what it stands for. */
  readonly term: (name: string, meaning: Phrase, pointer: string, vocabulary: Vocabulary) => Phrase;
  readonly fact: (fact: FactPlace, vocabulary: Vocabulary) => Phrase;
  readonly derived: (fact: DerivedPlace, vocabulary: Vocabulary) => Phrase;
  readonly parameter: (parameter: Parameter, pointer: string, vocabulary: Vocabulary) => Phrase;
  /** How the rules of a stage are to be taken together. */
  readonly stageIntro: (stage: RuleStage, events: StageEvents, vocabulary: Vocabulary) => readonly string[];
  /** What a gate that is missing does. */
  readonly gatesIntro: string;
  /** When a table is asked, and which of its rows stands. */
  readonly tableIntro: (table: DecisionTable, when: Phrase | undefined, pointer: string) => Phrase;
  readonly note: (note: PolicyNote, pointer: string, vocabulary: Vocabulary) => Phrase;
};

export type HeaderSentence = {
  readonly id: string;
  readonly title?: string;
  readonly pointer: string;
  readonly phrase: Phrase;
  readonly references?: Parameter["references"];
  readonly note?: string;
};

export type FactPlace = {
  readonly name: string;
  readonly declaration: FactDeclaration;
  readonly scope: Scope;
  readonly pointer: string;
};

export type DerivedPlace = {
  readonly name: string;
  readonly derivation: DerivedFact;
  readonly scope: Scope;
  readonly pointer: string;
  /** What a party must be like to be counted, where the fact counts parties. */
  readonly where?: Phrase;
};

/** Which events a stage's rules and tables have, and whether several rules of one compete. */
export type StageEvents = {
  readonly has: (type: string) => boolean;
  readonly competing: (type: string) => boolean;
};
