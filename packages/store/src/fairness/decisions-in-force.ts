import { type SelectQueryBuilder, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { DecisionsTable, Tables } from "../database/tables.ts";
import { briefBody } from "../decisions/brief-body.ts";

/** Decisions of a policy that nothing had taken the place of when decision `through` was recorded. */
export type InForceFilter = {
  readonly policyId: string;
  /** The last decision that is looked at. */
  readonly through: number;
  /** Days of the decision, both included, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly until?: string;
};

/** A decision with the body of its event, which holds the record. */
export type DecisionInForce = {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  /** The day that decided the version, `YYYY-MM-DD`; null where the case does not state it. */
  readonly applies_on: string | null;
  /** Who recorded it, under their pseudonym; null for a key. */
  readonly recorded_by_person: string | null;
  readonly body: string;
};

/** In the order of recording, from the one after `after` on, at most `limit`. */
export async function decisionsInForce(
  db: Db,
  { after, limit, ...filter }: InForceFilter & { readonly after: number; readonly limit: number },
): Promise<readonly DecisionInForce[]> {
  return filtered(withRecord(db), filter)
    .where("d.sequence", ">", after)
    .orderBy("d.sequence")
    .limit(limit)
    .execute();
}

/** A decision to hold others against, with the body of its event, the record in it without its explanation. */
export type ComparableDecision = {
  readonly sequence: number;
  readonly id: string;
  readonly reference: string;
  /** The first decision on the case. */
  readonly root_id: string;
  readonly recorded_by_person: string | null;
  readonly body: string;
};

/** Those of a policy and disposition that are in force, the newest first, from before `before` on, at most `limit`. */
export async function comparableDecisions(
  db: Db,
  asked: {
    readonly policyId: string;
    readonly disposition: string;
    readonly before?: number;
    readonly limit: number;
  },
): Promise<readonly ComparableDecision[]> {
  let query = db
    .selectFrom("decisions as d")
    .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
    .leftJoin("decisions as later", "later.supersedes", "d.id")
    .select(["d.sequence", "d.id", "d.reference", "d.root_id", "d.recorded_by_person"])
    .select(briefBody(db).as("body"))
    .where("d.policy_id", "=", asked.policyId)
    .where("d.disposition", "=", asked.disposition)
    .where("later.id", "is", null);
  if (asked.before !== undefined) query = query.where("d.sequence", "<", asked.before);
  return query.orderBy("d.sequence", "desc").limit(asked.limit).execute();
}

function withRecord(db: Db) {
  return db
    .selectFrom("decisions as d")
    .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
    .select(["d.sequence", "d.id", "d.reference", "d.applies_on", "d.recorded_by_person", "a.body"]);
}

/** Decisions by their ids, in no order; those that are not there are left out. */
export async function recordedDecisions(db: Db, ids: readonly string[]): Promise<readonly DecisionInForce[]> {
  return inBatches([...new Set(ids)], (batch) => withRecord(db).where("d.id", "in", batch).execute());
}

export async function countDecisionsInForce(db: Db, filter: InForceFilter): Promise<number> {
  const { count } = await filtered(
    db.selectFrom("decisions as d").select(({ fn }) => fn.countAll<number | string>().as("count")),
    filter,
  ).executeTakeFirstOrThrow();
  return Number(count);
}

/** The number of the decision recorded last; 0 where there is none. */
export async function lastDecision(db: Db): Promise<number> {
  const found = await db
    .selectFrom("decisions")
    .select(({ fn }) => fn.max("sequence").as("last"))
    .executeTakeFirst();
  return Number(found?.last ?? 0);
}

/** Only columns of the decisions themselves are asked for, which every query here has. */
function filtered<Output>(
  query: SelectQueryBuilder<Tables & { d: DecisionsTable }, "d", Output>,
  { policyId, through, from, until }: InForceFilter,
): typeof query {
  let asked = query
    .where("d.policy_id", "=", policyId)
    .where("d.sequence", "<=", through)
    .where(
      sql<boolean>`not exists (select 1 from decisions as later
        where later.supersedes = d.id and later.sequence <= ${through})`,
    );
  if (from !== undefined) asked = asked.where("d.decided_on", ">=", from);
  if (until !== undefined) asked = asked.where("d.decided_on", "<=", until);
  return asked;
}
