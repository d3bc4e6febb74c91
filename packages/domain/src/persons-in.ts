import type { Case, FactValue } from "./case.ts";
import { type PolicyDeclarations, knownDeclarations } from "./policy/catalogue.ts";
import type { FactDeclaration } from "./policy/fact.ts";

/** The word for the company stands for no person, whoever may be named. */
const COMPANY = "company";

/**
 * The staff numbers of the people in a case, each once: its parties of kind `person`, and whoever a fact of type `party`
 * names, unless that is a party of another kind or the fact names something else (`namesKind`).
 *
 * @example
 * personsIn(policy, { …, parties: [{ id: "P1", kind: "person", facts: { head: "P7", store: "S1" } }] })
 * // ["P1", "P7"] where `store` names a department
 */
export function personsIn(policy: PolicyDeclarations, { facts, parties }: Case): readonly string[] {
  const declarations = knownDeclarations(policy);
  const others = new Set(parties.filter(({ kind }) => kind !== "person").map(({ id }) => id));
  const named = [
    ...namedIn(facts, declarations.case),
    ...parties.flatMap((party) => namedIn(party.facts, declarations.party)),
  ];
  return [
    ...new Set([
      ...parties.filter(({ kind }) => kind === "person").map(({ id }) => id),
      ...named.filter((id) => !others.has(id) && id !== COMPANY),
    ]),
  ];
}

function namedIn(
  facts: Readonly<Record<string, FactValue>>,
  declarations: Readonly<Record<string, FactDeclaration>>,
): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declaration?.type !== "party" || typeof value !== "string") return [];
    return (declaration.namesKind ?? "person") === "person" ? [value] : [];
  });
}
