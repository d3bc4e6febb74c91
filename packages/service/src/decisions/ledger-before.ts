import type { LedgerBefore } from "@evenhand/domain";
import { type Db, findingsAgainst } from "@evenhand/store";
import type { Ledgers } from "../ledger/ledgers.ts";
import { countedCodes } from "./counted-codes.ts";
import type { Recording } from "./record-in.ts";

/**
 * What a decision is computed with besides its case: of the one that it supersedes neither the amounts nor the findings,
 * since it takes their place.
 */
export async function ledgerBefore(
  db: Db,
  ledgers: Ledgers,
  { account, before, version }: Pick<Recording, "account" | "before" | "version">,
): Promise<LedgerBefore> {
  return {
    scheduled: ledgers.scheduled(account),
    closedThrough: ledgers.closedThrough,
    findings: await findingsAgainst(db, ledgers.persons, {
      codes: countedCodes(version.version.policy),
      ...(before ? { except: before.id } : {}),
    }),
  };
}
