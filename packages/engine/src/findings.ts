import { type EventType, type Finding, formatDay } from "@evenhand/domain";
import type { Run, StepDraft } from "./run.ts";

/** What can be said against somebody; commendations, measures and warnings are not. */
const AGAINST: ReadonlySet<string> = new Set<EventType>([
  "role",
  "bear",
  "fine",
  "grade",
  "deduct",
  "remind",
]);

/** Where somebody is exempt, their claim and their share of the loss come to nothing. */
const NOT_OF_THE_EXEMPT: ReadonlySet<string> = new Set<EventType>(["bear", "deduct"]);

/**
 * What goes on record against persons: every rule that stood against one of them in an upheld case, once for each person,
 * dated on the day that decided the version. A rule that fired and came to nothing, for want of a fact or of a share, is
 * not among them; one whose amount somebody let off is, since what it says of the person still holds.
 */
export function findingsOf(run: Run): readonly Finding[] {
  if (run.disposition !== "upheld") return [];
  const occurredOn = formatDay(run.asOfDay);
  const found = new Map<string, Finding>();
  for (const step of run.explanation) {
    const party = againstWhom(step);
    const entry = party === undefined ? undefined : run.entries.get(party);
    if (entry?.kind !== "person" || step.rule === undefined) continue;
    if (entry.exemption !== undefined && NOT_OF_THE_EXEMPT.has(step.effect?.type ?? "")) continue;
    found.set(JSON.stringify([entry.id, step.rule]), { party: entry.id, code: step.rule, occurredOn });
  }
  return [...found.values()];
}

/** Whom a rule that stood names in place of the party it was asked of, or that party. */
function againstWhom({ stands, note, effect, party }: StepDraft): string | undefined {
  if (stands !== true || note !== undefined || !effect || !AGAINST.has(effect.type)) return undefined;
  const named = effect.params["on"] ?? effect.params["bearer"];
  return typeof named === "string" ? named : party;
}
