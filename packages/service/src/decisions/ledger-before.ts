import type { LedgerBefore } from "@evenhand/domain";
import { type Db, findingsAgainst } from "@evenhand/store";
import type { Ledgers } from "../ledger/ledgers.ts";

/**
 * What a decision is computed with besides its case: of the one that it supersedes neither the amounts nor the findings,
 * since it takes their place.
 */
export async function ledgerBefore(
  db: Db,
  ledgers: Ledgers,
  { account, before }: { readonly account: string; readonly before: { readonly id: string } | undefined },
): Promise<LedgerBefore> {
  return {
    scheduled: ledgers.scheduled(account),
    closedThrough: ledgers.closedThrough,
    findings: await findingsAgainst(db, ledgers.persons, before ? { except: before.id } : {}),
  };
}
