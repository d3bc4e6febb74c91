import { type GroupAttribute, YES_NO, isGroupable } from "@evenhand/analysis";
import { type FactDeclaration, type Policy, type Scope, knownDeclarations } from "@evenhand/domain";
import { wordedFacts } from "@evenhand/evidence";

/** A fact as the newest version that knows it declares it. */
export type DeclaredFact = {
  readonly scope: Scope;
  readonly declaration: FactDeclaration;
  /** Whether records hold it so that the same value of two cases is seen to be the same. */
  readonly isTold: boolean;
};

/** Every fact that cases under any version of a policy may state. @param versions the oldest first */
export function declaredFacts(versions: readonly Policy[]): ReadonlyMap<string, DeclaredFact> {
  const found = new Map<string, DeclaredFact>();
  for (const policy of versions) {
    const declarations = knownDeclarations(policy);
    const worded = wordedFacts(policy);
    for (const scope of ["case", "party"] as const)
      for (const [name, declaration] of Object.entries(declarations[scope]))
        found.set(name, { scope, declaration, isTold: isTold(declaration, worded.has(name)) });
  }
  return found;
}

/** Free text stands in each record under a commitment of its own, and people under their pseudonyms. */
function isTold(declaration: FactDeclaration, isWorded: boolean): boolean {
  return declaration.type === "text" ? isWorded : isGroupable(declaration);
}

/** A fact as people are told apart by it. */
export function attributeOf(
  fact: string,
  { scope, declaration }: DeclaredFact,
  reference?: string,
): GroupAttribute {
  const values = declaration.type === "boolean" ? YES_NO : declaration.values;
  return {
    fact,
    scope,
    label: declaration.label,
    ...(values ? { values } : {}),
    ...(reference === undefined ? {} : { reference }),
  };
}
