import { groupKey } from "../cases/group-key.ts";
import type { FairnessCase, FairnessCasesAsked } from "./fairness-cases.ts";

/** What somebody counted is found by. */
export function keysOfCase({ groups, category, decider, isPenalised }: FairnessCase): readonly string[] {
  return [
    ...Object.entries(groups).map(([fact, value]) => groupKey(fact, value)),
    categoryKey(category),
    deciderKey(decider),
    penalisedKey(isPenalised ? "yes" : "no"),
  ];
}

/** What is asked for, as such keys; each must be there. */
export function keysAsked(asked: FairnessCasesAsked): readonly string[] {
  const { group, value, and, andValue, category, decider, penalised } = asked;
  return [
    ...(group === undefined ? [] : [groupKey(group, value ?? null)]),
    ...(and === undefined ? [] : [groupKey(and, andValue ?? null)]),
    ...(category === undefined ? [] : [categoryKey(category)]),
    ...(decider === undefined ? [] : [deciderKey(decider)]),
    ...(penalised === undefined ? [] : [penalisedKey(penalised)]),
  ];
}

/** The empty text is a case without a kind. */
function categoryKey(category: string | null): string {
  return `category:${category ?? ""}`;
}

/** The empty text is a key of another system. */
function deciderKey(decider: string | null): string {
  return `decider:${decider ?? ""}`;
}

function penalisedKey(penalised: "yes" | "no"): string {
  return `penalised:${penalised}`;
}
