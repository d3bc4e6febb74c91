import type { Actor } from "@evenhand/domain";
import { partiesConcerned } from "@evenhand/engine";
import { type AppealRow, type Db, type StoredDecision, knownPersons } from "@evenhand/store";
import { recordFrom } from "../decisions/decision-view.ts";
import { recordedRules } from "../rulebook/recorded-rules.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** An appeal with the decision that it is against, and the one that is in force by now. */
export type Disputed = {
  readonly appeal: AppealRow;
  readonly against: StoredDecision;
  readonly inForce: StoredDecision;
};

/**
 * Whether somebody may not decide about an appeal, whatever they would find: they recorded what is objected to, or it is
 * their own affair.
 */
export async function isInvolved(
  rules: Rulebook,
  tx: Db,
  { actor, appeal, against, inForce }: Disputed & { readonly actor: Actor },
): Promise<boolean> {
  if (actor.kind !== "user") return false;
  const decider = (await knownPersons(tx, [actor.person])).get(actor.person);
  // Of whom no pseudonym was ever made no record tells anything.
  if (decider === undefined) return false;
  const decided = [against, inForce];
  return (
    decider === appeal.person ||
    decided.some((one) => partiesConcerned(recordFrom(one)).has(decider)) ||
    (await decidersOf(rules, tx, { against, inForce })).includes(decider)
  );
}

/**
 * The pseudonyms of those who decided what is objected to: whoever recorded the decision, or the one that is in force by
 * now, and whom its case names as the decider. One that answered somebody's appeal was recorded by whoever decided about
 * that, who may decide about the next one as well.
 */
async function decidersOf(
  rules: Rulebook,
  tx: Db,
  { against, inForce }: Pick<Disputed, "against" | "inForce">,
): Promise<readonly unknown[]> {
  const deciders: unknown[] = [];
  for (const one of inForce.appeal_id === null ? [against, inForce] : [against]) {
    const record = recordFrom(one);
    const { conflict } = (await recordedRules(rules, tx, record)).version.policy;
    deciders.push(one.recorded_by_person, conflict && record.case.facts[conflict.decider]);
  }
  return deciders;
}
