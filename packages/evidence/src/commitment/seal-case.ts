import {
  type Case,
  type EvidenceItem,
  type FactDeclaration,
  type FactValue,
  type Party,
  type PolicyDeclarations,
  knownDeclarations,
  personsIn,
} from "@evenhand/domain";
import { type TokenLookup, openValue } from "./open-text.ts";
import { type Opening, type Token, commitmentTo } from "./token.ts";
import { type PolicyReaders, wordedFacts } from "./worded-facts.ts";

export type SealTools = {
  /** By staff number: the pseudonym of everybody whom `personsIn` finds. */
  readonly pseudonyms: ReadonlyMap<string, Token>;
  /** A salt that was never used: 32 random bytes as 64 lower-case hexadecimal digits. */
  readonly newSalt: () => string;
};

export type SealedCase = {
  readonly case: Case;
  /** The pseudonyms that stand in it, each once. */
  readonly persons: readonly Token[];
  /** What is behind the commitments to its free text, to be kept apart from it. */
  readonly openings: readonly Opening[];
};

/**
 * A case as it is stored: people under their pseudonyms, and free text (notes on evidence, facts of type `text`) under
 * commitments. A text whose wording a rule reads stays as it is, since the decision rests on it. Equal texts get
 * commitments of their own.
 *
 * @throws Error where somebody has no pseudonym
 * @throws RangeError where a salt is none
 *
 * @example
 * sealCase(complaintFines, { reference: "C-1", facts: {}, parties: [{ id: "P1", kind: "person", facts: {} }] }, tools)
 * // { case: { …, parties: [{ id: "person-5f…", … }] }, persons: ["person-5f…"], openings: [] }
 */
export function sealCase(
  policy: PolicyDeclarations & PolicyReaders,
  given: Case,
  { pseudonyms, newSalt }: SealTools,
): SealedCase {
  const persons = new Map(
    personsIn(policy, given).map((staffId) => [staffId, pseudonymIn(pseudonyms, staffId)]),
  );
  const openings: Opening[] = [];
  const declarations = knownDeclarations(policy);
  const worded = wordedFacts(policy);
  const sealer: Sealer = {
    person: (id) => persons.get(id) ?? id,
    text: (value) => {
      const salt = newSalt();
      const token = commitmentTo({ salt, value });
      openings.push({ token, salt, value });
      return token;
    },
    seals: (name) => !worded.has(name),
  };
  const sealed: Case = {
    reference: given.reference,
    facts: sealFacts(given.facts, declarations.case, sealer),
    parties: given.parties.map((party) => sealParty(party, declarations.party, sealer)),
    ...(given.evidence ? { evidence: given.evidence.map((item) => sealEvidence(item, sealer)) } : {}),
  };
  return { case: sealed, persons: [...persons.values()], openings };
}

/** A sealed case with everything that the lookup knows put back. */
export function openCase(sealed: Case, lookup: TokenLookup): Case {
  return openValue(sealed, lookup);
}

type Sealer = {
  readonly person: (id: string) => string;
  readonly text: (value: string) => Token;
  /** Whether the wording of this text fact is sealed. */
  readonly seals: (name: string) => boolean;
};

function pseudonymIn(pseudonyms: ReadonlyMap<string, Token>, staffId: string): Token {
  const pseudonym = pseudonyms.get(staffId);
  // The number itself must not reach a log.
  if (pseudonym === undefined) throw new Error("somebody in the case has no pseudonym");
  return pseudonym;
}

function sealParty(
  party: Party,
  declarations: Readonly<Record<string, FactDeclaration>>,
  sealer: Sealer,
): Party {
  return {
    id: sealer.person(party.id),
    kind: party.kind,
    ...(party.memberOf === undefined ? {} : { memberOf: sealer.person(party.memberOf) }),
    facts: sealFacts(party.facts, declarations, sealer),
  };
}

function sealFacts(
  facts: Readonly<Record<string, FactValue>>,
  declarations: Readonly<Record<string, FactDeclaration>>,
  sealer: Sealer,
): Readonly<Record<string, FactValue>> {
  const sealed = Object.entries(facts).map(([name, value]): [string, FactValue] => {
    const type = Object.hasOwn(declarations, name) ? declarations[name]?.type : undefined;
    if (typeof value !== "string") return [name, value];
    if (type === "party") return [name, sealer.person(value)];
    return [name, type === "text" && sealer.seals(name) ? sealer.text(value) : value];
  });
  return Object.fromEntries(sealed);
}

function sealEvidence({ id, kind, supports, note }: EvidenceItem, sealer: Sealer): EvidenceItem {
  return {
    id,
    kind,
    ...(supports === undefined ? {} : { supports: sealer.person(supports) }),
    ...(note === undefined ? {} : { note: sealer.text(note) }),
  };
}
