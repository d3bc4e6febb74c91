import { type Vocabulary, labelOf } from "../vocabulary.ts";
import { quoted } from "./noun.ts";

/**
 * A yes-or-no fact as a clause that holds: in the fact's own words where it has them, else its label, else its label
 * denied. A label that is no clause is quoted with its answer.
 *
 * @example booleanStatement("customerCaused", true, vocabulary) // "the customer caused the problem"
 * @example booleanStatement("trainedOnTask", false, vocabulary) // "the party was not trained on the task"
 */
export function booleanStatement(fact: string, holds: boolean, vocabulary: Vocabulary): string {
  const said = vocabulary.catalogue.get(fact)?.declaration?.says?.[`${holds}`].en;
  if (said !== undefined) return said;
  const label = labelOf(fact, vocabulary);
  if (!isClause(label)) return `${quoted(label)} is answered “${holds ? "yes" : "no"}”`;
  return holds ? label : denied(label);
}

/** A clause denied: by "not" where its own verb is one that takes it, else as a whole. */
function denied(clause: string): string {
  const [, subject, verb, rest] =
    /^(.*?)\s(is|are|was|were|can|could|may|must|will)\s(.*)$/.exec(clause) ?? [];
  const isOwnVerb =
    subject !== undefined && !/\b(?:that|who|which|what|whether|when|where|prove|say|by)\b/.test(subject);
  if (!isOwnVerb || verb === undefined || rest?.startsWith("not "))
    return `it is not the case that ${clause}`;
  return `${subject} ${verb} not ${rest ?? ""}`;
}

/** Labels of facts are clauses when they open with whom or what they are about and are more than a name. */
function isClause(label: string): boolean {
  return (
    /^(?:the|this|it|such|there|somebody|nobody|a|an)\b.*\s\S+.*\s/i.test(label) ||
    /\s(?:is|are|was|were|has|have|had)\s/.test(label)
  );
}
