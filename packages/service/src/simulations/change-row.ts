import { type CaseChange, type ChangeKind, type ChangedBy, isInside } from "@evenhand/analysis";
import type { NewChange, SimulationCaseRow } from "@evenhand/store";
import { groupKey } from "../cases/group-key.ts";

/** A change as it is kept, with what it is found by. */
export function changeRow(
  job: string,
  row: SimulationCaseRow,
  { change, position }: { readonly change: CaseChange; readonly position: number },
): NewChange {
  const difference = change.candidateMinor - change.baselineMinor;
  return {
    job_id: job,
    position,
    case_id: row.id,
    direction: difference > 0 ? "higher" : difference < 0 ? "lower" : "same",
    difference_minor: difference,
    evaluated_at: row.evaluated_at,
    change: JSON.stringify(change),
    keys: keysOfChange(change),
  };
}

function keysOfChange({ by, kinds, causes, approval, parties, groups }: CaseChange): readonly string[] {
  return [
    byKey(by),
    ...kinds.map(kindKey),
    ...(approval === "higher" ? [HIGHER_APPROVAL_KEY] : []),
    ...causes.map(({ rule }) => causeKey(rule)),
    // What is told of transitions is told of the company's own: another party stands in none of its counts.
    ...parties.flatMap((party) =>
      party.from !== party.to && isInside(party) ? [transitionKey(party.from, party.to)] : [],
    ),
    ...Object.entries(groups).flatMap(([fact, values]) => values.map((value) => groupKey(fact, value))),
  ];
}

export function byKey(by: ChangedBy): string {
  return `by:${by}`;
}

export function kindKey(kind: ChangeKind): string {
  return `kind:${kind}`;
}

/** That a higher level has to approve. */
export const HIGHER_APPROVAL_KEY = "approval:higher";

/** That somebody went from one class of outcome to another. */
export function transitionKey(from: string, to: string): string {
  return `transition:${JSON.stringify([from, to])}`;
}

export function causeKey(rule: string): string {
  return `cause:${rule}`;
}
