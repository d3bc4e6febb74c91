import type { DecisionRecord, Outcome } from "@evenhand/domain";
import { EVALUATORS, withLedgerPlan } from "@evenhand/engine";
import type { DecidedAgain } from "./decide-again.ts";
import { MOST_DIFFERENCES, differencesBetween } from "./differences.ts";
import type { Difference, MovedCause } from "./replay.ts";

/** How what was computed now compares with a record. */
export type Compared = {
  readonly differences: readonly Difference[];
  /** What the record says of itself and its documents that is not so. */
  readonly misstated: readonly MovedCause[];
};

/** Compares all that a decision gives: proposal, outcome, explanation and terms. */
export function compareOutputs(record: DecisionRecord, again: DecidedAgain): Compared {
  if ("failure" in again) {
    const refused = { at: "/proposal", recorded: record.proposal.disposition, now: again.failure };
    return { differences: [refused], misstated: [] };
  }
  const { proposed, decided, agreed } = again;
  const { policy, calendar, guards, evaluatedAt, outcome, explanation } = proposed.response;
  const disagreement: readonly Difference[] = agreed
    ? []
    : [{ at: "/evaluators/agreed", recorded: true, now: false }];
  const differences = [
    ...disagreement,
    ...differencesBetween(record.proposal, outcome, ["proposal"]),
    ...differencesBetween(record.outcome, asPlanned(record, decided.response.outcome), ["outcome"]),
    ...differencesBetween(record.terms, decided.terms, ["terms"]),
    ...differencesBetween(record.explanation, explanation, ["explanation"]),
  ].slice(0, MOST_DIFFERENCES);
  const misstated = [
    ...differencesBetween(record.policy, policy, ["policy"]),
    ...differencesBetween(record.calendar, calendar, ["calendar"]),
    ...differencesBetween(record.guards, guards, ["guards"]),
    ...differencesBetween(record.evaluatedAt, evaluatedAt, ["evaluatedAt"]),
  ].map((difference): MovedCause => ({ cause: "record", ...difference }));
  return { differences, misstated };
}

/** What was computed, with the plan that the record says the ledger held where it went on in the account of another. */
export function asPlanned({ supersedes, ledger }: DecisionRecord, outcome: Outcome): Outcome {
  return supersedes === undefined ? outcome : withLedgerPlan(outcome, ledger.after);
}

/** All inputs are as they were recorded, and the result is not: it is the program that moved. */
export function engineCause({ evaluators }: DecisionRecord, first: Difference): MovedCause {
  const isOther =
    evaluators.compiled !== EVALUATORS.compiled || evaluators.reference !== EVALUATORS.reference;
  if (!isOther) return { cause: "engine", ...first };
  const { compiled, reference } = evaluators;
  return { cause: "engine", at: first.at, recorded: { compiled, reference }, now: EVALUATORS };
}
