import type { SimulationResult, SimulationState } from "@evenhand/analysis";
import type { ScopeFilter } from "../cases/scope.ts";
import type { RunName } from "../jobs/runs.ts";
import type { VersionIdentity, VersionOrDraft } from "../policies/version-or-draft.ts";

/** Simulations are runs of this name. */
export const SIMULATION: RunName = { kind: "simulation", label: { en: "simulation", zh: "模拟" } };

/** What a simulation was asked for, as it is stored. */
export type SimulationPayload = {
  readonly policy: string;
  readonly baseline: VersionIdentity;
  /** What takes the place of the baseline. */
  readonly candidate: VersionOrDraft;
  /** Days of the decision, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly scope: readonly ScopeFilter[];
  readonly groups: readonly string[];
};

/** What came of a simulation, as it is stored. The same cases, versions and program give the same bytes. */
export type SimulationKept = {
  readonly simulation: SimulationResult;
  /** Which cases it went through so far: how many, and a hash over all of them in their order. */
  readonly caseSet: { readonly cases: number; readonly hash: string };
  /** What both sides were decided by. */
  readonly engine: string;
  /** The calendars and guards that both sides stand upon, by hash. */
  readonly ground: { readonly baseline: readonly string[]; readonly candidate: readonly string[] };
};

/** Whether every past case of the policy is gone through. */
export function isFull({ from, until, scope }: SimulationPayload): boolean {
  return from === undefined && until === undefined && scope.length === 0;
}

/** Where a simulation stands, as its checkpoint. */
export type Place = {
  /** How many cases it goes through, once all were found. */
  readonly collected?: number;
  /** The last that was looked at while they are being found, and how many were found. */
  readonly lookedAt?: string;
  readonly found?: number;
  readonly ground?: string;
  readonly state?: SimulationState;
  readonly caseSet?: string;
};
