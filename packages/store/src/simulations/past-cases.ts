import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database/store.ts";
import { surroundingsOf } from "../database/surroundings.ts";
import { newestRevisions } from "../cases/cases.ts";

/** A past case of a policy: one that was decided, as it was decided last, or else one that was kept, in its newest revision. */
export type PastCaseRow = {
  /** The newest revision, by which pages go on. */
  readonly newest_id: string;
  /** The revision that counts. */
  readonly case_id: string;
  /** When it was first decided; null where it never was. */
  readonly decided_on: string | null;
  readonly recorded_at: number | null;
  /** The day of the decision as the kept case states it, whatever it is. */
  readonly stated_on: string | null;
  readonly applies_on: string | null;
  readonly created_at: number;
};

export type PastCaseFilter = {
  readonly policyId: string;
  /** Only those after this one. */
  readonly after?: string;
  readonly limit: number;
};

/** In the order in which the newest revisions came in; those of a removed sample are left out. */
export async function pastCases(
  db: Db,
  { policyId, after = "", limit }: PastCaseFilter,
): Promise<readonly PastCaseRow[]> {
  const decidedLast = sql<string | null>`(select x.case_id from decisions as x where x.root_id = d.id
    order by x.sequence desc limit 1)`;
  return newestRevisions(db)
    .leftJoin("decisions as d", (join) =>
      join
        .onRef("d.policy_id", "=", "c.policy_id")
        .onRef("d.reference", "=", "c.reference")
        .on("d.supersedes", "is", null),
    )
    .select([
      "c.id as newest_id",
      sql<string>`coalesce(${decidedLast}, c.id)`.as("case_id"),
      "d.decided_on as decided_on",
      "d.recorded_at as recorded_at",
      statedOn(db).as("stated_on"),
      "c.applies_on as applies_on",
      "c.created_at as created_at",
    ])
    .where("c.policy_id", "=", policyId)
    .where("c.id", ">", after)
    .orderBy("c.id")
    .limit(limit)
    .execute();
}

export async function hasPastCases(db: Db, policyId: string): Promise<boolean> {
  return (await pastCases(db, { policyId, limit: 1 })).length > 0;
}

function statedOn(db: Db): RawBuilder<string | null> {
  return surroundingsOf(db).dialect === "sqlite"
    ? sql`json_extract(c.content, '$.facts.decidedOn')`
    : sql`c.content::json -> 'facts' ->> 'decidedOn'`;
}
