export { PROBLEM_CODES, type ProblemCode, type ServiceCode, isProblemCode } from "./problems/codes.ts";
export { inPrecedence } from "./problems/precedence.ts";
export {
  type ProblemDocument,
  type ProblemEntry,
  type SentProblem,
  problemDocument,
  problemType,
} from "./problems/problem-document.ts";
export { PROBLEM_TITLES } from "./problems/titles.ts";
export type { BookedVersion } from "./rulebook/booked-policy.ts";
export { type EvaluateOptions, type Evaluation, REQUEST_LIMITS } from "./rulebook/evaluate.ts";
export type { FileDiagnostic, FileReport } from "./rulebook/file-report.ts";
export { type OpenedRules, openRulebook } from "./rulebook/open-rulebook.ts";
export type { Found, PolicySummary, Rulebook, VersionSummary } from "./rulebook/rulebook.ts";
