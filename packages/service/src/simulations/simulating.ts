import {
  type CaseChange,
  type PastCase,
  type SimulationState,
  type Sides,
  startSimulation,
} from "@evenhand/analysis";
import { type Case, contentHash } from "@evenhand/domain";
import { EVALUATORS, type LoadedVersion } from "@evenhand/engine";
import type { SimulationCaseRow } from "@evenhand/store";
import type { SimulationKept, SimulationPayload } from "./simulation-job.ts";

/** What of a simulation was kept, to go on from. */
export type SimulatedSoFar = { readonly state?: SimulationState; readonly caseSet?: string };

/** A simulation under way that keeps by hash which cases it was given. */
export class Simulating {
  readonly #simulation: ReturnType<typeof startSimulation>;
  readonly #ground: SimulationKept["ground"];
  #last: { readonly decidedOn: string; readonly id: string } | null;
  #done: number;
  #caseSet: string;

  constructor(
    { payload, sides }: { readonly payload: SimulationPayload; readonly sides: Sides },
    { state, caseSet = contentHash([]) }: SimulatedSoFar = {},
  ) {
    const name = "draft" in payload.candidate ? { candidateName: DRAFT } : {};
    this.#simulation = startSimulation({ ...sides, groups: payload.groups, ...name }, state);
    this.#ground = groundOf(sides);
    this.#last = state?.last ?? null;
    this.#done = state?.taken ?? 0;
    this.#caseSet = caseSet;
  }

  /** The last case that was taken. */
  get last(): { readonly decidedOn: string; readonly id: string } | null {
    return this.#last;
  }

  get done(): number {
    return this.#done;
  }

  take(row: SimulationCaseRow): CaseChange | undefined {
    const { id, content_hash, decided_on: decidedOn } = row;
    const change = this.#simulation.take(pastCaseOf(row));
    this.#done += 1;
    this.#caseSet = contentHash([this.#caseSet, id, content_hash, decidedOn]);
    this.#last = { decidedOn, id };
    return change;
  }

  state(): Required<SimulatedSoFar> {
    return { state: this.#simulation.state(), caseSet: this.#caseSet };
  }

  kept(): SimulationKept {
    return {
      simulation: this.#simulation.result(),
      caseSet: { cases: this.#done, hash: this.#caseSet },
      engine: EVALUATORS.compiled,
      ground: this.#ground,
    };
  }
}

const DRAFT = { en: "the draft", zh: "草案" };

export function groundOf({ baseline, candidate }: Sides): SimulationKept["ground"] {
  const hashes = ({ calendar, guardHashes }: LoadedVersion): readonly string[] => [
    calendar.hash,
    ...guardHashes.values(),
  ];
  return { baseline: hashes(baseline), candidate: hashes(candidate) };
}

/** A case as a simulation takes it. What its sender called it is nobody's business here. */
export function pastCaseOf(row: Omit<SimulationCaseRow, "content_hash">): PastCase {
  // INVARIANT: what is kept was read as a case.
  const { facts, parties, evidence } = JSON.parse(row.content) as Case;
  return {
    id: row.id,
    case: { reference: row.id, facts, parties, ...(evidence ? { evidence } : {}) },
    evaluatedAt: row.evaluated_at,
    appliesOn: row.applies_on,
    decidedOn: row.decided_on,
  };
}
