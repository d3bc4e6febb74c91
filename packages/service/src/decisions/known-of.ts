import type { EvaluateRequest, LedgerBefore, Policy } from "@evenhand/domain";
import { openValue, personsIn } from "@evenhand/evidence";
import { findingsAgainst, knownPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { Ledgers } from "../ledger/ledgers.ts";

/**
 * What the service knows of the people in a case, under the numbers by which the case names them: what the ledger holds
 * of them and what is on record against them. Evaluating without recording rests on it.
 */
export async function knownOf(
  { store }: Pick<ServiceContext, "store">,
  policy: Policy,
  request: EvaluateRequest,
): Promise<LedgerBefore> {
  return store.read(async (db) => {
    const known = await knownPersons(db, personsIn(policy, request.case));
    const persons = [...known.values()];
    const ledgers = await Ledgers.read(db, persons);
    const before: LedgerBefore = {
      scheduled: ledgers.scheduled(),
      closedThrough: ledgers.closedThrough,
      findings: await findingsAgainst(db, persons),
    };
    const staffIds = new Map([...known].map(([staffId, person]) => [person, staffId]));
    return openValue(before, (token) => staffIds.get(token));
  });
}
