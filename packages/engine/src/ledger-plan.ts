import type { LedgerAfter, Outcome } from "@evenhand/domain";

/**
 * An outcome with the plans that the ledger holds once it is in there. What a decision plans is planned as if nothing had
 * been decided on the case before; one that takes the place of another goes on in its account, where the months keep what
 * they hold and something may be taken already. Whoever has no account there keeps what was decided.
 *
 * @example withLedgerPlan(outcome, record.ledger.after).parties[0]?.schedule // [{ month: "2026-08", amountMinor: 45000 }]
 */
export function withLedgerPlan(outcome: Outcome, after: readonly LedgerAfter[]): Outcome {
  const accounts = new Map(after.map((account) => [account.person, account]));
  return {
    ...outcome,
    parties: outcome.parties.map((party) => {
      const account = accounts.get(party.party);
      if (!account) return party;
      return { ...party, schedule: account.schedule, outstandingMinor: account.balance.outstandingMinor };
    }),
  };
}
