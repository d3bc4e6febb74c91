import { type Actor, canonicalJson } from "@evenhand/domain";
import { type AppealFilter, type Db, appealById, knownPersons, listAppeals } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { appealSummary } from "../decisions/decision-view.ts";
import { isOwnOnly } from "../decisions/read-decisions.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { noAppeal } from "./problems.ts";

/** What a list of appeals is asked for; `after` is `next` of the page before. */
export type AppealsAsked = Pick<AppealFilter, "open" | "after"> & { readonly limit?: number };

const PAGE = 50;
export const MOST_APPEALS = 200;

/** A page of appeals, those filed last first, as JSON text. Whoever may only see their own finds no other. */
export async function readAppeals(
  { store }: Pick<ServiceContext, "store">,
  { actor, asked }: { readonly actor: Actor; readonly asked: AppealsAsked },
): Promise<{ readonly body: string }> {
  const limit = Math.min(asked.limit ?? PAGE, MOST_APPEALS);
  return store.read(async (db) => {
    const own = await ownPerson(db, actor);
    const filter = { ...asked, ...(own === undefined ? {} : { person: own }), limit: limit + 1 };
    const rows = own === NOBODY ? [] : await listAppeals(db, filter);
    const shown = rows.slice(0, limit);
    const page = {
      appeals: shown.map(appealSummary),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
    return { body: await openFor(db, canonicalJson(page), opennessFor(actor)) };
  });
}

/** One appeal, as JSON text. Whoever may only see their own is told of no other that there is one. */
export async function readAppeal(
  { store }: Pick<ServiceContext, "store">,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly body: string } | RefusedAsk> {
  return store.read(async (db) => {
    const row = await appealById(db, id);
    const own = await ownPerson(db, actor);
    if (!row || (own !== undefined && row.person !== own)) return refusedAsk(noAppeal(id));
    return { body: await openFor(db, canonicalJson(appealSummary(row)), opennessFor(actor)) };
  });
}

/** Stands for somebody of whom nothing is known: no pseudonym is empty. */
const NOBODY = "";

/** The pseudonym of whoever may only see their own; `undefined` of those who may see all. */
async function ownPerson(db: Db, actor: Actor): Promise<string | undefined> {
  if (!isOwnOnly(actor)) return undefined;
  return (await knownPersons(db, [actor.person])).get(actor.person) ?? NOBODY;
}
