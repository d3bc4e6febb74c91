export type { CaseChange, ChangedBy, PartyChange } from "./simulate/case-change.ts";
export type { ApprovalChange, Cause, ChangeKind } from "./simulate/compare/case-comparison.ts";
export type { PastCase, Sides, SimulationAsk } from "./simulate/past-case.ts";
export type * from "./simulate/simulation-result.ts";
export type { SimulationState } from "./simulate/simulation-state.ts";
export type { Simulation } from "./simulate/simulation.ts";
