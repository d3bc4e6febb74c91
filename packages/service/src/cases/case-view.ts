import type { Case, PartyKind } from "@evenhand/domain";
import { type CaseRow, type Db, decisionsOnCases } from "@evenhand/store";

/** A case in a list. */
export type CaseSummary = {
  readonly id: string;
  readonly policy: string;
  readonly reference: string;
  /** 1 as it first came in; a corrected one has a higher one. */
  readonly revision: number;
  /** The day that decides the version, `YYYY-MM-DD`. */
  readonly appliesOn: string | null;
  readonly parties: readonly { readonly party: string; readonly kind: PartyKind }[];
  /** The decision in force on it. */
  readonly decision: string | null;
  /** RFC 3339, UTC. */
  readonly createdAt: string;
  /** The import with which it came in. */
  readonly import: string | null;
};

/** A case with everything that it states. */
export type CaseView = Omit<CaseSummary, "parties"> & { readonly case: Case };

/** Cases as they are listed, people under their pseudonyms. */
export async function caseSummaries(db: Db, rows: readonly CaseRow[]): Promise<readonly CaseSummary[]> {
  const decisions = await decisionsOf(db, rows);
  return rows.map((row) => {
    const { parties } = JSON.parse(row.content) as Case;
    return {
      ...headOf(row, decisions),
      parties: parties.map(({ id, kind }) => ({ party: id, kind })),
    };
  });
}

/** A case as it is told, people under their pseudonyms. */
export async function caseView(db: Db, row: CaseRow): Promise<CaseView> {
  return { ...headOf(row, await decisionsOf(db, [row])), case: JSON.parse(row.content) as Case };
}

type DecisionOf = (row: CaseRow) => string | null;

async function decisionsOf(db: Db, rows: readonly CaseRow[]): Promise<DecisionOf> {
  const found = await decisionsOnCases(
    db,
    rows.map(({ reference }) => reference),
  );
  return ({ policy_id, reference }) =>
    found.find((one) => one.policy_id === policy_id && one.reference === reference)?.id ?? null;
}

function headOf(row: CaseRow, decisionOf: DecisionOf): Omit<CaseSummary, "parties"> {
  return {
    id: row.id,
    policy: row.policy_id,
    reference: row.reference,
    revision: row.revision,
    appliesOn: row.applies_on,
    decision: decisionOf(row),
    createdAt: new Date(row.created_at).toISOString(),
    import: row.import_id,
  };
}
