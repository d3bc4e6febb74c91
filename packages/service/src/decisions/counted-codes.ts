import type { Policy } from "@evenhand/domain";

/**
 * The codes of findings that facts of a policy count. Nothing else that is on record against somebody can touch a decision
 * under it, so that nothing else is read for one, and none of it grows with everything that was ever decided.
 */
export function countedCodes({ derived }: Pick<Policy, "derived">): readonly string[] {
  const facts = [...Object.values(derived?.case ?? {}), ...Object.values(derived?.party ?? {})];
  return [...new Set(facts.flatMap((fact) => (fact.kind === "on-record" ? [fact.code] : [])))];
}
