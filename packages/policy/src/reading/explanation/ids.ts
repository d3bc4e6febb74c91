import type { EvaluateResponse } from "@evenhand/domain";

/** Stands for the company wherever somebody is named, as a word and not as an id. */
const COMPANY = "company";

/**
 * The ids of everybody whom a decision names: its parties and whomever they name. What bears or is owed something may
 * be a word of the policy instead, so those places say nothing about ids.
 *
 * @example idsIn(response) // Set { "P1", "P2", "H1" }
 */
export function idsIn({
  outcome,
  explanation,
}: Pick<EvaluateResponse, "outcome" | "explanation">): ReadonlySet<string> {
  const named: readonly unknown[] = [
    ...outcome.parties.map(({ party }) => party),
    ...outcome.measures.map(({ party }) => party),
    ...outcome.warnings.map(({ party }) => party),
    ...outcome.authority.excluded,
    ...explanation.flatMap(({ party, effect }) => [party, effect?.params["on"]]),
  ];
  return new Set(named.filter((id): id is string => typeof id === "string" && id !== "" && id !== COMPANY));
}
