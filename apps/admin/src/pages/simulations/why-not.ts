import type { Asked } from "./asked.ts";
import type { SimulationEstimate } from "./simulation-queries.ts";

/** Why there is nothing to begin: both sides say the same, no case is there, or what is ticked is of no fact. */
export type WhyNot = "same" | "noCases" | "unknownGroup" | "unknownScope";

/**
 * Why a simulation could say nothing, or would be refused, by what was counted before; undefined where it can be begun.
 *
 * @example whyNot({ isSame: true, cases: 120, facts: [] }, { groups: [], scope: [] }) // "same"
 */
export function whyNot(
  { isSame, cases, facts }: Pick<SimulationEstimate, "isSame" | "cases" | "facts">,
  asked: Pick<Asked, "groups" | "scope">,
): WhyNot | undefined {
  if (unknownGroups(facts, asked).length > 0) return "unknownGroup";
  if (unknownScope(facts, asked).length > 0) return "unknownScope";
  if (isSame) return "same";
  return cases === 0 ? "noCases" : undefined;
}

/** Groups that an address names and neither version knows of. */
export function unknownGroups(
  facts: SimulationEstimate["facts"],
  { groups }: Pick<Asked, "groups">,
): readonly string[] {
  return groups.filter((group) => facts.every(({ name }) => name !== group));
}

/** Facts by whose values an address narrows the cases, and that neither version offers. */
export function unknownScope(
  facts: SimulationEstimate["facts"],
  { scope }: Pick<Asked, "scope">,
): readonly string[] {
  return unknownGroups(facts, { groups: scope.map(({ fact }) => fact) });
}
