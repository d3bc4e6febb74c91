export type { ServiceContext } from "./context.ts";
export { type Fields, openFields, textField } from "./input/read-fields.ts";
export { type AuditDays, countAuditEvents } from "./people/audit/count-audit-events.ts";
export {
  type AuditEventView,
  type AuditFilter,
  type AuditPage,
  listAuditEvents,
} from "./people/audit/list-audit-events.ts";
export { type FirstStart, firstStart, isFirstPasswordMissing } from "./people/first-start.ts";
export { type CreatedKey, createKey } from "./people/keys/create-key.ts";
export { type KeyView, keyState, scopesOf } from "./people/keys/key-view.ts";
export { listKeys } from "./people/keys/list-keys.ts";
export { isKeyText } from "./people/keys/make-key.ts";
export { revokeKey } from "./people/keys/revoke-key.ts";
export { rotateKey } from "./people/keys/rotate-key.ts";
export { mayReadPerson, seesNames } from "./people/own-or-other.ts";
export { type Reach, SECOND_FACTOR_PERMISSIONS, reachOf, whoMay } from "@evenhand/domain";
export { secretHash } from "./people/secret.ts";
export { changeSettings } from "./people/settings/change-settings.ts";
export {
  DEFAULT_SETTINGS,
  type Settings,
  readSettings,
  requiresSecondFactor,
  settingsOf,
} from "./people/settings/settings.ts";
export {
  type InvitationState,
  PASSWORD_LENGTH,
  acceptInvitation,
  findInvitation,
  problemsOfPassword,
} from "./people/users/accept-invitation.ts";
export { changeUser } from "./people/users/change-user.ts";
export { createUser } from "./people/users/create-user.ts";
export type { Invitation } from "./people/users/invitation.ts";
export { inviteUser } from "./people/users/invite-user.ts";
export { listUsers } from "./people/users/list-users.ts";
export { isEmail, isStaffId } from "./people/users/read-user.ts";
export { type UserView, actorOf, rolesOf } from "./people/users/user-view.ts";
export { attachSimulation } from "./policies/attach-simulation.ts";
export {
  type CommentView,
  MOST_COMMENTS,
  type ThreadView,
  addComment,
  readComments,
  resolveThread,
} from "./policies/comments.ts";
export { createDraft } from "./policies/create-draft.ts";
export type { Doer, DraftStanding, DraftView, ReviewView, SubmissionView } from "./policies/draft-view.ts";
export { redoDraft, saveDraft, undoDraft } from "./policies/edit-draft.ts";
export type { ExampleResult } from "@evenhand/engine";
export { runExamples } from "./policies/examples/run-examples.ts";
export { type ExportedVersion, exportVersion } from "./policies/export-version.ts";
export { type VersionState, type VersionView, listVersions } from "./policies/list-versions.ts";
export { type DraftDiff, diffDraft, readDraftAloud, tryExamples } from "./policies/look-at-draft.ts";
export { isDraftId } from "./policies/draft-at-hand.ts";
export { type DraftDocument, approvedHash } from "./policies/policy-document.ts";
export { type PublicationWarning, type PublishedVersion, publishDraft } from "./policies/publish-draft.ts";
export { EDIT_LIMITS } from "./policies/read-asks.ts";
export {
  type DraftSummary,
  type RevisionView,
  draftHistory,
  listDrafts,
  readDraft,
} from "./policies/read-draft.ts";
export { reviewDraft } from "./policies/review-draft.ts";
export { submitDraft } from "./policies/submit-draft.ts";
export { type TakenIn, takeInRules } from "./policies/take-in-rules.ts";
export { type DraftPresence, type DraftVisitor, visitDraft } from "./policies/visit-draft.ts";
export { withdrawDraft } from "./policies/withdraw-draft.ts";
export { type WithdrawalAsk, withdrawVersion } from "./policies/withdraw-version.ts";
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
export { takeInCalendarYear } from "./policies/take-in-calendar-year.ts";
export {
  type CalendarVersion,
  type GroundDocument,
  listCalendarVersions,
  listCalendars,
  listGuards,
} from "./rulebook/list-ground.ts";
export { type OpenedRules, openRulebook } from "./rulebook/open-rulebook.ts";
export {
  type MissingDocument,
  type RecordedGround,
  type RecordedVersion,
  recordedVersions,
} from "./rulebook/recorded-version.ts";
export type { Found, PolicySummary, Rulebook, VersionSummary } from "./rulebook/rulebook.ts";
export {
  type RulesSource,
  type StoredRules,
  rulebookOfStore,
  rulesOfStore,
} from "./rulebook/rules-of-store.ts";
export { decideAppeal } from "./appeals/decide-appeal.ts";
export { fileAppeal } from "./appeals/file-appeal.ts";
export { type AppealsAsked, MOST_APPEALS, readAppeal, readAppeals } from "./appeals/read-appeals.ts";
export { withdrawAppeal } from "./appeals/withdraw-appeal.ts";
export type { CaseChange } from "./cases/case-before.ts";
export type { CaseSummary, CaseView } from "./cases/case-view.ts";
export { createCase } from "./cases/create-case.ts";
export {
  MOST_RECENT,
  MOST_RECENT_BYTES,
  type RecentCase,
  type RecentCases,
  recentCases,
} from "./cases/recent-cases.ts";
export { type CasesAsked, MOST_CASES, readCase, readCases } from "./cases/read-cases.ts";
export { type StoredCase, storeCase } from "./cases/store-case.ts";
export { exportFindings, findingsTable } from "./imports/export-findings.ts";
export {
  type CaseCounts,
  IMPORT_WARNINGS,
  type ImportColumn,
  type ImportFinding,
  isWarning as isImportWarning,
} from "./imports/import-report.ts";
export type { ImportPage, ImportView } from "./imports/import-view.ts";
export {
  MOST_FINDINGS,
  MOST_IMPORTS,
  everyFinding,
  giveUpLostImports,
  readImport,
  readImports,
} from "./imports/read-imports.ts";
export type { ImportContext, ImportCounts } from "./imports/run-import.ts";
export { type ImportAsk, startImport } from "./imports/start-import.ts";
export { type LoadingAsk, loadSample } from "./sample/load-sample.ts";
export { removeSample } from "./sample/remove-sample.ts";

export { type SampleView, readSample } from "./sample/sample-view.ts";
export { type Download, TABLE_FORMATS, type TableFormat } from "./exports/download.ts";
export { type AnnouncementAsk, type PageLinks, exportAnnouncement } from "./exports/export-announcement.ts";
export { type NoticeAsk, exportNotice } from "./exports/export-notice.ts";
export { PAYROLL_LINES, type PayrollExportAsk, exportPayroll } from "./exports/export-payroll.ts";
export { type StatementAsk, exportStatement } from "./exports/export-statement.ts";
export {
  type MonthStatistics,
  type StatisticsAsk,
  exportStatistics,
  monthStatistics,
} from "./exports/export-statistics.ts";
export { type PayrollExportLine, type PayrollMonth, payrollMonth } from "./exports/payroll-month.ts";
export { STATEMENT_PARTS, type StatementPart } from "./exports/statement-table.ts";
export { knownOf, seesLedgers } from "./decisions/known-of.ts";
export {
  type ComparatorsView,
  MOST_LOOKED_AT,
  type PartyComparators,
  readComparators,
} from "./decisions/read-comparators.ts";
export {
  type DecisionsAsked,
  MOST_DECISIONS,
  readDecision,
  readDecisions,
} from "./decisions/read-decisions.ts";
export { recordDecision } from "./decisions/record-decision.ts";
export { reverseDecision } from "./decisions/reverse-decision.ts";
export { waiveDeduction } from "./decisions/waive.ts";
export { sequenceLog } from "./evidence/sequence-log.ts";
export { type Answer, type OnceAsk, once } from "./idempotency/once.ts";
export { Ledgers, type PersonEntry } from "./ledger/ledgers.ts";
export { type Statement, readStatement, statementOf } from "./ledger/statement.ts";
export type { BonusWarning } from "./payroll/bonus-warning.ts";
export { PAYROLL_LIMITS, closePayroll } from "./payroll/close-payroll.ts";
export { leaveCompany } from "./payroll/leave-company.ts";
export { type PayrollView, readPayroll } from "./payroll/read-payroll.ts";
export { restatePayroll } from "./payroll/restate.ts";
export { type Openness, openFor, openProblemsFor, opennessFor } from "./pseudonyms/open-for.ts";
export { STORE_CODES, type StoreCode, type StoreProblem } from "./evidence/verify/store-problem.ts";
export {
  type StoreVerification,
  type VerificationAsked,
  verifyStore,
} from "./evidence/verify/verify-store.ts";
export {
  VERIFICATION_PARTS,
  type VerificationPart,
  type VerificationProgress,
} from "./evidence/verify/verifying.ts";
export { MOST_LEAVES, readBundle, readCheckpoint } from "./evidence/read-log.ts";
export { type ReceiptText, receiptOf, receiptOfEvent } from "./evidence/receipt-of.ts";
export { replay } from "./evidence/replay/replay.ts";
export type { Missing, ReplayAsked, ReplayStep, ReplayedDecision } from "./evidence/replay/replayed.ts";
export {
  type ReplayPage,
  type ReplaySummary,
  type ReplayView,
  listReplays,
  readReplay,
  replayOne,
} from "./evidence/replay/read-replay.ts";
export { MOST_NAMED, REPLAY } from "./evidence/replay/replay-job.ts";
export { startReplay } from "./evidence/replay/start-replay.ts";
export type { JobContext, JobKind, JobStep, JobToDo } from "./jobs/job-kind.ts";
export { JOB_KINDS } from "./jobs/job-kinds.ts";
export { type JobRunner, SILENT_MS, jobRunner } from "./jobs/job-runner.ts";
export { type RunName, type RunProgress, cancelRun, readProgress } from "./jobs/runs.ts";
export { type Erased, erasePerson } from "./erasure/erase-person.ts";
export { unmaskDecision } from "./erasure/unmask.ts";
export type { DraftFairness } from "./fairness/draft-fairness.ts";
export type { FairnessCase, FairnessCasePage, FairnessCasesAsked } from "./fairness/fairness-cases.ts";
export {
  FAIRNESS,
  type FairnessAsked,
  type FairnessDraft,
  type FairnessKept,
} from "./fairness/fairness-job.ts";
export { MOST_FAIRNESS_CASES, readFairnessCases } from "./fairness/read-fairness-cases.ts";
export { FAIRNESS_TABLES, type FairnessExportAsk, exportFairness } from "./fairness/export-fairness.ts";
export { fairnessAtOnce } from "./fairness/fairness-at-once.ts";
export { groupsTable as fairnessGroupsTable } from "./fairness/groups-table.ts";
export { startFairness } from "./fairness/start-fairness.ts";
export {
  type FairnessSummary,
  type FairnessView,
  listFairness,
  readFairness,
} from "./fairness/read-fairness.ts";
export { CHECK, type CheckKept, type CheckPayload, type ProofPayload } from "./checks/check-job.ts";
export { type AskSolver, checksWith } from "./checks/check-steps.ts";
export { exportCertificate, exportCheckReport } from "./checks/export-check.ts";
export { type CheckSummary, type CheckView, listChecks, readCheck } from "./checks/read-checks.ts";
export { startCheck } from "./checks/start-check.ts";
export { beginSimulation } from "./simulations/start-simulation.ts";
export { type SimulationEstimate, estimateSimulation } from "./simulations/estimate-simulation.ts";
export { changesTable, exportChanges, exportReport } from "./simulations/export-changes.ts";
export { pinSimulation } from "./simulations/pin-simulation.ts";
export {
  type ChangeInFull,
  type ChangePage,
  type ChangeView,
  type ChangesAsked,
  CHANGED_BY,
  CHANGE_KINDS,
  CHANGE_ORDERS,
  DIRECTIONS,
  MOST_CHANGES,
  readChange,
  readChanges,
} from "./simulations/read-changes.ts";
export { SIMULATED_SIDES, readSimulatedDocument } from "./simulations/read-simulated-document.ts";
export {
  type SimulationSummary,
  type SimulationView,
  listSimulations,
  readSimulation,
} from "./simulations/read-simulation.ts";
export { SIMULATION, type SimulationKept, type SimulationPayload } from "./simulations/simulation-job.ts";
export { type SimulatedAtOnce, type SimulatedStep, simulateAtOnce } from "./simulations/simulate-at-once.ts";
