import {
  type CaseChange,
  type ChangeKind,
  type ChangedBy,
  type GroupResult,
  decideSides,
} from "@evenhand/analysis";
import { type Case, type EvaluateResponse, pointer, quote } from "@evenhand/domain";
import {
  type ChangeFilter,
  type ChangeOrder,
  type SimulationChangeRow,
  caseById,
  countSimulationChanges,
  simulationChange,
  simulationChanges,
} from "@evenhand/store";
import { groupKey } from "../cases/group-key.ts";
import type { ServiceContext } from "../context.ts";
import { isOver, runOf } from "../jobs/runs.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { HIGHER_APPROVAL_KEY, byKey, causeKey, kindKey, transitionKey } from "./change-row.ts";
import { openSides } from "./open-sides.ts";
import { keptOf, payloadOf } from "./read-simulation.ts";
import { SIMULATION } from "./simulation-job.ts";
import { pastCaseOf } from "./simulating.ts";
import { WITHHELD_GROUP_ASKED, isTold } from "./told-groups.ts";

export { CHANGED_BY, CHANGE_KINDS } from "@evenhand/analysis";
export { CHANGE_ORDERS } from "@evenhand/store";

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
  readonly by?: ChangedBy;
  /** In what respect it differs. */
  readonly kind?: ChangeKind;
  /** Where a higher level has to approve. */
  readonly approval?: "higher";
  /** Classes of outcome: somebody went from one to the other. Both, or neither. */
  readonly from?: string;
  readonly to?: string;
  /** Default: by day. */
  readonly order?: ChangeOrder;
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

/** A page of the cases that come out otherwise. */
export type ChangePage = {
  readonly changes: readonly ChangeView[];
  /** How many fit what was asked, on this page and on all others. */
  readonly total: number;
  readonly next: string | null;
};

/** In the order in which the cases were decided, or by the size of the difference: that only of a run that is over. */
export async function readChanges(
  { store }: Pick<ServiceContext, "store">,
  { id, ...asked }: ChangesAsked & { readonly id: string },
): Promise<ChangePage | RefusedAsk> {
  const { limit = PAGE, cursor, order = "day" } = asked;
  return store.read(async (db) => {
    const row = await runOf(db, { id, name: SIMULATION });
    if ("refusal" in row) return row;
    if (order === "difference" && !isOver(row)) return refusedAsk(NOT_OVER);
    const groups = keptOf(row)?.simulation.groups ?? [];
    const filter = changeFilter(asked, { job: id, groups });
    if ("refusal" in filter) return filter;
    const rows = await simulationChanges(db, {
      ...filter,
      order,
      limit: limit + 1,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      changes: shown.map((one) => changeView(one, groups)),
      total: await countSimulationChanges(db, filter),
      next: rows.length > limit && last ? String(last.position) : null,
    };
  });
}

/** What is asked for, as the store takes it; refused where it makes no sense, or would tell of a few persons. */
export function changeFilter(
  asked: ChangesAsked,
  { job, groups }: { readonly job: string; readonly groups: readonly GroupResult[] },
): ChangeFilter | RefusedAsk {
  const { direction, least, most, group, value = null } = asked;
  if ((asked.from === undefined) !== (asked.to === undefined))
    return refusedAsk(halfATransition(asked.from === undefined ? "from" : "to"));
  if (group !== undefined && !isTold(groups, { fact: group, value: value === "" ? null : value }))
    return refusedAsk(WITHHELD_GROUP_ASKED);
  return {
    job,
    keys: keysOf(asked),
    ...(direction === undefined ? {} : { direction }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

function keysOf({ by, kind, approval, cause, from, to, group, value }: ChangesAsked): readonly string[] {
  return [
    ...(by === undefined ? [] : [byKey(by)]),
    ...(kind === undefined ? [] : [kindKey(kind)]),
    ...(approval === undefined ? [] : [HIGHER_APPROVAL_KEY]),
    ...(from === undefined || to === undefined ? [] : [transitionKey(from, to)]),
    ...(cause === undefined ? [] : [causeKey(cause)]),
    ...(group === undefined ? [] : [groupKey(group, value ?? null)]),
  ];
}

/** As a list tells it: without the values of groups of a few. */
function changeView(row: SimulationChangeRow, groups: readonly GroupResult[]): ChangeView {
  const view = viewOf(changeIn(row), row.position);
  const told = Object.entries(view.groups).map(
    ([fact, values]) => [fact, values.filter((value) => isTold(groups, { fact, value }))] as const,
  );
  return { ...view, groups: Object.fromEntries(told) };
}

export function viewOf({ sides: _sides, ...change }: CaseChange, position: number): ChangeView {
  return { ...change, position, differenceMinor: change.candidateMinor - change.baselineMinor };
}

/** INVARIANT: it was written by the simulation. */
export function changeIn({ change }: SimulationChangeRow): CaseChange {
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
  return orRefused(() =>
    store.read(async (db) => {
      const job = await runOf(db, { id, name: SIMULATION });
      if ("refusal" in job) return job;
      const row = await simulationChange(db, { job: id, caseId });
      const kept = row && (await caseById(db, caseId));
      if (!row || !kept) return refusedAsk(noChange(caseId));
      const change = changeIn(row);
      const one = pastCaseOf({ ...kept, decided_on: change.decidedOn, evaluated_at: row.evaluated_at });
      const payload = payloadOf(job);
      const sides = { ...(await openSides(rules, db, payload)), isDraft: "draft" in payload.candidate };
      const groups = keptOf(job)?.simulation.groups ?? [];
      return { change: changeView(row, groups), case: one.case, ...decideSides(sides, change, one) };
    }),
  );
}

/** What is found later may belong on a page that was told already. */
const NOT_OVER: SentProblem = {
  code: "wrong-state",
  at: pointer("order"),
  message: {
    en: "the simulation is still under way, and what it finds next may differ by more than what is listed by then",
    zh: "该模拟尚未结束，后续发现的差额可能大于已列出的差额",
  },
  help: {
    en: "list them by `day`, or wait until the simulation is over",
    zh: "请按`day`排序，或等待模拟结束",
  },
};

function halfATransition(missing: "from" | "to"): SentProblem {
  return {
    code: "invalid-parameter",
    at: pointer(missing),
    message: {
      en: "`from` and `to` name the class of outcome before and after, and go together",
      zh: "`from`与`to`分别为变化前后的结果类别，须同时给出",
    },
  };
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
