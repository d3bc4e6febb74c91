import type { DecisionRecord, ExplanationStep } from "@evenhand/domain";
import { isPseudonym } from "@evenhand/evidence";

/** What can be said against somebody; commendations, measures and warnings are not. */
const AGAINST: ReadonlySet<string> = new Set(["role", "bear", "fine", "grade", "deduct", "remind"]);
/** Where somebody is exempt, these come to nothing. */
const NOT_OF_THE_EXEMPT: ReadonlySet<string> = new Set(["bear", "deduct"]);

/**
 * What a decision puts on record against people, read from its explanation alone: every rule that stood against one of
 * them in an upheld case. Written apart from what kept the findings, so that the two can be held against each other.
 */
export function findingsIn({
  outcome,
  explanation,
}: DecisionRecord): readonly { readonly party: string; readonly code: string }[] {
  if (outcome.disposition !== "upheld") return [];
  // Whom a rule names without there being anything to bear is not in the outcome.
  const concerned = new Set(outcome.parties.map(({ party }) => party).filter(isPseudonym));
  const exempt = new Set(explanation.filter(exemptsWholly).map(({ party }) => party));
  const found = new Map<string, { readonly party: string; readonly code: string }>();
  for (const step of explanation) {
    const party = againstWhom(step);
    if (party === undefined || step.rule === undefined || !concerned.has(party)) continue;
    if (exempt.has(party) && NOT_OF_THE_EXEMPT.has(step.effect?.type ?? "")) continue;
    found.set(`${party} ${step.rule}`, { party, code: step.rule });
  }
  return [...found.values()];
}

/** The outcome also says in a word why somebody without an exemption has nothing to pay, so that it is no guide here. */
function exemptsWholly({ stands, effect }: ExplanationStep): boolean {
  return stands === true && effect?.type === "exempt" && effect.params["portion"] === undefined;
}

function againstWhom({ stands, note, effect, party }: ExplanationStep): string | undefined {
  if (stands !== true || note !== undefined || !effect || !AGAINST.has(effect.type)) return undefined;
  const named = effect.params["on"] ?? effect.params["bearer"];
  return typeof named === "string" ? named : party;
}
