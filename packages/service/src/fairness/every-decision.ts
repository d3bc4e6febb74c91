import {
  type Db,
  type DecisionInForce,
  type Store,
  decisionsInForce,
  recordedDecisions,
} from "@evenhand/store";
import { recordFrom } from "../decisions/decision-view.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type FairnessPayload, filterOf } from "./fairness-job.ts";
import type { DecisionToReview } from "./reviewing.ts";

/** So many decisions are read at a time; others have their turn in between. */
const PAGE = 50;

type Reading = { readonly store: Store; readonly rules: Rulebook; readonly pause: () => Promise<void> };

/** Every decision that a review looks at, in the order of recording, with the rules it was taken under. */
export async function* everyDecision(
  { store, rules, pause }: Reading,
  payload: FairnessPayload,
): AsyncGenerator<DecisionToReview> {
  let after: number | undefined = 0;
  while (after !== undefined) {
    const place: number = after;
    const page = await store.read(async (db) => {
      const rows = await decisionsInForce(db, { ...filterOf(payload), after: place, limit: PAGE });
      return withRules(db, rules, rows);
    });
    yield* page;
    after = page.length < PAGE ? undefined : page.at(-1)?.row.sequence;
    await pause();
  }
}

/** The decisions of these ids, in the order in which they are named. */
export async function* decisionsAt(
  { store, rules, pause }: Reading,
  places: readonly { readonly id: string }[],
): AsyncGenerator<DecisionToReview> {
  for (let from = 0; from < places.length; from += PAGE) {
    const ids = places.slice(from, from + PAGE).map(({ id }) => id);
    const page = await store.read(async (db) => withRules(db, rules, await recordedDecisions(db, ids)));
    const byId = new Map(page.map((decision) => [decision.row.id, decision]));
    for (const id of ids) {
      const decision = byId.get(id);
      if (!decision) throw new Error(`decision ${id} is not there any more`);
      yield decision;
    }
    await pause();
  }
}

async function withRules(
  db: Db,
  rules: Rulebook,
  rows: readonly DecisionInForce[],
): Promise<readonly DecisionToReview[]> {
  const read: DecisionToReview[] = [];
  for (const row of rows) {
    const record = recordFrom(row);
    read.push({ row, record, rules: await recordedRules(rules, db, record) });
  }
  return read;
}
