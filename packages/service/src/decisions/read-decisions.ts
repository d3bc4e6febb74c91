import { type Actor, type RecordedDecision, canonicalJson, reachOf } from "@evenhand/domain";
import {
  type Db,
  type DecisionFilter,
  type StoredDecision,
  decisionById,
  knownPersons,
  listDecisions,
  partiesOf,
} from "@evenhand/store";
import { appealWindow } from "../appeals/window.ts";
import type { ServiceContext } from "../context.ts";
import { seesNames } from "../people/own-or-other.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { appellantOf, decisionSummary, decisionView, recordFrom } from "./decision-view.ts";
import { departs, ownSummary, ownView } from "./own-view.ts";
import { noDecision } from "./problems.ts";

/** A decision as somebody may see it, as JSON text. Whoever may only see their own finds no other. */
export async function readDecision(
  context: ServiceContext,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<{ readonly body: string } | RefusedAsk> {
  const rules = await context.rulebook();
  return context.store.read(async (db) => {
    const view = await decisionView(rules, db, id);
    if (!view) return refusedAsk(noDecision(id));
    if (isOwnOnly(actor)) return readOwn(rules, db, { view, actor });
    return { body: await openFor(db, canonicalJson(view), opennessFor(actor)) };
  });
}

type OwnReader = Extract<Actor, { readonly kind: "user" }>;

/** Whether somebody may only see what is decided about themselves, and the appeals against it. */
export function isOwnOnly(actor: Actor): actor is OwnReader {
  return actor.kind === "user" && reachOf(actor, "decisions:read") === "own";
}

/** Somebody whom the decision does not name is told that there is none, so that nothing can be learnt from the answer. */
async function readOwn(
  rules: Rulebook,
  db: Db,
  { view, actor }: { readonly view: RecordedDecision; readonly actor: OwnReader },
): Promise<{ readonly body: string } | RefusedAsk> {
  const person = (await knownPersons(db, [actor.person])).get(actor.person);
  const isNamed = view.record.outcome.parties.some(({ party }) => party === person);
  if (person === undefined || !isNamed) return refusedAsk(noDecision(view.id));
  const stored = await decisionById(db, view.id);
  if (!stored) throw new Error("a decision is gone");
  const { until } = await appealWindow(rules, db, { stored, party: person });
  const appellant = await appellantOf(db, view.record);
  const own = ownView(view, { party: person, appellant, appealUntil: until });
  return { body: await openFor(db, canonicalJson(own), opennessFor(actor)) };
}

/** What a list of decisions is asked for; `party` under the number or id that people know. */
export type DecisionsAsked = Omit<DecisionFilter, "limit" | "order"> & { readonly limit?: number };

const PAGE = 50;
export const MOST_DECISIONS = 200;
const NONE = canonicalJson({ decisions: [], next: null });

/** A page of decisions, the newest first, as JSON text; `next` leads to the page after it. */
export async function readDecisions(
  context: ServiceContext,
  { actor, asked }: { readonly actor: Actor; readonly asked: DecisionsAsked },
): Promise<{ readonly body: string }> {
  const limit = Math.min(asked.limit ?? PAGE, MOST_DECISIONS);
  const own = isOwnOnly(actor) ? actor.person : undefined;
  if (own !== undefined && asked.party !== undefined && asked.party !== own) return { body: NONE };
  return context.store.read(async (db) => {
    const wanted = own ?? asked.party;
    // Whoever is not shown names must not learn them by asking for one number after another.
    const isNumber = wanted !== undefined && seesNames(actor);
    const known = isNumber ? (await knownPersons(db, [wanted])).get(wanted) : undefined;
    // A unit may be called like a person of whom nothing is known yet.
    if (own !== undefined && known === undefined) return { body: NONE };
    const party = known ?? wanted;
    const filter = { ...asked, ...(party === undefined ? {} : { party }), limit: limit + 1 };
    const isOwn = own !== undefined && party !== undefined;
    const rows = isOwn ? await listOwn(db, { ...filter, party }) : await listDecisions(db, filter);
    const shown = rows.slice(0, limit);
    const parties = await partiesOf(
      db,
      shown.map(({ id }) => id),
    );
    const last = shown.at(-1);
    const page = {
      decisions: shown.map((row) => {
        const summary = decisionSummary(
          row,
          parties.filter(({ decision_id }) => decision_id === row.id),
        );
        return isOwn ? ownSummary(summary, { party, record: recordFrom(row) }) : summary;
      }),
      next: rows.length > limit && last ? String(last.sequence) : null,
    };
    return { body: await openFor(db, canonicalJson(page), opennessFor(actor)) };
  });
}

/**
 * The decisions that name a party, as they may see them: by `departures` only those in which their own figures departed,
 * or did not, which stands in the records alone.
 */
async function listOwn(
  db: Db,
  { departures, ...filter }: DecisionFilter & { readonly party: string },
): Promise<readonly StoredDecision[]> {
  if (departures === undefined) return listDecisions(db, filter);
  const found: StoredDecision[] = [];
  let { cursor } = filter;
  for (;;) {
    const page = await listDecisions(db, { ...filter, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.filter((row) => departs(recordFrom(row), filter.party) === departures));
    cursor = page.at(-1)?.sequence;
    if (page.length < filter.limit || found.length >= filter.limit) return found.slice(0, filter.limit);
  }
}
