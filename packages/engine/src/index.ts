export {
  type Concerned,
  type DecideContext,
  type DecideResult,
  type Decided,
  decide,
  decideByReference,
} from "./decide.ts";
export { type DepartResult, departFrom, departFromByReference } from "./depart.ts";
export {
  type Act,
  type GateInput,
  type GateProblem,
  type GatesFound,
  missingGates,
} from "./gates/missing-gates.ts";
export { type DecidedCase, partiesConcerned } from "./gates/parties-concerned.ts";
export {
  type ExampleAt,
  type ExampleDecided,
  type ExampleFailure,
  type ExampleResult,
  exampleFailures,
} from "./examples/example-failures.ts";
export { askOfExample, tryExample } from "./examples/try-example.ts";
export { EVALUATORS } from "./identity.ts";
export { withLedgerPlan } from "./ledger-plan.ts";
export { type LoadedVersion, loadVersion } from "./load-version.ts";
export { readRequest } from "./request/read-request.ts";
export {
  type SelectedVersion,
  type VersionReason,
  appliesOn,
  selectVersion,
} from "./request/select-version.ts";
export { type FactRequirement, type Requirements, requirements, usesOf } from "./requirements.ts";
export { compileRules } from "./rules/compiled.ts";
export { referenceRules } from "./rules/reference.ts";
export {
  type ConditionValue,
  type FactLayout,
  type FactSlots,
  type RuleEvaluator,
  type RuleSet,
  factLayout,
  ruleSet,
} from "./rules/rule-set.ts";
export { traceRule } from "./rules/trace.ts";
export type { DepartureCode, DepartureProblem } from "./stages/departure-problems.ts";
export type { PersonTerms } from "./stages/terms.ts";
