import { isPseudonym, tokensIn } from "@evenhand/evidence";
import {
  type Db,
  type StoredDecision,
  accountHolders,
  decisionInForce,
  lockNamed,
  lockPayroll,
} from "@evenhand/store";
import { recordFrom } from "../decisions/decision-view.ts";

/**
 * Keeps everybody else from deciding the case of a decision, or from changing the ledger of anybody in it, until this
 * transaction ends; gives the decision that is in force on it. `named` is whose appeal it is, the pseudonym by the staff
 * number.
 *
 * INVARIANT: payroll first, then the people in their order, as whoever records a decision takes them; what is in force is
 * read once they are taken, so that nobody puts another decision in its place meanwhile.
 */
export async function lockChain(
  tx: Db,
  of: StoredDecision,
  named: ReadonlyMap<string, string>,
): Promise<StoredDecision> {
  await lockPayroll(tx, "shared");
  let seen = await inForceOn(tx, of);
  for (;;) {
    await lockNamed(tx, named, await peopleOf(tx, seen));
    const inForce = await inForceOn(tx, of);
    if (inForce.id === seen.id) return inForce;
    // Whoever was waited for put another one in its place, which may concern further people.
    seen = inForce;
  }
}

/** Everybody whose row is taken by whoever puts another decision in the place of this one. */
async function peopleOf(tx: Db, inForce: StoredDecision): Promise<readonly string[]> {
  const inCase = tokensIn(JSON.stringify(recordFrom(inForce).case)).filter(isPseudonym);
  return [...inCase, ...(await accountHolders(tx, inForce.root_id))];
}

async function inForceOn(tx: Db, { policy_id, reference }: StoredDecision): Promise<StoredDecision> {
  const inForce = await decisionInForce(tx, { policyId: policy_id, reference });
  if (!inForce) throw new Error("a case that was decided has no decision in force");
  return inForce;
}
