import { inBatches } from "../database/in-batches.ts";
import type { Db } from "../database/store.ts";
import type { DecisionRow } from "../decisions/decisions.ts";

/** A decision with the body of its audit event, which holds the record. */
export type ChainDecision = DecisionRow & { readonly body: string };

/**
 * The decisions that began accounts and whatever superseded them, each chain in its order; with `through`, the number of
 * an audit event, only those that were recorded by then.
 */
export async function decisionsOfAccounts(
  db: Db,
  accounts: readonly string[],
  { through }: { readonly through?: number } = {},
): Promise<readonly ChainDecision[]> {
  return inBatches([...new Set(accounts)], (batch) => {
    const query = db
      .selectFrom("decisions as d")
      .innerJoin("audit_events as a", "a.id", "d.audit_event_id")
      .selectAll("d")
      .select("a.body as body")
      .where("d.root_id", "in", batch)
      .orderBy("d.root_id")
      .orderBy("d.sequence");
    return (through === undefined ? query : query.where("d.audit_event_id", "<=", through)).execute();
  });
}
