export { openStore } from "./database/open-store.ts";
export type { Db, Store, StorePlace } from "./database/store.ts";
export type * from "./database/tables.ts";
export { Conflict } from "./failures/conflict.ts";
export { StoreTooNew } from "./failures/store-too-new.ts";
export { StoreTooOld } from "./failures/store-too-old.ts";
export { StoreUnavailable, type StoreTrouble } from "./failures/store-unavailable.ts";
export { appendAuditEvent, actorName, type AuditEvent, type LedgerTold } from "./audit/append-audit-event.ts";
export {
  auditEvent,
  type AuditCount,
  type AuditEventRow,
  type AuditFilter,
  countAuditEvents,
  listAuditEvents,
} from "./audit/audit-events.ts";
export { findAnswer, keepAnswer, type KeptAnswer, tryLockKey } from "./idempotency/answers.ts";
export {
  cancelJob,
  insertJob,
  jobProgress,
  type JobProgressRow,
  type ListedJobRow,
  type JobRow,
  jobRow,
  jobsOfKind,
  listedJobs,
  type NewJob,
} from "./jobs/jobs.ts";
export { checkpointOf, putCheckpoint } from "./jobs/checkpoints.ts";
export {
  claimJob,
  finishJob,
  hasWaitingJob,
  type JobClaim,
  type JobHold,
  type JobReport,
  keepAlive,
  leaveJob,
  releaseJob,
  reportJob,
} from "./jobs/working.ts";
export {
  type CheckpointRow,
  insertCheckpoint,
  latestCheckpoint,
  leafOfEvent,
  type LeafWithBody,
  leavesFrom,
  listCheckpoints,
  type LogLeafRow,
  type LogNodeRow,
  logSize,
  nodesAt,
  type NodePlace,
} from "./log/log-storage.ts";
export {
  countPendingLeaves,
  type PendingLeaf,
  pendingLeaves,
  placeLeaves,
  withSequencerLock,
} from "./log/sequencing.ts";
export { type StoreFigures, storeFigures } from "./metrics/store-figures.ts";
export { insertOpenings, type OpeningRow, openingsOf } from "./openings/openings.ts";
export {
  erasePerson,
  lockNamed,
  lockPersons,
  type PersonRow,
  raiseLedgerRevisions,
  setLeftIn,
} from "./people/people.ts";
export {
  alikePersons,
  knownPersons,
  type NewPerson,
  personOpenings,
  personsOf,
  staffIdsOf,
} from "./people/persons-of.ts";
export {
  SAMPLE,
  SAMPLE_PUBLISHER,
  importOfFile,
  isPolicyIdTaken,
  isRemovedSample,
  isSamplePolicy,
  standingSample,
  stopImports,
} from "./sample/samples.ts";
export { metaValue, putMeta, putMetaOnce } from "./settings/meta.ts";
export { allSettings, putSetting, type SettingRow } from "./settings/settings.ts";
export { readRuleFiles } from "./rule-files.ts";
export { NotTaken, Unreadable } from "./unreadable.ts";
export {
  type DraftEditor,
  type DraftRevisionListing,
  type DraftRevisionRow,
  draftEditors,
  draftRevision,
  draftRevisions,
  insertDraftRevision,
  newestAfter,
} from "./policies/draft-revisions.ts";
export {
  type DraftFilter,
  type DraftRow,
  draftRow,
  insertDraft,
  listDrafts,
  lockDraft,
  updateDraft,
} from "./policies/drafts.ts";
export {
  type CalendarRow,
  type GroundInUse,
  type GuardRow,
  type KnownGround,
  calendarByHash,
  calendarVersions,
  calendarsInUse,
  guardByHash,
  guardsInUse,
  insertCalendar,
  insertGuard,
  knownGround,
} from "./policies/ground.ts";
export { type DraftVisitRow, draftVisits, putDraftVisit, removeDraftVisit } from "./policies/draft-visits.ts";
export {
  type DraftCommentRow,
  countDraftComments,
  draftCommentsOf,
  draftThread,
  insertDraftComment,
  openThreadsOf,
} from "./policies/draft-comments.ts";
export { type ReviewRow, insertReview, reviewsOf } from "./policies/reviews.ts";
export { raiseRulesRevision, rulesRevision } from "./policies/rules-revision.ts";
export { type SubmissionRow, insertSubmission, submissionsOf } from "./policies/submissions.ts";
export {
  type VersionListing,
  type VersionRow,
  WITHDRAWN,
  hasVersions,
  insertVersion,
  isDecidedUnder,
  listVersions,
  lockWithdrawals,
  versionByHash,
  versionListing,
  versionName,
  versionRow,
} from "./policies/versions.ts";
export { changeKey, insertKey, keyByHash, keyById, type KeyRow, listKeys, touchKey } from "./keys/keys.ts";
export { removeSecondFactor, setPassword } from "./users/credentials.ts";
export {
  closeInvitations,
  insertInvitation,
  invitationByHash,
  type InvitationRow,
  newestInvitation,
  useInvitation,
} from "./users/invitations.ts";
export { lockUsers } from "./users/lock-users.ts";
export { claimCode, releaseCode } from "./users/used-codes.ts";
export {
  endSession,
  endSessionsBefore,
  endSessionsOf,
  markSecondFactor,
  touchSession,
} from "./users/sessions.ts";
export { SIGN_IN_NAMES } from "./users/sign-in-tables.ts";
export {
  changeUser,
  eraseUsersOf,
  insertUser,
  isErasedUser,
  listUsers,
  noteSignIn,
  userByEmail,
  userById,
  usersById,
  type UserRow,
  usersOfPerson,
} from "./users/users.ts";
export {
  type AppealFilter,
  type AppealRow,
  appealById,
  appealsInChain,
  appealsOf,
  decideAppeal,
  insertAppeal,
  listAppeals,
  lockAppeal,
  openAppeals,
} from "./appeals/appeals.ts";
export {
  type CaseFilter,
  type CaseRow,
  alikeReferences,
  caseById,
  decisionsOnCases,
  insertCases,
  latestCases,
  listCases,
  newestCase,
  newestCases,
} from "./cases/cases.ts";
export {
  deleteFindingsWith,
  importFindings,
  type ImportFindingRow,
  insertImportFindings,
} from "./imports/import-findings.ts";
export {
  giveUpImports,
  hasSilentImports,
  importById,
  type ImportProgress,
  type ImportRow,
  insertImport,
  listImports,
  reportImport,
} from "./imports/imports.ts";
export {
  type ComparableDecision,
  type DecisionInForce,
  type InForceFilter,
  comparableDecisions,
  countDecisionsInForce,
  decisionsInForce,
  lastDecision,
  recordedDecisions,
} from "./fairness/decisions-in-force.ts";
export {
  type FairnessCaseRow,
  type NewFairnessCase,
  deleteFairnessCases,
  fairnessCases,
  insertFairnessCases,
} from "./fairness/fairness-cases.ts";
export { type ChainDecision, decisionsOfAccounts } from "./exports/chain-decisions.ts";
export { closingEvent, type PayrollLine, payrollLines } from "./exports/payroll-lines.ts";
export {
  statisticsRows,
  statisticsTotals,
  type StatisticsFigures,
  type StatisticsRow,
  type StatisticsSpan,
} from "./exports/statistics.ts";
export {
  type DecisionFilter,
  type DecisionPartyRow,
  type DecisionRow,
  type StoredDecision,
  chargedCases,
  decisionById,
  decisionInForce,
  findingsAgainst,
  insertDecision,
  listDecisions,
  partiesOf,
} from "./decisions/decisions.ts";
export {
  type AccountRow,
  type BonusRow,
  type LedgerEntryRow,
  type LedgerRows,
  type PayrollMonthRow,
  type PersonEntries,
  accountHolders,
  appendEntries,
  changeAccount,
  closedThrough,
  entryOf,
  insertAccount,
  insertBonuses,
  insertPayrollMonth,
  ledgerRows,
  lockPayroll,
  payrollMonths,
  peopleToClose,
} from "./ledger/ledger.ts";
export { type OtherPerson, otherPersons } from "./evidence/acting-persons.ts";
export { type PersonThere, casesOutOfTurn, personsThere } from "./evidence/cases-and-people.ts";
export {
  countEvents,
  eventsById,
  eventsOfActions,
  eventsOfObjects,
  eventsWithoutPlace,
  eventsWronglyPending,
} from "./evidence/events.ts";
export { type LedgerMonthRow, holdersWithoutPerson, ledgerMonthsOf } from "./evidence/ledger-months.ts";
export { type LeafWithEvent, lastCheckpointWithin, leavesWithEvents } from "./evidence/log-rows.ts";
export { type PagedTable, countRows, pagesOf } from "./evidence/pages-of.ts";
export {
  type FindingRow,
  type RowsOfEvents,
  type StrayRow,
  casesById,
  countImportedCases,
  decidedCases,
  decisionsById,
  decisionsOnAppeals,
  newestVersions,
  rowsOfEvents,
  strayRows,
} from "./evidence/rows-of-events.ts";
export {
  type DecisionToReplay,
  type LedgerSince,
  type ReplayFilter,
  chainsBefore,
  closedThroughBefore,
  countDecisionsToReplay,
  decisionsToReplay,
  entriesOfEvents,
  findingsBefore,
  holdersBefore,
  ledgerSince,
} from "./evidence/decisions-to-replay.ts";
export {
  type OpenedToken,
  blankFileNames,
  countOpenAppeals,
  deleteOpeningsBehind,
  eraseAccountsOf,
  hasAccounts,
  objectsOfPerson,
  openingsHolding,
  openingsOfObjects,
} from "./evidence/erasing.ts";
export { overwriteErased, wantOverwriting } from "./evidence/overwrite-erased.ts";
export { AlreadyThere, backUp } from "./backup/back-up.ts";
export { flush } from "./backup/flush.ts";
export { openStoreToRead } from "./backup/open-store-to-read.ts";
export { type PastCaseFilter, type PastCaseRow, hasPastCases, pastCases } from "./simulations/past-cases.ts";
export {
  type SimulationCaseRow,
  deleteSimulationCases,
  insertSimulationCases,
  simulationCases,
} from "./simulations/simulation-cases.ts";
export {
  CHANGE_ORDERS,
  type ChangeFilter,
  type ChangeOrder,
  type NewChange,
  type SimulationChangeRow,
  countSimulationChanges,
  deleteSimulationChanges,
  insertSimulationChanges,
  simulationChange,
  simulationChanges,
} from "./simulations/simulation-changes.ts";
export {
  type CheckCertificateRow,
  type CheckFilter,
  certificateAt,
  checkJobs,
  insertCertificate,
  insertCheck,
} from "./checks/checks.ts";
export {
  type DraftSimulationRow,
  draftSimulationOf,
  insertDraftSimulation,
} from "./simulations/draft-simulations.ts";
