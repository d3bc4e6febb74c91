import {
  type Case,
  type FactDeclaration,
  type FactValue,
  type PartyKind,
  type PolicyDeclarations,
  knownDeclarations,
} from "@evenhand/domain";
import { isPseudonym, openValue } from "@evenhand/evidence";

/** What stands where somebody wrote a text of their own: a rule may still ask whether there is one. */
const WITHHELD = "…";

/** What the company is called in every case; it is nobody. */
const COMPANY = "company";

const LETTERS: Readonly<Record<PartyKind, string>> = {
  person: "P",
  team: "T",
  department: "D",
  external: "X",
  company: "C",
};

/**
 * A sealed case from which nobody can be told, nor be found in another one: people, teams, departments and outsiders are
 * numbered in it from 1, it has another reference, and what somebody wrote is left out. A text whose wording a rule reads
 * stays, as it does in a sealed case. What the case comes to under any policy, it comes to still.
 *
 * @example
 * maskedCase(policy, { reference: "case-1", sealed })
 * // { reference: "case-1", facts: { lossAmount: 120000 }, parties: [{ id: "P1", kind: "person", memberOf: "T1", … }, …] }
 */
export function maskedCase(
  policy: PolicyDeclarations,
  { reference, sealed }: { readonly reference: string; readonly sealed: Case },
): Case {
  const declarations = knownDeclarations(policy);
  const nameOf = namesIn(sealed);
  const masked: Case = {
    reference,
    facts: maskFacts(sealed.facts, declarations.case, nameOf),
    parties: sealed.parties.map(({ id, kind, memberOf, facts }) => ({
      id: nameOf(id, kind),
      kind,
      ...(memberOf === undefined ? {} : { memberOf: nameOf(memberOf, "team") }),
      facts: maskFacts(facts, declarations.party, nameOf),
    })),
    ...(sealed.evidence
      ? {
          evidence: sealed.evidence.map(({ kind, supports }, index) => ({
            id: `E${index + 1}`,
            kind,
            ...(supports === undefined ? {} : { supports: nameOf(supports, "person") }),
          })),
        }
      : {}),
  };
  return openValue(masked, (token) => (isPseudonym(token) ? nameOf(token, "person") : WITHHELD));
}

/** The name of somebody in a case, by who they are: of the kind that the case says, or else of the one that is given. */
type NameOf = (id: string, kind: PartyKind) => string;

function namesIn({ parties }: Case): NameOf {
  const kinds = new Map(parties.map(({ id, kind }) => [id, kind]));
  const names = new Map<string, string>([[COMPANY, COMPANY]]);
  const counts = new Map<string, number>();
  return (id, otherwise) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const letter = LETTERS[isPseudonym(id) ? "person" : (kinds.get(id) ?? otherwise)];
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    names.set(id, `${letter}${count}`);
    return `${letter}${count}`;
  };
}

function maskFacts(
  facts: Readonly<Record<string, FactValue>>,
  declarations: Readonly<Record<string, FactDeclaration>>,
  nameOf: NameOf,
): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]): readonly [string, FactValue] => {
      const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
      const isNamed = declaration?.type === "party" && typeof value === "string";
      return [name, isNamed ? nameOf(value, declaration.namesKind ?? "person") : value];
    }),
  );
}
