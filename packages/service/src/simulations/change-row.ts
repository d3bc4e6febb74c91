import type { CaseChange } from "@evenhand/analysis";
import type { NewChange, SimulationCaseRow } from "@evenhand/store";

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
    keys: [
      ...change.causes.map(({ rule }) => causeKey(rule)),
      ...Object.entries(change.groups).flatMap(([fact, values]) =>
        values.map((value) => groupKey(fact, value)),
      ),
    ],
  };
}

export function causeKey(rule: string): string {
  return `cause:${rule}`;
}

/** A value that nobody stated is found as the empty text. */
export function groupKey(fact: string, value: string | null): string {
  return `group:${fact}=${value ?? ""}`;
}
