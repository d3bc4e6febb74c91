import { type Actor, type RecordedDecision, canonicalJson } from "@evenhand/domain";
import { type Db, type DecisionFilter, knownPersons, listDecisions, partiesOf } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { seesNames } from "../people/own-or-other.ts";
import { reachOf } from "../people/permissions.ts";
import { openFor, opennessFor } from "../pseudonyms/open-for.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { appellantOf, decisionSummary, decisionView } from "./decision-view.ts";
import { ownSummary, ownView } from "./own-view.ts";
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
    if (isOwnOnly(actor)) return readOwn(db, view, actor);
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
  db: Db,
  view: RecordedDecision,
  actor: OwnReader,
): Promise<{ readonly body: string } | RefusedAsk> {
  const person = (await knownPersons(db, [actor.person])).get(actor.person);
  const isNamed = view.record.outcome.parties.some(({ party }) => party === person);
  if (person === undefined || !isNamed) return refusedAsk(noDecision(view.id));
  const appellant = await appellantOf(db, view.record);
  const own = ownView(view, { party: person, appellant });
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
    const rows = await listDecisions(db, {
      ...asked,
      ...(party === undefined ? {} : { party }),
      limit: limit + 1,
    });
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
        return own === undefined || party === undefined ? summary : ownSummary(summary, party);
      }),
      next: rows.length > limit && last ? String(last.sequence) : null,
    };
    return { body: await openFor(db, canonicalJson(page), opennessFor(actor)) };
  });
}
