import {
  type CatalogueEntry,
  type Language,
  type LocalizedText,
  type Policy,
  type ValueType,
  catalogueOf,
  wordLabel,
} from "@evenhand/domain";

/** What a reading of one policy in one language knows about names: facts, parameters, values, words. */
export type Vocabulary = {
  readonly policy: Policy;
  readonly language: Language;
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  /** What facts were in a case: where one is known, an event is read with it instead of with the fact's name. */
  readonly seen?: ReadonlyMap<string, string>;
  /** Ids of those whom a decision names: they are written as they are, and never taken for words. */
  readonly ids?: ReadonlySet<string>;
  /** Titles of statutory guards, by jurisdiction; one that is not there stands under its id. */
  readonly guards?: GuardTitles;
  /** Whether the policy is a draft, whose day of effect is set when it is published. */
  readonly isDraft?: boolean;
};

export type GuardTitles = ReadonlyMap<string, LocalizedText>;

/** The names of this policy, as sentences in `language` use them. */
export function vocabularyOf(policy: Policy, language: Language): Vocabulary {
  return { policy, language, catalogue: catalogueOf(policy) };
}

/**
 * A fact or parameter by its label, as it stands inside a sentence. A name without a label stands for itself: a
 * document that is still being written is read as well.
 *
 * @example labelOf("lossAmount", vocabulary) // "loss computed for the complaint"
 */
export function labelOf(name: string, { catalogue, language }: Vocabulary): string {
  const label = catalogue.get(name)?.label[language];
  return label === undefined ? name : insideSentence(label);
}

/** The type of what `name` stands for; an unknown name reads as text. */
export function typeOf(name: string, { catalogue }: Vocabulary): ValueType {
  return catalogue.get(name)?.type ?? "text";
}

/**
 * One value of an enum or set by its label; a value that the fact does not list is looked up among the words.
 *
 * @example valueLabelOf("seriousness", "slight", vocabulary) // "slight"
 */
export function valueLabelOf(name: string, value: string, vocabulary: Vocabulary): string {
  const values = vocabulary.catalogue.get(name)?.declaration?.values;
  const label = values && Object.hasOwn(values, value) ? values[value]?.[vocabulary.language] : undefined;
  return label === undefined ? wordOf(value, vocabulary) : insideSentence(label);
}

/**
 * A word of outcomes by its label: the policy's own, else the engine's, else a value of some enum that is called so,
 * else the word itself.
 *
 * @example wordOf("minor-demerit", vocabulary) // "minor demerit"
 */
export function wordOf(word: string, vocabulary: Vocabulary): string {
  const label = wordLabel(word, vocabulary.policy.words)[vocabulary.language];
  if (label !== word) return insideSentence(label);
  for (const { declaration } of vocabulary.catalogue.values()) {
    const values = declaration?.values;
    const value = values && Object.hasOwn(values, word) ? values[word] : undefined;
    if (value) return insideSentence(value[vocabulary.language]);
  }
  return word;
}

/** Whether the policy or the engine has a label for a word, be it the word itself. */
export function isLabelled(word: string, { policy }: Vocabulary): boolean {
  const { en, zh } = wordLabel(word, policy.words);
  return en !== word || zh !== word;
}

/** A label without the full stop and the large first letter that it may carry as a title; "SKU" and "P1" keep theirs. */
export function insideSentence(label: string): string {
  const bare = label.trim().replace(/[.。]$/, "");
  return /^[A-Z][a-z]/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}
