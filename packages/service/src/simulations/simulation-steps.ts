import {
  type CaseChange,
  type PastCase,
  type Simulation,
  type Sides,
  startSimulation,
} from "@evenhand/analysis";
import { type Case, contentHash } from "@evenhand/domain";
import { EVALUATORS, type LoadedVersion } from "@evenhand/engine";
import {
  type NewChange,
  type SimulationCaseRow,
  deleteSimulationCases,
  insertSimulationChanges,
  simulationCases,
} from "@evenhand/store";
import type { JobContext, JobKind, JobStep, JobToDo } from "../jobs/job-kind.ts";
import { collectCases } from "./collect-cases.ts";
import { keepFull } from "./keep-full.ts";
import { openSides } from "./open-sides.ts";
import { type Place, SIMULATION, type SimulationKept, type SimulationPayload } from "./simulation-job.ts";

/** So many cases are read at a time; others have their turn in between. */
const PAGE = 50;
/** A step is kept after so long, or once it found so much. */
const STEP_MS = 1_000;
const STEP_CHANGES = 500;

/** How simulations are worked on: the cases are found and fixed first, then decided one after the other. */
export const SIMULATIONS: JobKind = {
  name: SIMULATION.kind,
  steps: async function* (context, job) {
    // INVARIANT: it was written where the job was put in line.
    const payload = JSON.parse(job.payload) as SimulationPayload;
    const rules = await context.rulebook();
    const sides = await context.store.read((db) => openSides(rules, db, payload));
    const ground = groundOf(sides);
    let place = placeOf(job);
    // Upon another calendar or another guard than it was begun with, everything is decided anew.
    const isMoved = place?.ground !== undefined && place.ground !== JSON.stringify(ground);
    if (place === undefined || isMoved || place.collected === undefined)
      place = yield* collectCases(context, job, {
        payload,
        timeZone: sides.baseline.version.policy.timeZone,
        place: isMoved ? undefined : place,
        begin: () => new Run({ job, payload, sides, ground }),
      });
    const run = new Run({ job, payload, sides, ground }, place);
    yield* run.steps(context);
    await keepFull(context, job, { payload, kept: run.kept() });
  },
};

function placeOf({ kept }: JobToDo): Place | undefined {
  // INVARIANT: it was written here.
  return kept && (JSON.parse(kept.checkpoint) as Place);
}

function groundOf({ baseline, candidate }: Sides): SimulationKept["ground"] {
  const hashes = ({ calendar, guardHashes }: LoadedVersion): readonly string[] => [
    calendar.hash,
    ...guardHashes.values(),
  ];
  return { baseline: hashes(baseline), candidate: hashes(candidate) };
}

type Given = {
  readonly job: JobToDo;
  readonly payload: SimulationPayload;
  readonly sides: Sides;
  readonly ground: SimulationKept["ground"];
};

/** One simulation that is being worked on. */
export class Run {
  readonly #given: Given;
  readonly #simulation: Simulation;
  readonly #total: number;
  #last: { readonly decidedOn: string; readonly id: string } | null;
  #done: number;
  #caseSet: string;
  #changes: NewChange[] = [];

  constructor(given: Given, { state, collected = 0, caseSet = contentHash([]) }: Place = {}) {
    this.#given = given;
    const { sides, payload } = given;
    const ask = {
      ...sides,
      groups: payload.groups,
      ...("draft" in payload.candidate ? { candidateName: DRAFT } : {}),
    };
    this.#simulation = startSimulation(ask, state);
    this.#last = state?.last ?? null;
    this.#done = this.#simulation.result().counts.taken;
    this.#total = collected;
    this.#caseSet = caseSet;
  }

  async *steps(context: JobContext): AsyncGenerator<JobStep> {
    const { job } = this.#given;
    let keptAt = context.now();
    for (;;) {
      const rows = await context.store.read((db) =>
        simulationCases(db, { job: job.id, after: this.#last, limit: PAGE }),
      );
      for (const row of rows) this.#take(row);
      const isOver = rows.length < PAGE;
      if (isOver || context.now() - keptAt >= STEP_MS || this.#changes.length >= STEP_CHANGES) {
        yield this.#step();
        keptAt = context.now();
      }
      if (isOver) return;
      await job.pause();
    }
  }

  kept(): SimulationKept {
    return {
      simulation: this.#simulation.result(),
      caseSet: { cases: this.#done, hash: this.#caseSet },
      engine: EVALUATORS.compiled,
      ground: this.#given.ground,
    };
  }

  #take(row: SimulationCaseRow): void {
    const { id, content_hash, decided_on: decidedOn } = row;
    const change = this.#simulation.take(pastCaseOf(row));
    this.#done += 1;
    this.#caseSet = contentHash([this.#caseSet, id, content_hash, decidedOn]);
    this.#last = { decidedOn, id };
    if (change) this.#changes.push(changeRow(this.#given.job.id, row, { change, position: this.#done }));
  }

  #step(): JobStep {
    const changes = this.#changes;
    this.#changes = [];
    const kept = this.kept();
    const place: Place = {
      collected: this.#total,
      ground: JSON.stringify(this.#given.ground),
      state: this.#simulation.state(),
      caseSet: this.#caseSet,
    };
    const { id } = this.#given.job;
    const isLast = this.#done === this.#total;
    return {
      done: this.#done,
      total: this.#total,
      skipped: kept.simulation.counts.skipped,
      result: JSON.stringify(kept),
      checkpoint: JSON.stringify(place),
      keep: async (tx) => {
        await insertSimulationChanges(tx, changes);
        if (isLast) await deleteSimulationCases(tx, id);
      },
    };
  }
}

const DRAFT = { en: "the draft", zh: "草案" };

export function pastCaseOf(row: Omit<SimulationCaseRow, "content_hash">): PastCase {
  // INVARIANT: what is kept was read as a case.
  const { facts, parties, evidence } = JSON.parse(row.content) as Case;
  return {
    id: row.id,
    // What its sender called it is nobody's business here.
    case: { reference: row.id, facts, parties, ...(evidence ? { evidence } : {}) },
    evaluatedAt: row.evaluated_at,
    appliesOn: row.applies_on,
    decidedOn: row.decided_on,
  };
}

function changeRow(
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
