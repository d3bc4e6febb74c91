import type { ExplanationStep } from "@evenhand/domain";
import { type Tried, chargeOf, entryOf } from "./bench.ts";
import type { ProbeCase } from "./probe-result.ts";

/** By rule: what it charges somebody, minor units; 0 of a rule that fired on them or on the case and charges nothing. */
export function chargesOf({ explanation }: Tried, id: string): ReadonlyMap<string, number> {
  const charges = new Map<string, number>();
  for (const step of explanation) {
    const { rule, fired, stands, arithmetic } = step;
    if (rule === undefined || fired !== true || !concerns(step, id)) continue;
    const amount =
      stands === false ? 0 : (arithmetic ?? []).reduce((sum, line) => sum + (line.resultMinor ?? 0), 0);
    charges.set(rule, (charges.get(rule) ?? 0) + amount);
  }
  return charges;
}

/** Deadlines and who approves follow from what is charged and make none of it. */
function concerns({ stage, party, effect }: ExplanationStep, id: string): boolean {
  if (stage === "deadline" || stage === "authority") return false;
  const named = effect?.params["on"] ?? effect?.params["bearer"];
  return named === id || party === undefined || (party === id && typeof named !== "string");
}

/** The rules that fire, or charge, otherwise in one case than in the other; what makes the difference. */
export function rulesBetween([one, other]: readonly [Tried, Tried], id: string): readonly string[] {
  const [before, after] = [chargesOf(one, id), chargesOf(other, id)];
  const all = new Set([...before.keys(), ...after.keys()]);
  const differing = [...all].filter((rule) => before.get(rule) !== after.get(rule));
  return (differing.length > 0 ? differing : [...all]).toSorted();
}

/** A trial as a finding shows it, from the side of one person. */
export function caseFor(tried: Tried, id: string, evaluatedAt: string): ProbeCase {
  const { trial, outcome } = tried;
  const entry = entryOf(tried, id);
  return {
    request: trial.request,
    evaluatedAt,
    onRecord: trial.onRecord,
    disposition: outcome.disposition,
    chargeMinor: chargeOf(tried, id),
    grade: entry?.grade ?? null,
    schedule: entry?.schedule ?? [],
    rules: [...chargesOf(tried, id)]
      .map(([rule, amountMinor]) => ({ rule, amountMinor }))
      .toSorted((left, right) => (left.rule < right.rule ? -1 : 1)),
  };
}
