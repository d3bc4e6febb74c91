import {
  type Actor,
  type EvaluateRequest,
  type LedgerBefore,
  type Policy,
  personsIn,
  reachOf,
} from "@evenhand/domain";
import { isPseudonym, openValue } from "@evenhand/evidence";
import { findingsAgainst, knownPersons } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { Ledgers } from "../ledger/ledgers.ts";
import { seesNames } from "../people/own-or-other.ts";
import { alikeInCase } from "../pseudonyms/alike.ts";
import { AskRefused } from "../refused.ts";
import { countedCodes } from "./counted-codes.ts";

/**
 * Whether what is kept of people may show in what somebody is answered about a case: that of whoever may read the ledger,
 * or record decisions and learn it so. A schedule begins after what is planned already, so that it tells of that.
 */
export function seesLedgers(actor: Actor): boolean {
  return reachOf(actor, "ledger:read") === "all" || reachOf(actor, "decisions:record") === "all";
}

/**
 * What the service knows of the people in a case, under the numbers by which the case names them: what the ledger holds
 * of them and what is on record against them. Evaluating without recording rests on it. Whoever may see no ledger gets
 * what concerns nobody: through which month payroll is closed. For whom names are masked the case names people by their
 * pseudonyms: whoever is not shown names must not learn by a number what is behind it.
 *
 * @throws AskRefused as `similar-id` where the case names somebody almost as they are known
 */
export async function knownOf(
  { store }: Pick<ServiceContext, "store">,
  policy: Policy,
  { request, actor }: { readonly request: EvaluateRequest; readonly actor: Actor },
): Promise<LedgerBefore> {
  const named = seesLedgers(actor) ? personsIn(policy, request.case) : [];
  return store.read(async (db) => {
    if (seesLedgers(actor) && seesNames(actor)) {
      const alike = await alikeInCase(db, { policy, case: request.case });
      if (alike.length > 0) throw new AskRefused(...alike);
    }
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
