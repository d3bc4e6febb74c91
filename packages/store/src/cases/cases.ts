import { type Insertable, type Selectable, sql } from "kysely";
import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { CasesTable } from "../database/tables.ts";
import { notRemovedSample } from "../sample/samples.ts";

export type CaseRow = Selectable<CasesTable>;

export async function insertCases(tx: Db, rows: readonly Insertable<CasesTable>[]): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx
      .insertInto("cases")
      .values([...batch])
      .execute();
    return [];
  });
}

export async function caseById(db: Db, id: string): Promise<CaseRow | undefined> {
  return db.selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The newest revision of a case under a policy. */
export async function newestCase(
  db: Db,
  { policyId, reference }: { readonly policyId: string; readonly reference: string },
): Promise<CaseRow | undefined> {
  return db
    .selectFrom("cases")
    .selectAll()
    .where("policy_id", "=", policyId)
    .where("reference", "=", reference)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The newest revisions of cases under a policy, by reference; those that there are. */
export async function newestCases(
  db: Db,
  { policyId, references }: { readonly policyId: string; readonly references: readonly string[] },
): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = await inBatches([...new Set(references)], (batch) =>
    db
      .selectFrom("cases")
      .selectAll()
      .where("policy_id", "=", policyId)
      .where("reference", "in", batch)
      .orderBy("revision")
      .execute(),
  );
  // The last of a reference counts, which is the newest.
  return new Map(rows.map((row) => [row.reference, row]));
}

/**
 * Of references that no case has under a policy, those that differ from one that has a case only in the case of the
 * letters A to Z and in blanks: that one by the given one.
 */
export async function alikeReferences(
  db: Db,
  { policyId, references }: { readonly policyId: string; readonly references: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(references)].filter((reference) => !reference.includes("\u0000"));
  const key = sql<string>`lower(replace(reference, ' ', ''))`;
  const rows = await inBatches([...new Set(asked.map(plain))], (batch) =>
    db
      .selectFrom("cases")
      .select("reference")
      .distinct()
      .where("policy_id", "=", policyId)
      .where(key, "in", batch)
      .execute(),
  );
  const known = new Set(rows.map(({ reference }) => reference));
  const alike = new Map(rows.map(({ reference }) => [plain(reference), reference]));
  return new Map(
    asked.flatMap((reference) => {
      const one = known.has(reference) ? undefined : alike.get(plain(reference));
      return one === undefined ? [] : [[reference, one] as const];
    }),
  );
}

/** As both databases make it: no letters but those of ASCII have a case for them. */
function plain(reference: string): string {
  return reference.replaceAll(" ", "").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The decisions in force on cases: which case of which policy, and the decision's id. */
export async function decisionsOnCases(
  db: Db,
  references: readonly string[],
): Promise<readonly { readonly policy_id: string; readonly reference: string; readonly id: string }[]> {
  return inBatches([...new Set(references)], (batch) =>
    db
      .selectFrom("decisions as d")
      .leftJoin("decisions as later", "later.supersedes", "d.id")
      .select(["d.policy_id", "d.reference", "d.id"])
      .where("d.reference", "in", batch)
      .where("later.id", "is", null)
      .execute(),
  );
}

export type CaseFilter = {
  readonly policyId?: string;
  readonly reference?: string;
  /** Days by which the version is chosen, both included. */
  readonly from?: string;
  readonly until?: string;
  /** Only cases after this id, in the order of ids. */
  readonly after?: string;
  readonly limit: number;
};

/** Newest revisions only, in the order of ids, which is the order of coming in; those of a removed sample are left out. */
export async function listCases(db: Db, filter: CaseFilter): Promise<readonly CaseRow[]> {
  let query = newestRevisions(db).selectAll("c");
  if (filter.policyId !== undefined) query = query.where("c.policy_id", "=", filter.policyId);
  if (filter.reference !== undefined) query = query.where("c.reference", "=", filter.reference);
  if (filter.from !== undefined) query = query.where("c.applies_on", ">=", filter.from);
  if (filter.until !== undefined) query = query.where("c.applies_on", "<=", filter.until);
  if (filter.after !== undefined) query = query.where("c.id", ">", filter.after);
  return query.orderBy("c.id").limit(filter.limit).execute();
}

/** The cases of a policy that came in last, in their newest revisions, the last one first. */
export async function latestCases(
  db: Db,
  { policyId, limit }: { readonly policyId: string; readonly limit: number },
): Promise<readonly CaseRow[]> {
  return newestRevisions(db)
    .selectAll("c")
    .where("c.policy_id", "=", policyId)
    .orderBy("c.id", "desc")
    .limit(limit)
    .execute();
}

/**
 * As `c`; those of a removed sample are left out. The newest revision is asked for row by row: of a condition that none
 * comes later PostgreSQL makes a join of all cases, however few of them are wanted.
 */
export function newestRevisions(db: Db) {
  return db
    .selectFrom("cases as c")
    .where("c.revision", ">=", (eb) =>
      eb
        .selectFrom("cases as any")
        .select((of) => of.fn.max("any.revision").as("newest"))
        .whereRef("any.policy_id", "=", "c.policy_id")
        .whereRef("any.reference", "=", "c.reference"),
    )
    .where((eb) => notRemovedSample(eb.ref("c.policy_id")));
}
