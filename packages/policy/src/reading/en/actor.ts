import type { PartyKind } from "@evenhand/domain";
import { type Vocabulary, wordOf } from "../vocabulary.ts";
import { orList } from "./noun.ts";

/** Who an English consequence speaks of, with the forms a sentence needs. */
export type Actor = {
  readonly subject: string;
  readonly plural: boolean;
  readonly possessive: string;
  readonly object: string;
};

/** Somebody the conditions have spoken of already. */
export const THEY: Actor = { subject: "they", plural: true, possessive: "their", object: "them" };

/** The actor of a case rule: its consequence is about the case. */
export const NOBODY: Actor = { subject: "", plural: false, possessive: "its", object: "" };

/** Somebody by name or description, in the singular. */
export function actorNamed(subject: string): Actor {
  return { subject, plural: false, possessive: "their", object: subject };
}

/** The verb that goes with the actor. */
export function verb(actor: Actor, plural: string, singular: string): string {
  return actor.plural ? plural : singular;
}

/** "every person concerned", "every person, team or department concerned", "every party" */
export function everyOf(kinds: readonly PartyKind[] | undefined, vocabulary: Vocabulary): string {
  if (!kinds) return "every party";
  if (kinds.length === 1 && kinds[0] === "company") return "the company";
  return `every ${orList(kinds.map((kind) => wordOf(kind, vocabulary).replace(/^the /, "")))} concerned`;
}

/** "the person"; for several kinds "the party". */
export function nounOf(kinds: readonly PartyKind[] | undefined, vocabulary: Vocabulary): string {
  const [kind, ...others] = kinds ?? [];
  return kind === undefined || others.length > 0
    ? "the party"
    : `the ${wordOf(kind, vocabulary).replace(/^the /, "")}`;
}
