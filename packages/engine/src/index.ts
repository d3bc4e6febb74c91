export { type DecideContext, type DecideResult, decide, decideByReference } from "./decide.ts";
export type { RecordEntry } from "./facts/derive.ts";
export { type LoadedVersion, loadVersion } from "./load-version.ts";
export { readRequest } from "./request/read-request.ts";
export { type SelectedVersion, type VersionReason, selectVersion } from "./request/select-version.ts";
export { type FactRequirement, type Requirements, requirements } from "./requirements.ts";
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
