import type { Actor } from "@evenhand/domain";
import { resume } from "@evenhand/ledger";
import {
  type AppealRow,
  type AppealState,
  type Db,
  type StoredDecision,
  actorName,
  decideAppeal as keepVerdict,
  decisionById,
  lockAppeal,
  openAppeals,
} from "@evenhand/store";
import type { Working } from "../context.ts";
import { type LedgersChanged, changeLedgers } from "../ledger/change-ledgers.ts";
import { type RefusedAsk, refusedAsk } from "../refused.ts";
import { decidedAlready, noAppeal } from "./problems.ts";

/** An appeal that waits for its end, and the decision that it is against. */
export type OpenAppeal = { readonly appeal: AppealRow; readonly against: StoredDecision };

/** Takes an appeal. INVARIANT: of two who end it at once the later one finds it ended. */
export async function takeAppeal(tx: Db, id: string): Promise<OpenAppeal | RefusedAsk> {
  const appeal = await lockAppeal(tx, id);
  if (!appeal) return refusedAsk(noAppeal(id));
  if (appeal.state !== "open") return refusedAsk(decidedAlready(appeal.state));
  const against = await decisionById(tx, appeal.decision_id);
  if (!against) throw new Error("an appeal is against no decision");
  return { appeal, against };
}

export type Ending = OpenAppeal & {
  readonly actor: Actor;
  readonly verdict: Exclude<AppealState, "open">;
  /** Why, as a commitment; null where nobody said. */
  readonly reason: string | null;
};

/**
 * Tells of the end of an appeal and plans again what was suspended; not while the party objects to another decision of the
 * same chain.
 */
export async function resumeDeduction(
  working: Working,
  tx: Db,
  { actor, appeal, against, verdict, reason }: Ending,
): Promise<LedgersChanged<object> | RefusedAsk> {
  const { id, person } = appeal;
  const account = against.root_id;
  return changeLedgers(
    working,
    tx,
    { actor, action: "appeal.decided", object: { kind: "appeal", id }, persons: [person] },
    async (ledgers) => {
      const ledger = ledgers.of(person);
      const others = (await openAppeals(tx, account)).filter((one) => one.person === person && one.id !== id);
      const held = ledger.accounts.find((one) => one.account === account && one.state === "suspended");
      const result = held && others.length === 0 ? resume(ledger, { account }) : undefined;
      if (result && "refusal" in result) return refusedAsk(result.refusal);
      if (result) ledgers.apply(person, result.change);
      const why = reason === null ? {} : { reason };
      return { after: { decision: against.id, party: person, verdict, ...why } };
    },
  );
}

/** Keeps how an appeal ended, and the decision that answers it, where there is one. */
export async function keepEnding(
  tx: Db,
  { actor, appeal, verdict, reason }: Ending,
  { at, supersededBy }: { readonly at: number; readonly supersededBy: string | null },
): Promise<void> {
  await keepVerdict(tx, appeal.id, {
    state: verdict,
    decided_at: at,
    decided_by: actorName(actor),
    reason,
    superseding_id: supersededBy,
  });
}
