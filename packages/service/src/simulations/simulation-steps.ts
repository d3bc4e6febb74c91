import {
  type NewChange,
  deleteSimulationCases,
  insertSimulationChanges,
  simulationCases,
} from "@evenhand/store";
import type { JobContext, JobKind, JobStep, JobToDo } from "../jobs/job-kind.ts";
import { changeRow } from "./change-row.ts";
import { collectCases } from "./collect-cases.ts";
import { keepFull } from "./keep-full.ts";
import { openSides } from "./open-sides.ts";
import { Simulating, groundOf } from "./simulating.ts";
import { type Place, SIMULATION, type SimulationPayload } from "./simulation-job.ts";

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
    const ground = JSON.stringify(groundOf(sides));
    const left = placeOf(job);
    // Upon another calendar or another guard than it was begun with, everything is decided anew.
    const goesOn = left?.ground === undefined || left.ground === ground ? left : undefined;
    const place =
      goesOn?.collected === undefined
        ? yield* collectCases(context, job, { payload, sides, place: goesOn })
        : goesOn;
    const simulating = new Simulating({ payload, sides }, place);
    yield* stepsOf(context, job, { simulating, ground, total: place.collected ?? 0 });
    await keepFull(context, job, { payload, kept: simulating.kept() });
  },
  clear: deleteSimulationCases,
};

function placeOf({ kept }: JobToDo): Place | undefined {
  // INVARIANT: it was written here.
  return kept && (JSON.parse(kept.checkpoint) as Place);
}

type Run = { readonly simulating: Simulating; readonly ground: string; readonly total: number };

async function* stepsOf({ store, now }: JobContext, job: JobToDo, run: Run): AsyncGenerator<JobStep> {
  const { simulating } = run;
  let changes: NewChange[] = [];
  let keptAt = now();
  for (;;) {
    const rows = await store.read((db) =>
      simulationCases(db, { job: job.id, after: simulating.last, limit: PAGE }),
    );
    for (const row of rows) {
      const change = simulating.take(row);
      if (change) changes.push(changeRow(job.id, row, { change, position: simulating.done }));
    }
    const isOver = rows.length < PAGE;
    if (isOver || now() - keptAt >= STEP_MS || changes.length >= STEP_CHANGES) {
      yield stepOf(run, changes);
      [changes, keptAt] = [[], now()];
    }
    if (isOver) return;
    await job.pause();
  }
}

function stepOf({ simulating, ground, total }: Run, changes: readonly NewChange[]): JobStep {
  const kept = simulating.kept();
  const place: Place = { collected: total, ground, ...simulating.state() };
  return {
    done: simulating.done,
    total,
    skipped: kept.simulation.counts.skipped,
    result: JSON.stringify(kept),
    checkpoint: JSON.stringify(place),
    keep: (tx) => insertSimulationChanges(tx, changes),
  };
}
