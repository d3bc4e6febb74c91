import type { Actor, EvaluateRequest, LedgerBefore, Policy } from "@evenhand/domain";
import { isPseudonym, openValue, personsIn } from "@evenhand/evidence";
import { findingsAgainst, knownPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { Ledgers } from "../ledger/ledgers.ts";
import { seesNames } from "../people/own-or-other.ts";
import { countedCodes } from "./counted-codes.ts";

/**
 * What the service knows of the people in a case, under the numbers by which the case names them: what the ledger holds
 * of them and what is on record against them. Evaluating without recording rests on it. For whom names are masked the case
 * names people by their pseudonyms: whoever is not shown names must not learn by a number what is behind it.
 */
export async function knownOf(
  { store }: Pick<ServiceContext, "store">,
  policy: Policy,
  { request, actor }: { readonly request: EvaluateRequest; readonly actor: Actor },
): Promise<LedgerBefore> {
  const named = personsIn(policy, request.case);
  return store.read(async (db) => {
    const known = seesNames(actor)
      ? await knownPersons(db, named)
      : new Map(named.filter(isPseudonym).map((person) => [person, person]));
    const persons = [...known.values()];
    const ledgers = await Ledgers.read(db, persons);
    const before: LedgerBefore = {
      scheduled: ledgers.scheduled(),
      closedThrough: ledgers.closedThrough,
      findings: await findingsAgainst(db, persons, { codes: countedCodes(policy) }),
    };
    const staffIds = new Map([...known].map(([staffId, person]) => [person, staffId]));
    return openValue(before, (token) => staffIds.get(token));
  });
}
