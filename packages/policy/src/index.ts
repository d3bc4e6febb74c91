export { readGuard } from "./guard/read-guard.ts";
export { parsePolicy } from "./parse-policy.ts";
export { policyJsonSchema } from "./json-schema.ts";
export { preparePolicy } from "./prepare-policy.ts";
export type { PolicyReading, ReadingEntry, ReadingSection } from "./reading/policy-reading.ts";
export { readPolicy } from "./reading/read-policy.ts";
export { renderPolicyReading } from "./reading/render-policy-reading.ts";
export type { ValidationContext } from "./validate/inspection.ts";
export { otherPolicy } from "./validate/other-policy.ts";
export { type Validation, validatePolicy } from "./validate/validate-policy.ts";
export { readersOf } from "./diff/readers-of.ts";
export { partName } from "./diff/reach-text.ts";
export { listed } from "./diff/sides.ts";
export { diffPolicies } from "./diff/diff-policies.ts";
export type { ChangeSubject, PolicyChange, SaidChange } from "./diff/policy-change.ts";
export { analyseTable, toldBy } from "./table/analyse-table.ts";
export { type TableInPolicy, rowsCovering, rowsWithout } from "./table/mend-table.ts";
export type { CoverageAxis, Region, TableCoverage } from "./table/table-coverage.ts";
export { rowsAt, tableCoverage } from "./table/table-coverage.ts";
export type { Phrase, Segment } from "./reading/phrase.ts";
export { readCondition } from "./reading/read-condition.ts";
export { readExplanation } from "./reading/read-explanation.ts";
export { type GuardPeriodReading, readGuardPeriods } from "./reading/read-guard-periods.ts";
export { readParameter } from "./reading/read-parameter.ts";
export { readRule, readRulePhrase } from "./reading/read-rule.ts";
export { type BornePart, bornePart } from "./reading/borne-part.ts";
export { type CitationWords, cited, sourceName } from "./reading/citation.ts";
export { datesInWords } from "./reading/explanation/dates-in-text.ts";
export {
  amount,
  dayInWords,
  figure,
  millionthsAsPercentage,
  momentInWords,
  monthInWords,
  percentage,
} from "./reading/figures.ts";
export { type LevelKind, levelKind } from "./reading/level-kind.ts";
export { lossNoun } from "./reading/loss-noun.ts";
export { readObstacles, readReasons } from "./reading/read-reasons.ts";
export { type ReadStep, readSteps } from "./reading/read-steps.ts";
export { isForOtherKind } from "./reading/explanation/trace-words.ts";
export { cellConditions } from "./table/cell-condition.ts";
export {
  type Vocabulary,
  labelOf,
  typeOf,
  valueLabelOf,
  vocabularyOf,
  wordOf,
} from "./reading/vocabulary.ts";
