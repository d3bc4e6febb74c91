import type { Sides } from "@evenhand/analysis";
import type { Case } from "@evenhand/domain";
import {
  type PastCaseRow,
  type Store,
  casesById,
  deleteSimulationCases,
  deleteSimulationChanges,
  insertSimulationCases,
  pastCases,
} from "@evenhand/store";
import { type ScopeFilter, isInScope } from "../cases/scope.ts";
import type { JobContext, JobStep, JobToDo } from "../jobs/job-kind.ts";
import { isWithin } from "./estimate-simulation.ts";
import { pastDayOf } from "./past-day.ts";
import { Simulating } from "./simulating.ts";
import type { Place, SimulationPayload } from "./simulation-job.ts";

const PAGE = 500;

type Given = {
  readonly payload: SimulationPayload;
  readonly sides: Sides;
  /** Where it was left, if it was begun before; without it, what was found before is taken away. */
  readonly place: Place | undefined;
};

/**
 * Finds the cases that a simulation goes through, and fixes them, so that what comes in meanwhile changes neither the count
 * that was told nor the order.
 */
export async function* collectCases(
  { store }: JobContext,
  { id, pause }: JobToDo,
  { payload, sides, place: before }: Given,
): AsyncGenerator<JobStep, Place> {
  const result = JSON.stringify(new Simulating({ payload, sides }).kept());
  const { timeZone } = sides.baseline.version.policy;
  let place = before;
  for (;;) {
    const isFirst = place === undefined;
    const rows = await store.read((db) =>
      pastCases(db, { policyId: payload.policy, after: place?.lookedAt ?? "", limit: PAGE }),
    );
    const within = await inScope(store, rows, payload.scope);
    const cases = rows.flatMap((row) => {
      const { decidedOn, evaluatedAt } = pastDayOf(row, timeZone);
      if (!within(row) || !isWithin(decidedOn, payload)) return [];
      return [{ job_id: id, decided_on: decidedOn, case_id: row.case_id, evaluated_at: evaluatedAt }];
    });
    const found = (place?.found ?? 0) + cases.length;
    const isOver = rows.length < PAGE;
    place = { lookedAt: rows.at(-1)?.newest_id ?? "", found, ...(isOver ? { collected: found } : {}) };
    yield {
      done: 0,
      total: found,
      result,
      checkpoint: JSON.stringify(place),
      keep: async (tx) => {
        if (isFirst) {
          await deleteSimulationChanges(tx, id);
          await deleteSimulationCases(tx, id);
        }
        await insertSimulationCases(tx, cases);
      },
    };
    if (isOver) return place;
    await pause();
  }
}

/** Whether a case is within the scope; its facts are read only where there is one. */
export async function inScope(
  store: Store,
  rows: readonly PastCaseRow[],
  scope: readonly ScopeFilter[],
): Promise<(row: PastCaseRow) => boolean> {
  if (scope.length === 0) return () => true;
  const ids = rows.map(({ case_id }) => case_id);
  const found = await store.read((db) => casesById(db, ids));
  const within = new Set(
    found.flatMap(({ id, content }) => {
      // INVARIANT: what is kept was read as a case.
      const one = JSON.parse(content) as Case;
      return isInScope(one, scope) ? [id] : [];
    }),
  );
  return ({ case_id }) => within.has(case_id);
}
