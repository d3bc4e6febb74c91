import type { Generated } from "kysely";

/**
 * The tables, one type each; the migrations make them and the triggers that guard them. Moments are epoch milliseconds
 * (`…_at`), days `YYYY-MM-DD` (`…_on`), months `YYYY-MM`, amounts whole minor units, documents JSON text. People stand
 * under their pseudonyms (`person`) everywhere but in `people`. Booleans are 0 and 1 on both databases.
 */
export type Tables = {
  meta: MetaTable;
  settings: SettingsTable;
  calendars: CalendarsTable;
  guards: GuardsTable;
  versions: VersionsTable;
  drafts: DraftsTable;
  draft_revisions: DraftRevisionsTable;
  draft_visits: DraftVisitsTable;
  submissions: SubmissionsTable;
  reviews: ReviewsTable;
  draft_comments: DraftCommentsTable;
  people: PeopleTable;
  cases: CasesTable;
  decisions: DecisionsTable;
  decision_parties: DecisionPartiesTable;
  findings: FindingsTable;
  accounts: AccountsTable;
  ledger_entries: LedgerEntriesTable;
  ledger_months: LedgerMonthsTable;
  bonuses: BonusesTable;
  payroll_months: PayrollMonthsTable;
  appeals: AppealsTable;
  openings: OpeningsTable;
  idempotency_keys: IdempotencyKeysTable;
  audit_events: AuditEventsTable;
  pending_leaves: PendingLeavesTable;
  log_leaves: LogLeavesTable;
  log_nodes: LogNodesTable;
  checkpoints: CheckpointsTable;
  api_keys: ApiKeysTable;
  invitations: InvitationsTable;
  imports: ImportsTable;
  import_findings: ImportFindingsTable;
  jobs: JobsTable;
  job_checkpoints: JobCheckpointsTable;
  simulation_cases: SimulationCasesTable;
  simulation_changes: SimulationChangesTable;
  simulation_change_keys: SimulationChangeKeysTable;
  draft_simulations: DraftSimulationsTable;
  fairness_cases: FairnessCasesTable;
  fairness_case_keys: FairnessCaseKeysTable;
  checks: ChecksTable;
  check_certificates: CheckCertificatesTable;
};

/** One row a fact about this database: `schema` (the newest migration), `log-key` (the public key of its log), `revision` of the rules. */
export type MetaTable = { key: string; value: string };

/** What administrators set; `value` is JSON. */
export type SettingsTable = { key: string; value: string; changed_at: number; changed_by: string };

/** Append-only. The newest taken in of an id is the one in use; older ones are there for replay. */
export type CalendarsTable = {
  hash: string;
  id: string;
  version: number;
  document: string;
  taken_in_at: number;
};
/** Append-only. */
export type GuardsTable = { hash: string; jurisdiction: string; document: string; taken_in_at: number };

/** Append-only: published versions. `document` is the text whose canonical JSON has `hash`. Unique (policy_id, version), hash. */
export type VersionsTable = {
  policy_id: string;
  version: number;
  hash: string;
  document: string;
  effective_from: string;
  draft_id: string | null;
  published_at: number;
  published_by: string;
};

export type DraftState = "draft" | "in-review" | "approved" | "published" | "withdrawn";

/** `revision` is the one that counts; undo and redo move it among the revisions that there are. */
export type DraftsTable = {
  id: string;
  policy_id: string;
  /** The version it began as; null for a policy of its own. */
  base_version: number | null;
  state: DraftState;
  revision: number;
  /** The newest revision, which need not be the one that counts. */
  last_revision: number;
  created_at: number;
  created_by: string;
  changed_at: number;
};

/** Append-only. `parent` is what undo goes back to. Unique (draft_id, revision). */
export type DraftRevisionsTable = {
  draft_id: string;
  revision: number;
  parent: number | null;
  label: string;
  document: string;
  editor: string;
  /** The pseudonym of whoever edited. */
  editor_person: string;
  at: number;
};

/** A window in which somebody has a draft open; goes once it is silent. */
export type DraftVisitsTable = {
  draft_id: string;
  user_id: string;
  /** What the window calls itself. */
  window_id: string;
  /** A JSON pointer, as the window said it. */
  place: string | null;
  seen_at: number;
};

/** Append-only: a draft was handed in for review with exactly this content. */
export type SubmissionsTable = {
  sequence: Generated<number>;
  id: string;
  draft_id: string;
  revision: number;
  /** Of the document without its number and its day of effect. */
  content_hash: string;
  submitted_by: string;
  submitted_by_person: string;
  at: number;
  /** What a full simulation of this content would move, minor units; null where none was made. */
  moved_minor: number | null;
};

/** Append-only. A trigger refuses a reviewer who is among the draft's editors. Unique (submission_id, reviewer_person). */
export type ReviewsTable = {
  id: Generated<number>;
  submission_id: string;
  draft_id: string;
  verdict: "approved" | "returned";
  content_hash: string;
  reason: string | null;
  reviewer: string;
  reviewer_person: string;
  at: number;
};

/**
 * Append-only. `thread` is the id of the comment that began it, its own where it began one; `about` is what the change is
 * of, such as `parameter/cap`. `text` is the commitment to what was said; a resolution says nothing. Unique id.
 */
export type DraftCommentsTable = {
  sequence: Generated<number>;
  id: string;
  draft_id: string;
  thread: string;
  about: string;
  kind: "comment" | "resolution";
  text: string | null;
  content_hash: string;
  author: string;
  author_person: string;
  at: number;
};

/**
 * One person: the pseudonym and what opens it. Erasing somebody empties `staff_id`, `salt` and `alike`; the row stays.
 * Unique staff_id, alike. `ledger_revision` grows with every change of the person's ledger.
 */
export type PeopleTable = {
  person: string;
  staff_id: string | null;
  salt: string | null;
  /** What the staff number has in common with those that people would take for it, as `alikeKey` gives it. */
  alike: string | null;
  /** The last payroll month of somebody who has left. */
  left_in: string | null;
  erased_at: number | null;
  ledger_revision: number;
  created_at: number;
};

/** Append-only; a corrected case is a further revision. `content` is sealed. Unique (policy_id, reference, revision). */
export type CasesTable = {
  id: string;
  policy_id: string;
  reference: string;
  revision: number;
  content: string;
  content_hash: string;
  /** The day that decides the version, where the case states it. */
  applies_on: string | null;
  import_id: string | null;
  created_at: number;
  created_by: string;
};

/**
 * Append-only. `root_id` is the first decision of the chain, whose accounts later ones go on in. The record itself is
 * the body of the audit event. Unique: supersedes; (policy_id, reference) where supersedes is null.
 */
export type DecisionsTable = {
  sequence: Generated<number>;
  id: string;
  policy_id: string;
  policy_version: number;
  policy_hash: string;
  case_id: string;
  reference: string;
  root_id: string;
  supersedes: string | null;
  appeal_id: string | null;
  disposition: string;
  category: string | null;
  applies_on: string | null;
  decided_on: string;
  currency: string;
  total_minor: number;
  is_departure: number;
  recorded_at: number;
  recorded_by: string;
  /** The pseudonym of whoever recorded it; null for a key. */
  recorded_by_person: string | null;
  audit_event_id: number;
};

/** Append-only. `party` is a pseudonym or the id of a unit. */
export type DecisionPartiesTable = {
  decision_id: string;
  position: number;
  party: string;
  person: string | null;
  kind: string;
  unit: string | null;
  role: string | null;
  exemption: string | null;
  grade: string | null;
  fine_minor: number;
  bonus_minor: number;
  total_minor: number;
};

/** Append-only: what facts of kind `on-record` count. Those of a superseded decision do not count. */
export type FindingsTable = {
  decision_id: string;
  person: string;
  code: string;
  occurred_on: string;
};

export type AccountState = "open" | "suspended" | "settled";

/** One person's amount of one decision and whatever supersedes it. `terms` is DeductionTerms. */
export type AccountsTable = {
  account: string;
  person: string;
  state: AccountState;
  starts_in: string;
  terms: string;
  currency: string;
  /** The place among the person's accounts: earlier ones keep theirs. */
  sequence: number;
};

/** Append-only. A trigger keeps `ledger_months.taken_minor` in step. */
export type LedgerEntriesTable = {
  id: Generated<number>;
  person: string;
  account: string;
  kind: string;
  /** Where the amount stood, of `carried` and `reversed`. */
  source: string | null;
  month: string | null;
  amount_minor: number;
  paid_back_in: string | null;
  at: number;
  audit_event_id: number;
};

/** What a month holds for a person, planned and taken. CHECK (taken_minor between 0 and cap_minor). */
export type LedgerMonthsTable = {
  person: string;
  month: string;
  taken_minor: number;
  cap_minor: number;
};

/** Append-only: what is known of somebody's bonus; of one month the payroll's word counts before a case's, the later before the earlier. */
export type BonusesTable = {
  id: Generated<number>;
  person: string;
  month: string;
  bonus_minor: number;
  source: "case" | "payroll";
  at: number;
  audit_event_id: number;
};

/** Append-only: a month is closed once. */
export type PayrollMonthsTable = {
  month: string;
  closed_at: number;
  closed_by: string;
  people: number;
  deducted_minor: number;
  audit_event_id: number;
};

export type AppealState = "open" | "upheld" | "reduced" | "overturned" | "withdrawn";

/** Unique (decision_id, person). `statement` and `reason` are commitments. */
export type AppealsTable = {
  id: string;
  decision_id: string;
  person: string;
  statement: string;
  state: AppealState;
  filed_at: number;
  filed_by: string;
  decided_at: number | null;
  decided_by: string | null;
  reason: string | null;
  superseding_id: string | null;
};

/** The plaintext and salt behind a commitment. Rows go when one of the people of the object is erased. */
export type OpeningsTable = { token: string; object_id: string; salt: string; value: string };

/** Append-only. `body` is the answer as it was, sealed. Unique (actor, key). */
export type IdempotencyKeysTable = {
  actor: string;
  key: string;
  request_hash: string;
  status: number;
  body: string;
  at: number;
};

/** Append-only. `body` is the canonical JSON that the leaf hashes. */
export type AuditEventsTable = {
  id: Generated<number>;
  at: number;
  /** `user:<id>`, `key:<id>` or `system:<id>`. */
  actor: string;
  action: string;
  object_kind: string;
  object_id: string;
  body: string;
};

/** Audit events that have no place in the log yet; one goes when it gets its leaf. */
export type PendingLeavesTable = { audit_event_id: number };
/** Append-only. */
export type LogLeavesTable = { position: number; audit_event_id: number; leaf_hash: string };
/** Append-only: roots of the full subtrees; level 0 is the leaves. Unique (level, position). */
export type LogNodesTable = { level: number; position: number; hash: string };
/** Append-only. `note` is the signed text. */
export type CheckpointsTable = { size: number; root_hash: string; note: string; at: number };

export type ApiKeysTable = {
  id: string;
  name: string;
  /** What the key begins with, to tell keys apart; no secret. */
  prefix: string;
  /** SHA-256 of the whole key. */
  hash: string;
  /** JSON list of scopes. */
  scopes: string;
  created_at: number;
  created_by: string;
  expires_at: number | null;
  last_used_at: number | null;
  revoked_at: number | null;
  /** The key that takes its place. */
  rotated_to: string | null;
};

/** A one-time link with which somebody sets their password. */
export type InvitationsTable = {
  token_hash: string;
  user_id: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
};

export type ImportsTable = {
  id: string;
  policy_id: string;
  file_name: string;
  file_hash: string;
  is_dry_run: number;
  state: "running" | "done" | "failed";
  rows_total: number;
  rows_done: number;
  rows_taken: number;
  /** JSON: what the columns were taken for, and what became of the cases. */
  report: string;
  created_at: number;
  created_by: string;
  /** The last sign of life of whoever reads it; a silent one that still runs is lost. */
  alive_at: number | null;
};

/** What does not fit in the rows of an import, in the order of the file; JSON. Goes when somebody named in it is erased. */
export type ImportFindingsTable = { import_id: string; position: number; finding: string };

/** `payload` and `result` are JSON. */
export type JobsTable = {
  id: string;
  kind: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  payload: string;
  /** How many were worked through, those that were passed over included. */
  done: number;
  skipped: Generated<number>;
  total: number | null;
  result: string | null;
  claimed_by: string | null;
  /** The last sign of life of whoever works on it. */
  claimed_at: number | null;
  /** How often it was taken since anything of it was kept. */
  attempts: Generated<number>;
  /** When whoever works on it took it, and how many were done then. */
  taken_at: number | null;
  taken_done: number | null;
  created_at: number;
  created_by: string;
  ended_at: number | null;
};

/** From where a job goes on once its worker is gone; JSON. */
export type JobCheckpointsTable = { job_id: string; checkpoint: string };

/** The cases that a simulation goes through, fixed before it begins; they go when it ends. */
export type SimulationCasesTable = {
  job_id: string;
  decided_on: string;
  case_id: string;
  evaluated_at: number;
};

/** A case that a simulation found to come out otherwise. `change` is JSON, with people under their pseudonyms. */
export type SimulationChangesTable = {
  job_id: string;
  /** Its place among all cases of the simulation, from 1. */
  position: number;
  case_id: string;
  direction: "higher" | "lower" | "same";
  difference_minor: number;
  evaluated_at: number;
  change: string;
};

/** What changes are found by: `cause:<rule>`, `group:<fact>=<value>`, `by:<label>`, `kind:<kind>`, `transition:<from and to>`, `approval:higher`. */
export type SimulationChangeKeysTable = { job_id: string; key: string; position: number };

/** Somebody in an upheld case, as a fairness review counted them. `line` is JSON, with people under their pseudonyms. */
export type FairnessCasesTable = {
  job_id: string;
  /** Their place among all of them, from 1. */
  position: number;
  decision_id: string;
  line: string;
};

/** What they are found by: `group:<fact>=<value>`, `category:<kind>` and the like. */
export type FairnessCaseKeysTable = { job_id: string; key: string; position: number };

/** Append-only: a full simulation of exactly this content of a draft. */
export type DraftSimulationsTable = {
  sequence: Generated<number>;
  job_id: string;
  draft_id: string;
  content_hash: string;
  cases: number;
  moved_minor: number;
  result_hash: string;
  at: number;
};

/** Append-only: what each check is of. `content_hash` is that of a draft's content, or the hash of a published version. */
export type ChecksTable = {
  sequence: Generated<number>;
  job_id: string;
  policy_id: string;
  draft_id: string | null;
  content_hash: string;
};

/** Append-only: what came of each thing to be proved, from 1; JSON with the whole text that a solver was asked. */
export type CheckCertificatesTable = { job_id: string; position: number; certificate: string };
