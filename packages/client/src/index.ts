export { type ClientOptions, type EvenhandClient, createClient } from "./client.ts";
export type { DecisionFilter, DecisionRequest } from "./decision.ts";
export { EvenhandProblem, type ProblemEntry } from "./problem.ts";
