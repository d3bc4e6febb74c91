import type { Db } from "@evenhand/store";

export const PERSON = "person-1";
export const DRAFT = "draft-1";

/** One row in every table, each fitting to the others; what the tests of single rules start from. */
export async function insertOneOfEach(tx: Db): Promise<void> {
  await insertPolicyRows(tx);
  const { id: event } = await tx
    .insertInto("audit_events")
    .values({ ...AUDIT_EVENT })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertLogRows(tx, event);
  await insertCaseRows(tx, event);
  await insertLedgerRows(tx, event);
  await insertAccessRows(tx);
}

export const AUDIT_EVENT = {
  at: 1,
  actor: "user:u1",
  action: "decision.recorded",
  object_kind: "decision",
  object_id: "d1",
  body: "{}",
} as const;

async function insertPolicyRows(tx: Db): Promise<void> {
  await tx
    .insertInto("calendars")
    .values({ hash: "c", id: "cn", version: 1, document: "{}", taken_in_at: 1 })
    .execute();
  await tx
    .insertInto("guards")
    .values({ hash: "g", jurisdiction: "CN", document: "{}", taken_in_at: 1 })
    .execute();
  await insertSubmittedDraft(tx);
  await tx.insertInto("reviews").values(APPROVAL).execute();
  await tx.insertInto("draft_comments").values(COMMENT).execute();
  await tx.insertInto("versions").values(VERSION).execute();
}

export const VERSION = {
  policy_id: "fines",
  version: 1,
  hash: "v",
  document: "{}",
  effective_from: "2026-07-01",
  draft_id: DRAFT,
  published_at: 1,
  published_by: "user:u2",
} as const;

export const REVISION = {
  draft_id: DRAFT,
  revision: 1,
  parent: null,
  label: "",
  document: "{}",
  editor: "user:u1",
  editor_person: "P1",
  at: 1,
} as const;

export const SUBMISSION = {
  id: "s1",
  draft_id: DRAFT,
  revision: 1,
  content_hash: "content",
  submitted_by: "user:u3",
  submitted_by_person: "P3",
  at: 1,
  moved_minor: null,
} as const;

export const APPROVAL = {
  submission_id: "s1",
  draft_id: DRAFT,
  verdict: "approved",
  content_hash: "content",
  reason: null,
  reviewer: "user:u2",
  reviewer_person: "P2",
  at: 1,
} as const;

export const COMMENT = {
  id: "com-1",
  draft_id: DRAFT,
  thread: "com-1",
  about: "parameter/cap",
  kind: "comment",
  text: "t",
  content_hash: "content",
  author: "user:u2",
  author_person: "P2",
  at: 1,
} as const;

/** A draft that P1 wrote and P3 handed in. */
export async function insertSubmittedDraft(tx: Db): Promise<void> {
  await tx
    .insertInto("drafts")
    .values({
      id: DRAFT,
      policy_id: "fines",
      base_version: null,
      state: "in-review",
      revision: 1,
      last_revision: 1,
      created_at: 1,
      created_by: "user:u1",
      changed_at: 1,
    })
    .execute();
  await tx.insertInto("draft_revisions").values(REVISION).execute();
  await tx.insertInto("submissions").values(SUBMISSION).execute();
  await tx
    .insertInto("draft_visits")
    .values({ draft_id: DRAFT, user_id: "u1", window_id: "w1", place: null, seen_at: 1 })
    .execute();
}

async function insertLogRows(tx: Db, event: number): Promise<void> {
  await tx.insertInto("pending_leaves").values({ audit_event_id: event }).execute();
  await tx.insertInto("log_leaves").values({ position: 0, audit_event_id: event, leaf_hash: "l" }).execute();
  await tx.insertInto("log_nodes").values({ level: 0, position: 0, hash: "l" }).execute();
  await tx.insertInto("checkpoints").values({ size: 1, root_hash: "l", note: "", at: 1 }).execute();
  await tx.insertInto("openings").values({ token: "t", object_id: "k1", salt: "s", value: "v" }).execute();
}

/** A person that nothing is known of. */
export async function insertPerson(tx: Db, person = PERSON, staff_id = "E1001"): Promise<void> {
  await tx
    .insertInto("people")
    .values({
      person,
      staff_id,
      salt: "salt",
      alike: null,
      left_in: null,
      erased_at: null,
      ledger_revision: 0,
      created_at: 1,
    })
    .execute();
}

export const CASE = {
  id: "k1",
  policy_id: "fines",
  reference: "R-1",
  revision: 1,
  content: "{}",
  content_hash: "k",
  applies_on: "2026-07-02",
  import_id: null,
  created_at: 1,
  created_by: "user:u1",
} as const;

export const DECISION = {
  id: "d1",
  policy_id: "fines",
  policy_version: 1,
  policy_hash: "v",
  case_id: "k1",
  reference: "R-1",
  root_id: "d1",
  supersedes: null,
  appeal_id: null,
  disposition: "upheld",
  category: null,
  applies_on: "2026-07-02",
  decided_on: "2026-07-03",
  currency: "CNY",
  total_minor: 100,
  is_departure: 0,
  recorded_at: 1,
  recorded_by: "user:u1",
  recorded_by_person: "P1",
} as const;

async function insertCaseRows(tx: Db, event: number): Promise<void> {
  await insertPerson(tx);
  await tx.insertInto("cases").values(CASE).execute();
  await tx
    .insertInto("decisions")
    .values({ ...DECISION, audit_event_id: event })
    .execute();
  await tx
    .insertInto("decision_parties")
    .values({
      decision_id: "d1",
      position: 0,
      party: PERSON,
      person: PERSON,
      kind: "person",
      unit: null,
      role: null,
      exemption: null,
      grade: null,
      fine_minor: 60,
      bonus_minor: 40,
      total_minor: 100,
    })
    .execute();
  await tx
    .insertInto("findings")
    .values({ decision_id: "d1", person: PERSON, code: "late", occurred_on: "2026-07-02" })
    .execute();
  await tx
    .insertInto("appeals")
    .values({
      id: "a1",
      decision_id: "d1",
      person: PERSON,
      statement: "text-1",
      state: "open",
      filed_at: 1,
      filed_by: "user:u4",
      decided_at: null,
      decided_by: null,
      reason: null,
      superseding_id: null,
    })
    .execute();
}

export const ACCOUNT = {
  account: "d1",
  person: PERSON,
  state: "open",
  starts_in: "2026-08",
  terms: "{}",
  currency: "CNY",
  sequence: 1,
} as const;

async function insertLedgerRows(tx: Db, event: number): Promise<void> {
  await tx.insertInto("accounts").values(ACCOUNT).execute();
  await tx
    .insertInto("ledger_months")
    .values({ person: PERSON, month: "2026-08", taken_minor: 0, cap_minor: 100 })
    .execute();
  await tx
    .insertInto("ledger_entries")
    .values({
      person: PERSON,
      account: "d1",
      kind: "assessed",
      source: null,
      month: null,
      amount_minor: 100,
      paid_back_in: null,
      at: 1,
      audit_event_id: event,
    })
    .execute();
  await tx
    .insertInto("bonuses")
    .values({
      person: PERSON,
      month: "2026-08",
      bonus_minor: 200,
      source: "case",
      at: 1,
      audit_event_id: event,
    })
    .execute();
  await tx
    .insertInto("payroll_months")
    .values({
      month: "2026-07",
      closed_at: 1,
      closed_by: "user:u1",
      people: 1,
      deducted_minor: 0,
      audit_event_id: event,
    })
    .execute();
}

async function insertAccessRows(tx: Db): Promise<void> {
  const made = { created_at: 1, created_by: "user:u1" };
  await tx.insertInto("meta").values({ key: "a", value: "b" }).execute();
  await tx
    .insertInto("settings")
    .values({ key: "a", value: "1", changed_at: 1, changed_by: "user:u1" })
    .execute();
  await tx
    .insertInto("idempotency_keys")
    .values({ actor: "key:1", key: "k", request_hash: "r", status: 201, body: "{}", at: 1 })
    .execute();
  await tx
    .insertInto("api_keys")
    .values({
      id: "key1",
      name: "payroll",
      prefix: "evh_a",
      hash: "h",
      scopes: "[]",
      expires_at: null,
      last_used_at: null,
      revoked_at: null,
      rotated_to: null,
      ...made,
    })
    .execute();
  await tx
    .insertInto("invitations")
    .values({ token_hash: "t", user_id: "u1", created_at: 1, expires_at: 2, used_at: null })
    .execute();
  await tx
    .insertInto("imports")
    .values({
      id: "i1",
      policy_id: "fines",
      file_name: "cases.csv",
      file_hash: "f",
      is_dry_run: 0,
      state: "running",
      rows_total: 1,
      rows_done: 0,
      rows_taken: 0,
      report: "[]",
      ...made,
    })
    .execute();
  await tx.insertInto("import_findings").values({ import_id: "i1", position: 0, finding: "{}" }).execute();
  await tx
    .insertInto("jobs")
    .values({
      id: "j1",
      kind: "replay",
      state: "queued",
      payload: "{}",
      done: 0,
      total: null,
      result: null,
      claimed_by: null,
      claimed_at: null,
      ...made,
    })
    .execute();
  await tx.insertInto("job_checkpoints").values({ job_id: "j1", checkpoint: "{}" }).execute();
  await insertSimulationRows(tx);
  await insertCheckRows(tx);
}

async function insertSimulationRows(tx: Db): Promise<void> {
  const found = { job_id: "j1", case_id: CASE.id, evaluated_at: 1 };
  await tx
    .insertInto("simulation_cases")
    .values({ ...found, decided_on: "2026-07-10" })
    .execute();
  await tx
    .insertInto("simulation_changes")
    .values({ ...found, position: 1, direction: "higher", difference_minor: 1, change: "{}" })
    .execute();
  await tx
    .insertInto("simulation_change_keys")
    .values({ job_id: "j1", key: "cause:r", position: 1 })
    .execute();
  await tx
    .insertInto("fairness_cases")
    .values({ job_id: "j1", position: 1, decision_id: "d1", line: "{}" })
    .execute();
  await tx
    .insertInto("fairness_case_keys")
    .values({ job_id: "j1", key: "group:site=south", position: 1 })
    .execute();
  await tx
    .insertInto("draft_simulations")
    .values({
      job_id: "j1",
      draft_id: DRAFT,
      content_hash: "c",
      cases: 1,
      moved_minor: 1,
      result_hash: "r",
      at: 1,
    })
    .execute();
}

async function insertCheckRows(tx: Db): Promise<void> {
  await tx
    .insertInto("checks")
    .values({ job_id: "j1", policy_id: "p", draft_id: DRAFT, content_hash: "c" })
    .execute();
  await tx
    .insertInto("check_certificates")
    .values({ job_id: "j1", position: 1, certificate: "{}" })
    .execute();
}
