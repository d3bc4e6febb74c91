import type { DecisionRecord, LedgerAfter, LedgerBefore } from "@evenhand/domain";
import { EVALUATORS, withLedgerPlan } from "@evenhand/engine";
import type { Ledgers } from "../ledger/ledgers.ts";
import { dayTaken } from "./day-decided.ts";
import type { Proposal } from "./propose-and-decide.ts";
import type { Recording } from "./record-in.ts";

type Found = Proposal & {
  readonly gates: DecisionRecord["gates"];
  /** The ledger as the decision was computed with it. */
  readonly ledger: LedgerBefore;
  /** The ledgers with the decision applied. */
  readonly ledgers: Ledgers;
  /** The reason that was given, as a commitment. */
  readonly why: string | undefined;
};

/** The record of a decision: everything it rested on and said. */
export function recordOf(recording: Recording, found: Found): DecisionRecord {
  const { id, appeal, before, stored, reason } = recording;
  const { proposed, decided, departures, gates, ledger, ledgers, why } = found;
  const { policy, calendar, guards, evaluatedAt, outcome, explanation } = proposed.response;
  const after = standing(ledgers, recording);
  return {
    format: 1,
    id,
    policy,
    calendar,
    guards,
    evaluatedAt,
    decidedOn: dayTaken(recording),
    caseId: stored.id,
    case: stored.sealed,
    versionNamed: reason.kind === "named",
    evaluators: { ...EVALUATORS, agreed: true },
    ledger: { before: ledger, after, entries: ledgers.entries },
    proposal: outcome,
    outcome: before ? withLedgerPlan(decided.response.outcome, after) : decided.response.outcome,
    departures,
    explanation,
    terms: decided.terms,
    gates,
    ...(why === undefined ? {} : { reason: why }),
    ...(before ? { supersedes: before.id } : {}),
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
