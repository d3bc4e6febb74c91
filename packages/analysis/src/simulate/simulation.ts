import type { CaseChange } from "./case-change.ts";
import type { PastCase } from "./past-case.ts";
import type { SimulationResult } from "./simulation-result.ts";
import type { SimulationState } from "./simulation-state.ts";

/**
 * A simulation under way. It is pushed case by case, so that whoever runs it owns where cases come from, how fast, how far
 * they are told to be, and when to stop; it keeps sums and what stands against each person, never a case.
 */
export type Simulation = {
  /**
   * Decides one case on both sides, each upon its own earlier cases. Gives what came out otherwise; undefined where
   * nothing did, or where the case was skipped.
   *
   * @throws Error where the case does not come after the one before, by `decidedOn` and then `id`: the caller's INVARIANT
   */
  readonly take: (one: PastCase) => CaseChange | undefined;
  /** Everything that it holds, as JSON: given to `startSimulation`, it goes on as if it had never stopped. */
  readonly state: () => SimulationState;
  /** What was found of the cases taken so far; provisional as long as there are more. */
  readonly result: () => SimulationResult;
};
