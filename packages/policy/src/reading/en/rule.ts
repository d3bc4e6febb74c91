import { citation } from "../citation.ts";
import { type ConditionNode, conjuncts, testsOf } from "../condition-node.ts";
import { kindConditionOf, kindsOf } from "../kinds.ts";
import { type Phrase, capitalised, joinPhrases, mapText, phraseAt, textOf } from "../phrase.ts";
import { type RuleReading, statementList } from "../rule-reading.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type Actor, NOBODY, THEY, actorNamed, everyOf, nounOf } from "./actor.ts";
import { conditionInWords, itemInWords } from "./condition.ts";
import { eventInWords } from "./event.ts";

/**
 * A rule as one English sentence, with a list where it asks for more than three things, or for alternatives
 * beside something else.
 *
 * @example "Where the complaint is upheld and the investigation traced the complaint to this person, they bear the
 * loss in the proportion of their base points to all base points of the responsible unit (Arts. 20 and 21(2))."
 */
export function ruleInWords(reading: RuleReading, vocabulary: Vocabulary): Phrase {
  const asked = askedOf(reading, vocabulary);
  const list = statementList(asked.members);
  const consequence = (actor: Actor): Phrase =>
    eventInWords({
      place: reading.place,
      actor,
      vocabulary,
      forPersons: asked.forPersons,
      // A list follows what it leads to, so there is no day yet that "that day" could mean.
      knownLast: list ? undefined : asked.knownLast,
    });
  const cite = phraseAt(reading.referencesPointer)`${citation(reading.references, vocabulary)}`;
  const say = phraseAt(reading.pointer);
  if (asked.members.length === 0) return capitalised(say`${consequence(asked.general)}${cite}.`);
  if (list) {
    const items = list.members.map(
      (member, index) => say`\n(${letter(index)}) ${asked.named(itemInWords(member, vocabulary))}`,
    );
    const opening = list.kind === "all" ? "all of these hold" : "any of these holds";
    return say`${open(reading)} ${opening}, ${consequence(asked.specific)}${cite}:${joinPhrases(items, { between: ";", last: list.kind === "all" ? "; and" : "; or" }, reading.pointer)}.`;
  }
  const conditions = asked.named(conditionInWords(asked.tree, vocabulary));
  return say`${open(reading)} ${conditions}, ${consequence(asked.introduced ? THEY : asked.general)}${cite}.`;
}

type Asked = {
  readonly tree: ConditionNode;
  readonly members: readonly ConditionNode[];
  /** Whether the conditions speak of the party, so that "they" is understood. */
  readonly introduced: boolean;
  /** "every person concerned"; "the person" */
  readonly general: Actor;
  readonly specific: Actor;
  readonly forPersons: boolean;
  readonly knownLast: string | undefined;
  /** The conditions with the party called by its kind, where the rule is for one kind. */
  readonly named: (phrase: Phrase) => Phrase;
};

function askedOf({ tree, scope, place, context }: RuleReading, vocabulary: Vocabulary): Asked {
  const whole = conjuncts(tree);
  if (scope === "case")
    return askedOfCase(tree, place.event.type === "due" ? place.event.params.from : undefined);
  const kind = kindConditionOf(tree);
  const others = kind ? whole.filter((node) => node !== kind.node) : whole;
  const speaks = others.some((node) => speaksOfParty(conditionInWords(node, vocabulary)));
  const looksAtParty = context !== undefined || others.some((node) => readsPartyFact(node, vocabulary));
  // A rule for one kind calls the party by it; a rule for several, or one that speaks of no party, says it as a condition.
  const keepsKind = kind !== undefined && looksAtParty && (kind.kinds.length > 1 || !speaks);
  const kinds = kind?.kinds ?? (context && kindsOf(context));
  const noun = nounOf(keepsKind ? undefined : kinds, vocabulary);
  const members = keepsKind ? whole : others;
  return {
    tree: { kind: "all", of: members, pointer: tree.pointer },
    members,
    introduced: speaks || keepsKind,
    general: actorNamed(looksAtParty ? noun : everyOf(kinds, vocabulary)),
    specific: actorNamed(noun),
    forPersons: kinds?.length === 1 && kinds[0] === "person",
    knownLast: undefined,
    named: (phrase) => (keepsKind || !kinds ? phrase : calledBy(phrase, noun, kind?.pointer)),
  };
}

/** A case rule speaks of the case; what a deadline runs from is asked for last, so that "that day" follows it. */
function askedOfCase(tree: ConditionNode, from: string | undefined): Asked {
  const whole = conjuncts(tree);
  const known = whole.find((member) => isKnownTest(member, from));
  const members = known ? [...whole.filter((member) => member !== known), known] : whole;
  return {
    tree: { kind: "all", of: members, pointer: tree.pointer },
    members,
    introduced: false,
    general: NOBODY,
    specific: NOBODY,
    forPersons: false,
    knownLast: known ? from : undefined,
    named: (phrase) => phrase,
  };
}

function readsPartyFact(node: ConditionNode, { catalogue }: Vocabulary): boolean {
  return testsOf(node).some(({ fact }) => catalogue.get(fact)?.scope === "party");
}

/** The first mention of the party by its kind comes from the condition that says which kind. */
function calledBy(phrase: Phrase, noun: string, pointer: string | undefined): Phrase {
  const renamed = mapText(phrase, (text) => text.replaceAll(/\bthe party\b/g, noun));
  const first = renamed.findIndex(({ text }) => text.includes(noun));
  const segment = renamed[first];
  if (!segment || pointer === undefined) return renamed;
  const at = segment.text.indexOf(noun);
  const parts = [
    { text: segment.text.slice(0, at), pointer: segment.pointer },
    { text: noun, pointer },
    { text: segment.text.slice(at + noun.length), pointer: segment.pointer },
  ].filter(({ text }) => text !== "");
  return [...renamed.slice(0, first), ...parts, ...renamed.slice(first + 1)];
}

function speaksOfParty(phrase: Phrase): boolean {
  return /\b(?:the|this) (?:party|person|team|department)\b/.test(textOf(phrase));
}

function isKnownTest(node: ConditionNode | undefined, fact: string | undefined): boolean {
  if (node?.kind !== "test" || node.test.fact !== fact) return false;
  const [{ operator, operand }] = node.test.bounds;
  return operator === "notEqual" && operand.kind === "unknown";
}

function open({ form }: RuleReading): string {
  return form === "row" ? "If" : "Where";
}

function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}
