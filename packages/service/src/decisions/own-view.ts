import type {
  DecisionRecord,
  DecisionSummary,
  ExplanationStep,
  Outcome,
  RecordedDecision,
} from "@evenhand/domain";
import { isPseudonym, tokensIn } from "@evenhand/evidence";

/**
 * A decision as one of its parties may see it: what concerns the case as a whole and what concerns them, nothing of the
 * others – neither their facts and pay, nor what was decided for them and why, nor their appeals and the answers to them.
 * `appellant` is whoever brought the appeal that the decision answers; `appealUntil` is the last day for this party.
 */
export function ownView(
  view: RecordedDecision,
  {
    party,
    appellant,
    appealUntil,
  }: { readonly party: string; readonly appellant: string | undefined; readonly appealUntil: string },
): RecordedDecision {
  const { appeal, reason, ...record } = ownRecord(view.record, party);
  const isAnswered = appeal !== undefined && appellant === party;
  const isTold = isAnswered || (appeal === undefined && isReasonFor(view.record, party));
  return {
    ...view,
    appealUntil,
    appeals: view.appeals.filter((one) => one.party === party),
    record: {
      ...record,
      ...(isTold && reason !== undefined ? { reason } : {}),
      ...(isAnswered ? { appeal } : {}),
    },
  };
}

/** Whether the reason that was given is about a party: one of a departure is about those whose figures depart. */
function isReasonFor({ departures }: DecisionRecord, party: string): boolean {
  return departures.length === 0 || departs({ departures }, party);
}

/** Whether what was decided for a party is other than what was proposed for them. */
export function departs({ departures }: Pick<DecisionRecord, "departures">, party: string): boolean {
  return departures.some((one) => one.party === party);
}

/**
 * A line of a list as one of the parties may see it: what the others pay is not in its total either, nor does it tell that
 * somebody departed from what was proposed for them.
 */
export function ownSummary(
  summary: DecisionSummary,
  { party, record }: { readonly party: string; readonly record: Pick<DecisionRecord, "departures"> },
): DecisionSummary {
  const parties = summary.parties.filter((one) => one.party === party);
  return {
    ...summary,
    parties,
    isDeparture: departs(record, party),
    totalMinor: parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  };
}

function ownRecord(record: DecisionRecord, party: string): DecisionRecord {
  const isOwn = (one: { readonly party: string }): boolean => one.party === party;
  const isOwnPerson = (one: { readonly person: string }): boolean => one.person === party;
  const { before, after, entries } = record.ledger;
  const { evidence, ...stated } = record.case;
  return {
    ...record,
    case: {
      ...stated,
      parties: record.case.parties.filter(({ id }) => id === party),
      ...(evidence ? { evidence: evidence.filter(({ supports }) => supports === party) } : {}),
    },
    ledger: {
      before: {
        ...before,
        scheduled: before.scheduled.filter(isOwn),
        findings: before.findings.filter(isOwn),
      },
      after: after.filter(isOwnPerson),
      entries: entries.filter(isOwnPerson),
    },
    proposal: ownOutcome(record.proposal, party),
    outcome: ownOutcome(record.outcome, party),
    departures: record.departures.filter(isOwn),
    explanation: record.explanation.flatMap((step) => ownStep(step, party)),
    terms: record.terms.filter(isOwnPerson),
  };
}

/**
 * Of a step about the case as a whole whose arithmetic has a line for each person, such as the division of the loss, only
 * their own line: from the rest it could be told, or worked out, what the others bear.
 */
function ownStep(step: ExplanationStep, party: string): readonly ExplanationStep[] {
  if (step.party !== undefined) return step.party === party ? [step] : [];
  const { arithmetic, ...rest } = step;
  if (!arithmetic?.some(({ label }) => tokensIn(label.en).some(isPseudonym))) return [step];
  return [{ ...rest, arithmetic: arithmetic.filter(({ label }) => tokensIn(label.en).includes(party)) }];
}

function ownOutcome(outcome: Outcome, party: string): Outcome {
  const concerns = (one: { readonly party?: string }): boolean =>
    one.party === undefined || one.party === party;
  return {
    ...outcome,
    parties: outcome.parties.filter(concerns),
    bearers: outcome.bearers.filter(({ bearer }) => bearer === party),
    authority: { ...outcome.authority, excluded: [] },
    compensation: outcome.compensation.filter(({ bearer }) => bearer === party),
    measures: outcome.measures.filter(concerns),
    warnings: outcome.warnings.filter(concerns),
  };
}
