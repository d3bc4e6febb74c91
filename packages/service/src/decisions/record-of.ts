import type { DecisionRecord, LedgerAfter, LedgerBefore } from "@evenhand/domain";
import { EVALUATORS } from "@evenhand/engine";
import type { Ledgers } from "../ledger/ledgers.ts";
import type { Proposal } from "./propose-and-decide.ts";
import type { Recording } from "./record-in.ts";

type Found = Proposal & {
  readonly gates: DecisionRecord["gates"];
  /** The ledger as the decision was computed with it. */
  readonly ledger: LedgerBefore;
  /** The ledgers with the decision applied. */
  readonly ledgers: Ledgers;
  /** A commitment. */
  readonly reasons: string | undefined;
};

/** The record of a decision: everything it rested on and said. */
export function recordOf(recording: Recording, found: Found): DecisionRecord {
  const { id, asked, appeal, before, stored, reason } = recording;
  const { proposed, decided, departures, gates, ledger, ledgers, reasons } = found;
  const { policy, calendar, guards, evaluatedAt, outcome, explanation } = proposed.response;
  return {
    format: 1,
    id,
    policy,
    calendar,
    guards,
    evaluatedAt,
    caseId: stored.id,
    case: stored.sealed,
    versionNamed: reason.kind === "named",
    evaluators: { ...EVALUATORS, agreed: true },
    ledger: { before: ledger, after: standing(ledgers, recording), entries: ledgers.entries },
    proposal: outcome,
    outcome: decided.response.outcome,
    departures,
    explanation,
    terms: decided.terms,
    gates,
    ...(reasons === undefined ? {} : { reasons }),
    ...(asked.supersedes === undefined || !before ? {} : { supersedes: before.id }),
    ...(appeal === undefined ? {} : { appeal }),
  };
}

/** How the account of everybody who has one stands now. */
function standing(ledgers: Ledgers, { account }: Recording): readonly LedgerAfter[] {
  return ledgers.persons
    .filter((person) => ledgers.of(person).accounts.some((one) => one.account === account))
    .toSorted()
    .map((person) => ({ person, ...ledgers.account(person, account) }));
}
