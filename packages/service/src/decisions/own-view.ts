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
 * others – neither their facts and pay, nor what was decided for them, nor their appeals and the answers to them. `appellant`
 * is whoever brought the appeal that the decision answers.
 */
export function ownView(
  view: RecordedDecision,
  { party, appellant }: { readonly party: string; readonly appellant: string | undefined },
): RecordedDecision {
  const record = ownRecord(view.record, party);
  return {
    ...view,
    appeals: view.appeals.filter((appeal) => appeal.party === party),
    record: record.appeal === undefined || appellant === party ? record : withoutAnswer(record),
  };
}

/** That somebody else appealed, and why that was decided so, is nobody's business. */
function withoutAnswer({ appeal: _appeal, reason: _reason, ...record }: DecisionRecord): DecisionRecord {
  return record;
}

/** A line of a list as one of the parties may see it: what the others pay is not in its total either. */
export function ownSummary(summary: DecisionSummary, party: string): DecisionSummary {
  const parties = summary.parties.filter((one) => one.party === party);
  return { ...summary, parties, totalMinor: parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0) };
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
