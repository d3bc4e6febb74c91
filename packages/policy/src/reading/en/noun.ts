import { type Vocabulary, labelOf, typeOf } from "../vocabulary.ts";

/**
 * A fact or parameter as the subject of an English sentence: with "the", or as what belongs to the party where the
 * label does not say so itself.
 *
 * @example subjectOf("lossAmount", vocabulary) // "the loss computed for the complaint"
 * @example subjectOf("shareOfBonus", vocabulary) // "the party's share of bonus"
 */
export function subjectOf(name: string, vocabulary: Vocabulary): string {
  const label = labelOf(name, vocabulary);
  if (isQuestion(label)) return `the answer to ${quoted(label)}`;
  if (startsWithDeterminer(label)) return label;
  const noun = countedBy(name, vocabulary) === label ? `number of ${label}` : label;
  return belongsToParty(name, vocabulary) ? `the party's ${noun}` : `the ${noun}`;
}

/**
 * What a number counts, where it counts something: "persons it was traced to" of "number of persons it was traced to".
 *
 * @example countedBy("faultCount", vocabulary) // "verified faults"
 */
export function countedBy(name: string, vocabulary: Vocabulary): string | undefined {
  if (typeOf(name, vocabulary) !== "integer") return undefined;
  const label = labelOf(name, vocabulary);
  const [, counted] = /^(?:the )?number of (.+)$/.exec(label) ?? [];
  return counted ?? (!startsWithDeterminer(label) && isPlural(label) ? label : undefined);
}

/** Whether what is meant belongs to the party of the rule and its label does not name an owner already. */
export function belongsToParty(name: string, vocabulary: Vocabulary): boolean {
  const entry = vocabulary.catalogue.get(name);
  if (
    entry?.scope !== "party" ||
    ["party", "date", "instant"].includes(entry.type) ||
    /^(?:day|time|moment|date)\b/.test(labelOf(name, vocabulary))
  )
    return false;
  return !/\b(?:of|for) (?:the|this)\b|\b(?:the|this) party\b/.test(labelOf(name, vocabulary));
}

/** @example withThe("company") // "the company"; withThe("the company") // "the company" */
export function withThe(noun: string): string {
  return startsWithDeterminer(noun) ? noun : `the ${noun}`;
}

/** @example withA("outside party") // "an outside party" */
export function withA(noun: string): string {
  if (startsWithDeterminer(noun) || isPlural(noun)) return noun;
  return /^(?:[aeio]|u(?!n(?:i|a)|s))/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** @example quoted("grievance") // "“grievance”" */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** @example orList(["a", "b", "c"]) // "a, b or c" */
export function orList(members: readonly string[]): string {
  return listWith(members, "or");
}

/** @example andList(["a", "b", "c"]) // "a, b and c" */
export function andList(members: readonly string[]): string {
  return listWith(members, "and");
}

/** Whether a noun phrase is plural, by its head: what stands before the first "of", "for", "given", "that". */
export function isPlural(label: string): boolean {
  const words = label
    .replace(/[(,].*$/, "")
    .trim()
    .split(/\s+/);
  const end = words.findIndex((word, index) => index > 0 && AFTER_HEAD.test(word));
  const head = words[end === -1 ? words.length - 1 : end - 1] ?? "";
  return /[^su]s$/.test(head) && !/(?:ss|is|us|ness)$/.test(head);
}

const AFTER_HEAD =
  /^(?:of|for|in|on|to|from|by|with|without|at|or|and|that|which|who|whom|this|the|a|an|it|per|over|under|given|made|done|sent|found|held|lost|paid|put|left|taken|written|shown|seen|known|told|kept|\w+ed|\w+ing)$/;

export function startsWith(label: string, word: string): boolean {
  return label.toLowerCase().startsWith(`${word} `);
}

/** "how bad the defect is", "who gave the instruction": a label that asks. */
export function isQuestion(label: string): boolean {
  return /^(?:how|who|whom|what|when|where|which|whether|why)\b/i.test(label);
}

function startsWithDeterminer(noun: string): boolean {
  return /^(?:the|a|an|this|that|these|those|all|every|each|any|no|their|its|whatever|whoever)\b/i.test(noun);
}

function listWith(members: readonly string[], conjunction: string): string {
  if (members.length <= 1) return members.join("");
  return `${members.slice(0, -1).join(", ")} ${conjunction} ${members.at(-1) ?? ""}`;
}
