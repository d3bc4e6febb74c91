import { type SelectQueryBuilder, type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { DecisionsTable, LedgerEntriesTable, Tables } from "../database/tables.ts";

/** Which decisions; what is left out is not asked for. */
export type ReplayFilter = {
  readonly ids?: readonly string[];
  readonly policyId?: string;
  /** Moments of recording, epoch milliseconds: from, included, until, not. */
  readonly from?: number;
  readonly until?: number;
};

/** A decision with the body of its event and the leaf that was made of it; null where either is not there. */
export type DecisionToReplay = Selectable<DecisionsTable> & {
  readonly body: string | null;
  readonly leaf_hash: string | null;
};

/** Decisions in the order of recording, from the one after `after` on, at most `limit`. */
export async function decisionsToReplay(
  db: Db,
  { after, limit, ...filter }: ReplayFilter & { readonly after: number; readonly limit: number },
): Promise<readonly DecisionToReplay[]> {
  return filtered(
    db
      .selectFrom("decisions as d")
      .leftJoin("audit_events as a", "a.id", "d.audit_event_id")
      .leftJoin("log_leaves as l", "l.audit_event_id", "d.audit_event_id")
      .selectAll("d")
      .select(["a.body as body", "l.leaf_hash as leaf_hash"]),
    filter,
  )
    .where("d.sequence", ">", after)
    .orderBy("d.sequence")
    .limit(limit)
    .execute();
}

export async function countDecisionsToReplay(db: Db, filter: ReplayFilter): Promise<number> {
  const { count } = await filtered(
    db.selectFrom("decisions as d").select(({ fn }) => fn.countAll<number | string>().as("count")),
    filter,
  ).executeTakeFirstOrThrow();
  return Number(count);
}

/** Only columns of the decisions themselves are asked for, which every query here has. */
function filtered<Output>(
  query: SelectQueryBuilder<Tables & { d: DecisionsTable }, "d", Output>,
  { ids, policyId, from, until }: ReplayFilter,
): typeof query {
  let asked = query;
  // One value however many ids there are: both databases bound how many values a statement may hold.
  if (ids !== undefined) asked = asked.where("d.id", "in", ids.length === 0 ? [""] : ids);
  if (policyId !== undefined) asked = asked.where("d.policy_id", "=", policyId);
  if (from !== undefined) asked = asked.where("d.recorded_at", ">=", from);
  if (until !== undefined) asked = asked.where("d.recorded_at", "<", until);
  return asked;
}

/** The ledger entries that came with events, in their order. */
export async function entriesOfEvents(
  db: Db,
  events: readonly number[],
): Promise<readonly Selectable<LedgerEntriesTable>[]> {
  return inBatches(events, (batch) =>
    db.selectFrom("ledger_entries").selectAll().where("audit_event_id", "in", batch).orderBy("id").execute(),
  );
}

/** Of a person's ledger what came before an event and after what is known of it already. */
export type LedgerSince = {
  readonly person: string;
  /** The number of the event. */
  readonly before: number;
  /** The numbers of the last entry and the last bonus that are known. */
  readonly lastEntry: number;
  readonly lastBonus: number;
};

export async function ledgerSince(db: Db, { person, before, lastEntry, lastBonus }: LedgerSince) {
  const entries = await db
    .selectFrom("ledger_entries")
    .selectAll()
    .where("person", "=", person)
    .where("id", ">", lastEntry)
    .where("audit_event_id", "<", before)
    .orderBy("id")
    .execute();
  const bonuses = await db
    .selectFrom("bonuses")
    .selectAll()
    .where("person", "=", person)
    .where("id", ">", lastBonus)
    .where("audit_event_id", "<", before)
    .orderBy("id")
    .execute();
  return { entries, bonuses };
}

/** The decisions of some chains that were recorded before an event, the newest first. */
export async function chainsBefore(
  db: Db,
  { roots, before }: { readonly roots: readonly string[]; readonly before: number },
): Promise<readonly { readonly id: string; readonly root_id: string; readonly audit_event_id: number }[]> {
  const found = await inBatches([...new Set(roots)], (batch) =>
    db
      .selectFrom("decisions")
      .select(["id", "root_id", "audit_event_id"])
      .where("root_id", "in", batch)
      .where("audit_event_id", "<", before)
      .execute(),
  );
  return found.toSorted((left, right) => right.audit_event_id - left.audit_event_id);
}

/** Who had an account of a chain of decisions before an event. */
export async function holdersBefore(
  db: Db,
  { account, before }: { readonly account: string; readonly before: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("ledger_entries")
    .select("person")
    .distinct()
    .where("account", "=", account)
    .where("audit_event_id", "<", before)
    .execute();
  return rows.map(({ person }) => person);
}

/** The last payroll month that was closed before an event; null where none was. */
export async function closedThroughBefore(db: Db, before: number): Promise<string | null> {
  const found = await db
    .selectFrom("payroll_months")
    .select(({ fn }) => fn.max("month").as("month"))
    .where("audit_event_id", "<", before)
    .executeTakeFirst();
  return found?.month ?? null;
}

/** What was on record against people under some codes before an event: of decisions that nothing had taken the place of by then. */
export async function findingsBefore(
  db: Db,
  {
    persons,
    codes,
    before,
    except,
  }: {
    readonly persons: readonly string[];
    readonly codes: readonly string[];
    readonly before: number;
    readonly except: string | null;
  },
): Promise<readonly { readonly party: string; readonly code: string; readonly occurredOn: string }[]> {
  if (codes.length === 0) return [];
  return inBatches([...new Set(persons)], (batch) => {
    let query = db
      .selectFrom("findings as f")
      .innerJoin("decisions as d", "d.id", "f.decision_id")
      .leftJoin("decisions as later", (join) =>
        join.onRef("later.supersedes", "=", "d.id").on("later.audit_event_id", "<", sql<number>`${before}`),
      )
      .select(["f.person as party", "f.code", "f.occurred_on as occurredOn"])
      .where("f.person", "in", batch)
      .where("f.code", "in", codes)
      .where("d.audit_event_id", "<", before)
      .where("later.id", "is", null);
    if (except !== null) query = query.where("f.decision_id", "!=", except);
    return query.execute();
  });
}
