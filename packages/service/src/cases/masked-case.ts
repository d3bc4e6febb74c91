import {
  type Case,
  type FactDeclaration,
  type FactValue,
  type PartyKind,
  type PolicyDeclarations,
  type Scope,
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
 * stays, as it does in a sealed case. A fact names somebody where any version of the policy says that it does, since a case
 * may be older than the newest one; what no version declares is left out. What the case comes to under any of the versions,
 * it comes to still.
 *
 * @example
 * maskedCase(versions, { reference: "case-1", sealed })
 * // { reference: "case-1", facts: { lossAmount: 120000 }, parties: [{ id: "P1", kind: "person", memberOf: "T1", … }, …] }
 */
export function maskedCase(
  versions: readonly PolicyDeclarations[],
  { reference, sealed }: { readonly reference: string; readonly sealed: Case },
): Case {
  const known = versions.map(knownDeclarations);
  const declaredIn =
    (scope: Scope): Declared =>
    (name) =>
      known.flatMap(({ [scope]: facts }) => (Object.hasOwn(facts, name) ? (facts[name] ?? []) : []));
  const nameOf = namesIn(sealed);
  const masked: Case = {
    reference,
    facts: maskFacts(sealed.facts, declaredIn("case"), nameOf),
    parties: sealed.parties.map(({ id, kind, memberOf, facts }) => ({
      id: nameOf(id, kind),
      kind,
      ...(memberOf === undefined ? {} : { memberOf: nameOf(memberOf, "team") }),
      facts: maskFacts(facts, declaredIn("party"), nameOf),
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

/** What each version that knows a fact declares of it, the oldest version first. */
type Declared = (name: string) => readonly FactDeclaration[];

function maskFacts(
  facts: Readonly<Record<string, FactValue>>,
  declaredOf: Declared,
  nameOf: NameOf,
): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): readonly (readonly [string, FactValue])[] => {
      const declared = declaredOf(name);
      if (declared.length === 0) return [];
      const naming = declared.findLast(({ type }) => type === "party");
      const isNamed = naming !== undefined && typeof value === "string";
      return [[name, isNamed ? nameOf(value, naming.namesKind ?? "person") : value]];
    }),
  );
}
