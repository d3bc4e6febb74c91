import { type Actor, canonicalJson } from "@evenhand/domain";
import { type CaseFilter, caseById, listCases } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { caseSummaries, caseView } from "./case-view.ts";
import { noCase } from "./problems.ts";

/** What a list of cases is asked for; `after` is `next` of the page before. */
export type CasesAsked = Omit<CaseFilter, "limit"> & { readonly limit?: number };

const PAGE = 50;
export const MOST_CASES = 200;

/** A page of cases in their newest revisions, in the order of coming in, as JSON text. */
export async function readCases(
  { store }: Pick<ServiceContext, "store">,
  { actor, asked }: { readonly actor: Actor; readonly asked: CasesAsked },
): Promise<{ readonly body: string }> {
  const limit = Math.min(asked.limit ?? PAGE, MOST_CASES);
  return store.read(async (db) => {
    const rows = await listCases(db, { ...asked, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const page = {
      cases: await caseSummaries(db, shown),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
    return { body: await openFor(db, canonicalJson(page), opennessFor(actor)) };
  });
}

/** A case with everything that it states, as JSON text. */
export async function readCase(
  { store }: Pick<ServiceContext, "store">,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly body: string } | RefusedAsk> {
  return store.read(async (db) => {
    const row = await caseById(db, id);
    if (!row) return refusedAsk(noCase(id));
    return { body: await openFor(db, canonicalJson(await caseView(db, row)), opennessFor(actor)) };
  });
}
