import type { Guard, GuardPeriod, LocalizedText, Reference } from "@evenhand/domain";
import type { VersionDocument } from "../../policy/policy-queries.ts";

export type NamingPolicy = { readonly id: string; readonly version: number; readonly title: LocalizedText };

/** The policies that name a guard, by its jurisdiction. */
export function policiesNaming(
  documents: readonly VersionDocument[],
  jurisdiction: string,
): readonly NamingPolicy[] {
  return documents
    .filter(({ policy }) => policy.guards.includes(jurisdiction))
    .map(({ policy: { id, version, title } }) => ({ id, version, title }));
}

/** The laws that a guard cites, each once, in the order in which it does. */
export function sourcesOf({ periods }: Guard): readonly string[] {
  const cited = periods.flatMap(referencesOf).flatMap(({ source }) => source ?? []);
  return [...new Set(cited)];
}

function referencesOf(period: GuardPeriod): readonly Reference[] {
  const { perActCap, perPeriodCap, allDeductionsCap, floor, carry, limitationDays, requires = [] } = period;
  const parts = [perActCap, perPeriodCap, allDeductionsCap, floor, carry, limitationDays, ...requires];
  return [...period.references, ...parts.flatMap((part) => part?.references ?? [])];
}
