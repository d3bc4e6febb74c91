import {
  type AppealSummary,
  type DecisionRecord,
  type DecisionSummary,
  type Disposition,
  type RecordedDecision,
  addWorkingDays,
  formatDay,
  localDay,
  parseDay,
} from "@evenhand/domain";
import {
  type AppealRow,
  type Db,
  type DecisionPartyRow,
  type StoredDecision,
  appealById,
  appealsOf,
  decisionById,
} from "@evenhand/store";
import { type RecordedRules, recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** A decision as it is told, people under their pseudonyms; `undefined` where there is none of that id. */
export async function decisionView(
  rules: Rulebook,
  db: Db,
  id: string,
): Promise<RecordedDecision | undefined> {
  const stored = await decisionById(db, id);
  if (!stored) return undefined;
  const appeals = await appealsOf(db, [id]);
  const record = recordFrom(stored);
  return {
    id,
    reference: stored.reference,
    recordedAt: new Date(stored.recorded_at).toISOString(),
    status: stored.superseded_by === null ? "in-force" : "superseded",
    supersededBy: stored.superseded_by,
    appealUntil: appealUntil(await recordedRules(rules, db, record), stored),
    appeals: appeals.map(appealSummary),
    record,
  };
}

/** The record inside the body of the audit event of its recording. */
export function recordFrom({ body }: Pick<StoredDecision, "body">): DecisionRecord {
  return (JSON.parse(body) as { readonly after: DecisionRecord }).after;
}

/** Whose appeal a decision answers; `undefined` where it answers none. */
export async function appellantOf(
  db: Db,
  { appeal }: Pick<DecisionRecord, "appeal">,
): Promise<string | undefined> {
  return appeal === undefined ? undefined : (await appealById(db, appeal))?.person;
}

export function appealSummary(row: AppealRow): AppealSummary {
  return {
    id: row.id,
    decision: row.decision_id,
    party: row.person,
    state: row.state,
    filedAt: new Date(row.filed_at).toISOString(),
    statement: row.statement,
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    reason: row.reason,
    supersededBy: row.superseding_id,
  };
}

/** A line of a list, people under their pseudonyms. */
export function decisionSummary(row: StoredDecision, parties: readonly DecisionPartyRow[]): DecisionSummary {
  return {
    id: row.id,
    policy: { id: row.policy_id, version: row.policy_version, hash: row.policy_hash },
    reference: row.reference,
    disposition: row.disposition as Disposition,
    category: row.category,
    decidedOn: row.decided_on,
    recordedAt: new Date(row.recorded_at).toISOString(),
    currency: row.currency,
    totalMinor: row.total_minor,
    isDeparture: row.is_departure === 1,
    status: row.superseded_by === null ? "in-force" : "superseded",
    supersedes: row.supersedes,
    supersededBy: row.superseded_by,
    parties: parties.map(({ party, kind, role, grade, total_minor }) => ({
      party,
      kind,
      role,
      grade,
      totalMinor: total_minor,
    })),
  };
}

/** The parameter that a policy states the window of an appeal with, and how long it is where none does. */
const APPEAL_PARAMETER = "appealDays";
const APPEAL_DAYS = 15;

/** The last day of the window for an appeal, `YYYY-MM-DD`: counted from the local day of recording, which is day 0. */
export function appealUntil(
  { version: { policy }, calendar }: RecordedRules,
  { recorded_at }: Pick<StoredDecision, "recorded_at">,
): string {
  const from = localDay(recorded_at, policy.timeZone);
  const parameter = policy.parameters[APPEAL_PARAMETER];
  const days = typeof parameter?.value === "number" ? parameter.value : APPEAL_DAYS;
  return formatDay(
    parameter?.unit === "working-days" ? addWorkingDays(calendar, from, days).day : from + days,
  );
}

/** Whether a day, `YYYY-MM-DD`, has passed at a moment in a time zone. */
export function hasPassed(
  day: string,
  { at, timeZone }: { readonly at: number; readonly timeZone: string },
): boolean {
  return localDay(at, timeZone) > (parseDay(day) ?? Infinity);
}
