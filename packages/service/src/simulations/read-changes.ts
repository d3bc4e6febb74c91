import { type CaseChange, decideSides } from "@evenhand/analysis";
import { type Case, type EvaluateResponse, quote } from "@evenhand/domain";
import { type SimulationChangeRow, caseById, simulationChange, simulationChanges } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { runOf } from "../jobs/runs.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { causeKey, groupKey } from "./change-row.ts";
import { openSides } from "./open-sides.ts";
import { payloadOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";
import { pastCaseOf } from "./simulating.ts";

/** Whether a case comes out higher in amount, lower, or otherwise at the same. */
export const DIRECTIONS = ["higher", "lower", "same"] as const;

/** Which changes; what is left out is not asked for. */
export type ChangesAsked = {
  readonly direction?: (typeof DIRECTIONS)[number];
  /** A rule that is among the causes. */
  readonly cause?: string;
  /** A fact of the groups, and the value that stands in the case; the empty text where nobody stated it. */
  readonly group?: string;
  readonly value?: string;
  /** Differences, candidate less baseline, both included, minor units. */
  readonly least?: number;
  readonly most?: number;
  readonly cursor?: number;
  readonly limit?: number;
};

/** A change as a list shows it. People stand in it under their pseudonyms. */
export type ChangeView = Omit<CaseChange, "sides"> & {
  /** Its place among all cases of the simulation, from 1. */
  readonly position: number;
  readonly differenceMinor: number;
};

export const MOST_CHANGES = 200;
const PAGE = 50;

/** A page of the cases that come out otherwise, in the order in which they were decided. */
export async function readChanges(
  { store }: Pick<ServiceContext, "store">,
  { id, ...asked }: ChangesAsked & { readonly id: string },
): Promise<{ readonly changes: readonly ChangeView[]; readonly next: string | null } | RefusedAsk> {
  const { limit = PAGE, cursor, direction, least, most } = asked;
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in row) return row;
    const rows = await simulationChanges(db, {
      job: id,
      keys: keysOf(asked),
      limit: limit + 1,
      ...(direction === undefined ? {} : { direction }),
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      changes: shown.map(changeView),
      next: rows.length > limit && last ? String(last.position) : null,
    };
  });
}

function keysOf({ cause, group, value }: ChangesAsked): readonly string[] {
  return [
    ...(cause === undefined ? [] : [causeKey(cause)]),
    ...(group === undefined ? [] : [groupKey(group, value ?? null)]),
  ];
}

function changeView(row: SimulationChangeRow): ChangeView {
  return viewOf(changeIn(row), row.position);
}

export function viewOf({ sides: _sides, ...change }: CaseChange, position: number): ChangeView {
  return { ...change, position, differenceMinor: change.candidateMinor - change.baselineMinor };
}

/** INVARIANT: it was written by the simulation. */
function changeIn({ change }: SimulationChangeRow): CaseChange {
  return JSON.parse(change) as CaseChange;
}

/** A case that comes out otherwise, decided again on both sides in full. */
export type ChangeInFull = {
  readonly change: ChangeView;
  /** As it was decided upon, sealed: no name and no free text stands in it. */
  readonly case: Case;
  readonly baseline: EvaluateResponse;
  readonly candidate: EvaluateResponse;
  /** What the candidate says upon what the baseline decided upon: the same as the baseline, where only earlier cases differ. */
  readonly candidateUponBaseline: EvaluateResponse;
};

/** One case of a simulation, old and new side by side with both explanations. */
export async function readChange(
  { store, rulebook }: Pick<ServiceContext, "store" | "rulebook">,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<ChangeInFull | RefusedAsk> {
  const rules = await rulebook();
  return store.read(async (db) => {
    const job = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in job) return job;
    const row = await simulationChange(db, { job: id, caseId });
    const kept = row && (await caseById(db, caseId));
    if (!row || !kept) return refusedAsk(noChange(caseId));
    const change = changeIn(row);
    const one = pastCaseOf({ ...kept, decided_on: change.decidedOn, evaluated_at: row.evaluated_at });
    const sides = await openSides(rules, db, payloadOf(job));
    return { change: changeView(row), case: one.case, ...decideSides(sides, change, one) };
  });
}

function noChange(caseId: string): SentProblem {
  return {
    code: "not-found",
    at: "",
    message: {
      en: `the simulation found no change of a case ${quote(caseId)}`,
      zh: `该模拟中没有案件${quote(caseId)}的变化`,
    },
  };
}
