import {
  type Case,
  type DecisionRecord,
  type Departure,
  type Disposition,
  type FactValue,
  type Outcome,
  type PartyKind,
  type PartyOutcome,
  type PolicyVersion,
  type RecordedDecision,
  contentHash,
} from "@evenhand/domain";
import { type RelevanceReader, type RelevantFacts, relevanceReader } from "./relevant-facts.ts";

/** What somebody is made to bear. Amounts in minor units. */
export type Figures = {
  readonly fineMinor: number;
  readonly bonusMinor: number;
  readonly totalMinor: number;
  readonly grade: string | null;
};

/** Somebody in a decision, as fairness looks at them. */
export type FairnessParty = {
  /** The pseudonym of a person, or the id of a unit. */
  readonly party: string;
  readonly kind: PartyKind;
  /** What the case states of them, also what no rule reads, such as the site; nothing of those that only the outcome names. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly role: string | null;
  readonly exemption: string | null;
  readonly proposed: Figures;
  readonly decided: Figures;
  /** How many months the deduction takes, and what could not be placed in any. */
  readonly months: number;
  readonly outstandingMinor: number;
};

/** A recorded decision as fairness looks at it: what was said of whom, what was proposed, what was decided and by whom. */
export type FairnessDecision = {
  readonly id: string;
  readonly reference: string;
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly currency: string;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly disposition: Disposition;
  readonly category: string | null;
  readonly lossMinor: number | null;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly relevant: RelevantFacts;
  /** The hash of policy version and relevant facts: decisions that share it are like cases. */
  readonly likeness: string;
  readonly parties: readonly FairnessParty[];
  readonly deadlines: Outcome["deadlines"];
  /** Who recorded it, under their pseudonym; null for a key. */
  readonly decider: string | null;
  readonly departures: readonly Departure[];
  /** The commitment to why it was decided so. */
  readonly reason: string | null;
  /** The appeal that it answers. */
  readonly appeal: string | null;
};

/** A record as far as fairness reads it, which is most of it but the explanation. */
export type BriefRecord = Omit<DecisionRecord, "explanation">;

type Recorded = Pick<RecordedDecision, "id" | "reference"> & { readonly record: BriefRecord };

/** What fairness needs of a decision besides its record. */
export type DecisionSource = {
  readonly recorded: Recorded;
  readonly decider: string | null;
};

/**
 * Reads recorded decisions of one policy version as fairness looks at them. One reader serves any number of decisions.
 *
 * @example readerOf(version)({ recorded, decider: "person-3f…" }).likeness // "9b1c…", the same for every like case
 */
export function readerOf(version: PolicyVersion): (source: DecisionSource) => FairnessDecision {
  const readRelevant = relevanceReader(version);
  return (source) => fairnessDecision(source, version, readRelevant);
}

function fairnessDecision(
  { recorded, decider }: DecisionSource,
  { policy: { currency, lossFact } }: PolicyVersion,
  readRelevant: RelevanceReader,
): FairnessDecision {
  const { record } = recorded;
  const relevant = readRelevant({ case: record.case, findings: record.ledger.before.findings });
  return {
    id: recorded.id,
    reference: recorded.reference,
    policy: record.policy,
    currency,
    decidedOn: record.decidedOn,
    disposition: record.outcome.disposition,
    category: record.outcome.category ?? null,
    lossMinor: lossIn(record.case, lossFact),
    facts: record.case.facts,
    relevant,
    likeness: contentHash({ version: record.policy.hash, ...relevant }),
    parties: partiesIn(record),
    deadlines: record.outcome.deadlines,
    decider,
    departures: record.departures,
    reason: record.reason ?? null,
    appeal: record.appeal ?? null,
  };
}

/** A decision as far as groups are compared by it. */
export type CountedDecision = Pick<
  FairnessDecision,
  "policy" | "currency" | "disposition" | "category" | "lossMinor" | "facts" | "parties"
>;

/**
 * A case as rules alone decide it, as far as groups are compared by it.
 *
 * @example ruledDecision({ case: asked, outcome, version }).parties[0]?.decided.totalMinor // 120000
 */
export function ruledDecision({ case: asked, outcome, version }: RuledCase): CountedDecision {
  const { id, version: number, currency, lossFact } = version.policy;
  return {
    policy: { id, version: number, hash: version.hash },
    currency,
    disposition: outcome.disposition,
    category: outcome.category ?? null,
    lossMinor: lossIn(asked, lossFact),
    facts: asked.facts,
    parties: partiesIn({ case: asked, proposal: outcome, outcome }),
  };
}

type RuledCase = { readonly case: Case; readonly outcome: Outcome; readonly version: PolicyVersion };

function lossIn({ facts }: Case, lossFact: string | undefined): number | null {
  const loss = lossFact === undefined ? undefined : facts[lossFact];
  return typeof loss === "number" ? loss : null;
}

type Decided = { readonly case: Case; readonly proposal: Outcome; readonly outcome: Outcome };

/** Whoever the case or the outcome names. */
function partiesIn(decided: Decided): readonly FairnessParty[] {
  const ids = [
    ...decided.case.parties.map(({ id }) => id),
    ...decided.outcome.parties.map(({ party }) => party),
  ];
  return [...new Set(ids)].map((id) => fairnessParty(id, decided));
}

/** What the outcome says nothing of bears nothing. */
function fairnessParty(id: string, { case: asked, proposal, outcome }: Decided): FairnessParty {
  const stated = asked.parties.find((party) => party.id === id);
  const proposed = proposal.parties.find(({ party }) => party === id);
  const decided = outcome.parties.find(({ party }) => party === id);
  return {
    party: id,
    kind: stated?.kind ?? "person",
    facts: stated?.facts ?? {},
    role: decided?.role ?? null,
    exemption: decided?.exemption ?? null,
    proposed: figuresOf(proposed),
    decided: figuresOf(decided),
    months: decided?.schedule.length ?? 0,
    outstandingMinor: decided?.outstandingMinor ?? 0,
  };
}

function figuresOf(party: PartyOutcome | undefined): Figures {
  if (!party) return { fineMinor: 0, bonusMinor: 0, totalMinor: 0, grade: null };
  const { fineMinor, bonusMinor, totalMinor, grade } = party;
  return { fineMinor, bonusMinor, totalMinor, grade };
}

/** Whether somebody is made to bear anything: an amount or a grade. */
export function isPenalised({ decided }: FairnessParty): boolean {
  return decided.totalMinor > 0 || decided.grade !== null;
}
