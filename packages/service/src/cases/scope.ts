import type { Case } from "@evenhand/domain";

/** Only cases of which the case itself, or one of its parties, states one of these values of a fact. */
export type ScopeFilter = { readonly fact: string; readonly values: readonly string[] };

/** Whether a case is within all of them. */
export function isInScope({ facts, parties }: Case, scope: readonly ScopeFilter[]): boolean {
  const stated = [facts, ...parties.map((party) => party.facts)];
  return scope.every(({ fact, values }) =>
    stated.some((own) => Object.hasOwn(own, fact) && values.includes(String(own[fact]))),
  );
}
