import type { Finding } from "@evenhand/domain";
import type { Insertable, Selectable } from "kysely";
import type { Db } from "../database/store.ts";
import type { DecisionPartiesTable, DecisionsTable, FindingsTable } from "../database/tables.ts";

export type DecisionRow = Selectable<DecisionsTable>;
export type DecisionPartyRow = Selectable<DecisionPartiesTable>;

/** A decision with its audit event's body, which holds the record, and the decision that took its place. */
export type StoredDecision = DecisionRow & {
  readonly body: string;
  readonly superseded_by: string | null;
};

export async function insertDecision(
  tx: Db,
  given: {
    readonly decision: Insertable<DecisionsTable>;
    readonly parties: readonly Insertable<DecisionPartiesTable>[];
    readonly findings: readonly Insertable<FindingsTable>[];
  },
): Promise<void> {
  await tx.insertInto("decisions").values(given.decision).execute();
  if (given.parties.length > 0) await tx.insertInto("decision_parties").values(given.parties).execute();
  if (given.findings.length > 0) await tx.insertInto("findings").values(given.findings).execute();
}

function decisionsWithBody(db: Db) {
  return db
    .selectFrom("decisions as d")
    .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
    .leftJoin("decisions as later", "later.supersedes", "d.id")
    .selectAll("d")
    .select(["a.body as body", "later.id as superseded_by"]);
}

export async function decisionById(db: Db, id: string): Promise<StoredDecision | undefined> {
  return decisionsWithBody(db).where("d.id", "=", id).executeTakeFirst();
}

/** The decision in force on a case of a policy. */
export async function decisionInForce(
  db: Db,
  { policyId, reference }: { readonly policyId: string; readonly reference: string },
): Promise<StoredDecision | undefined> {
  return decisionsWithBody(db)
    .where("d.policy_id", "=", policyId)
    .where("d.reference", "=", reference)
    .where("later.id", "is", null)
    .executeTakeFirst();
}

export type DecisionFilter = {
  readonly policyId?: string;
  readonly policyVersion?: number;
  readonly reference?: string;
  readonly disposition?: string;
  /** A pseudonym, or the id of a unit. */
  readonly party?: string;
  /** Moments of recording, epoch milliseconds: from, included, until, not. */
  readonly from?: number;
  readonly until?: number;
  readonly departures?: boolean;
  /** Only those in force, or only those superseded. */
  readonly inForce?: boolean;
  /** Only decisions recorded before (newest first) or after (oldest first) this sequence. */
  readonly cursor?: number;
  readonly order?: "newest-first" | "oldest-first";
  readonly limit: number;
};

export async function listDecisions(db: Db, filter: DecisionFilter): Promise<readonly StoredDecision[]> {
  const oldestFirst = filter.order === "oldest-first";
  let query = decisionsWithBody(db);
  if (filter.policyId !== undefined) query = query.where("d.policy_id", "=", filter.policyId);
  if (filter.policyVersion !== undefined) query = query.where("d.policy_version", "=", filter.policyVersion);
  if (filter.reference !== undefined) query = query.where("d.reference", "=", filter.reference);
  if (filter.disposition !== undefined) query = query.where("d.disposition", "=", filter.disposition);
  if (filter.from !== undefined) query = query.where("d.recorded_at", ">=", filter.from);
  if (filter.until !== undefined) query = query.where("d.recorded_at", "<", filter.until);
  if (filter.departures !== undefined) query = query.where("d.is_departure", "=", filter.departures ? 1 : 0);
  if (filter.inForce !== undefined) query = query.where("later.id", filter.inForce ? "is" : "is not", null);
  if (filter.cursor !== undefined) query = query.where("d.sequence", oldestFirst ? ">" : "<", filter.cursor);
  const { party } = filter;
  if (party !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("decision_parties as p")
          .select("p.decision_id")
          .whereRef("p.decision_id", "=", "d.id")
          .where("p.party", "=", party),
      ),
    );
  return query
    .orderBy("d.sequence", oldestFirst ? "asc" : "desc")
    .limit(filter.limit)
    .execute();
}

export async function partiesOf(
  db: Db,
  decisionIds: readonly string[],
): Promise<readonly DecisionPartyRow[]> {
  if (decisionIds.length === 0) return [];
  return db
    .selectFrom("decision_parties")
    .selectAll()
    .where("decision_id", "in", decisionIds)
    .orderBy("decision_id")
    .orderBy("position")
    .execute();
}

/** What is on record against people under some codes: of decisions in force only, those of `except` left out. */
export async function findingsAgainst(
  db: Db,
  persons: readonly string[],
  { codes, except }: { readonly codes: readonly string[]; readonly except?: string },
): Promise<readonly Finding[]> {
  if (persons.length === 0 || codes.length === 0) return [];
  let query = db
    .selectFrom("findings as f")
    .leftJoin("decisions as later", "later.supersedes", "f.decision_id")
    .select(["f.person as party", "f.code", "f.occurred_on as occurredOn"])
    .where("f.person", "in", persons)
    .where("f.code", "in", codes)
    .where("later.id", "is", null);
  if (except !== undefined) query = query.where("f.decision_id", "!=", except);
  return query.orderBy("f.person").orderBy("f.occurred_on").orderBy("f.code").execute();
}

/** The cases for which decisions in force take money from people; those of one chain of decisions left out. */
export async function chargedCases(
  db: Db,
  persons: readonly string[],
  { exceptRoot }: { readonly exceptRoot: string },
): Promise<readonly { readonly person: string; readonly content: string }[]> {
  if (persons.length === 0) return [];
  const found = await db
    .selectFrom("decision_parties as p")
    .innerJoin("decisions as d", "d.id", "p.decision_id")
    .innerJoin("cases as c", "c.id", "d.case_id")
    .leftJoin("decisions as later", "later.supersedes", "d.id")
    .select(["p.person", "c.content"])
    .where("p.person", "in", persons)
    .where("p.total_minor", ">", 0)
    .where("d.root_id", "!=", exceptRoot)
    .where("later.id", "is", null)
    .execute();
  return found.flatMap(({ person, content }) => (person === null ? [] : [{ person, content }]));
}
