import {
  type Balance,
  type DecisionRecord,
  type Departure,
  type EvaluateRequest,
  type LedgerBefore,
  type Policy,
  type PolicyVersion,
} from "@evenhand/domain";
import {
  type Decided,
  EVALUATORS,
  type LoadedVersion,
  decide,
  departFrom,
  readRequest,
  selectVersion,
} from "@evenhand/engine";
import { readCaseFiles } from "../conformance/case.ts";
import { readRuleBook } from "../conformance/rule-book.ts";

/** A decision as it is kept, opened: the engine's own answer to a conformance case, with the ledger as it was. */
export type Sample = {
  readonly version: PolicyVersion;
  readonly record: DecisionRecord;
  readonly recordedAt: number;
};

type Change = {
  readonly id?: string;
  readonly before?: LedgerBefore;
  readonly departures?: readonly Departure[];
  readonly extra?: Partial<Pick<DecisionRecord, "decidedOn" | "gates" | "reason" | "supersedes" | "appeal">>;
  /** What another case than the file's own is to be decided. */
  readonly request?: (request: EvaluateRequest, policy: Policy) => EvaluateRequest;
};

const BOOK = readRuleBook();
const FILES = readCaseFiles();
const EMPTY: LedgerBefore = { scheduled: [], closedThrough: null, findings: [] };

/** Every conformance case that comes to a decision, by file and case. */
export function decidedCases(): readonly (readonly [path: string, caseId: string])[] {
  return FILES.flatMap(({ path, cases }) =>
    cases.flatMap((one) => ("expect" in one ? [[path, one.id] as const] : [])),
  );
}

/** Decides a conformance case with the real engine and puts it into a record. Throws where it is refused. */
export function sample(path: string, caseId: string, change: Change = {}): Sample {
  const file = FILES.find((one) => one.path === path);
  const one = file?.cases.find(({ id }) => id === caseId);
  const versions = BOOK.get(file?.policy ?? "");
  if (!one || !versions) throw new Error(`${path}: no case ${caseId}`);
  const read = readRequest(one.request);
  if ("refusal" in read) throw new Error(JSON.stringify(read.refusal));
  const [{ version: anyVersion }] = versions as readonly [LoadedVersion];
  const request = change.request?.(read.request, anyVersion.policy) ?? read.request;
  const evaluatedAt = Date.parse(one.evaluatedAt);
  const selected = selectVersion(versions, request, evaluatedAt);
  if ("refusal" in selected) throw new Error(JSON.stringify(selected.refusal));
  const before = change.before ?? { ...EMPTY, scheduled: request.scheduled ?? [] };
  const context = {
    evaluatedAt,
    scheduled: before.scheduled,
    closedThrough: before.closedThrough,
    versionReason: selected.reason,
  };
  const proposed = decided(decide(selected.version, request, context));
  const departures = change.departures ?? [];
  const final =
    departures.length === 0 ? proposed : decided(departFrom(selected.version, request, departures, context));
  return {
    version: selected.version.version,
    record: recordOf({ request, proposed, final, before, departures, change }),
    recordedAt: evaluatedAt + 1_500_000,
  };
}

type Ingredients = {
  readonly request: EvaluateRequest;
  readonly proposed: Decided;
  readonly final: Decided;
  readonly before: LedgerBefore;
  readonly departures: readonly Departure[];
  readonly change: Change;
};

function recordOf({ request, proposed, final, before, departures, change }: Ingredients): DecisionRecord {
  const { policy, calendar, guards, evaluatedAt, outcome, explanation } = final.response;
  const stated = request.case.facts["decidedOn"];
  return {
    format: 1,
    id: change.id ?? "dec-01k0c2v9m8t3q7x4n5r6s2w1zb",
    policy,
    calendar,
    guards,
    evaluatedAt,
    decidedOn: typeof stated === "string" ? stated : evaluatedAt.slice(0, 10),
    caseId: "case-01k0c1q7d5m3x9t2v8r4w6n0pa",
    case: request.case,
    versionNamed: false,
    evaluators: { ...EVALUATORS, agreed: true },
    ledger: {
      before,
      after: outcome.parties
        .filter(({ party }) => final.terms.some(({ person }) => person === party))
        .map(({ party, schedule, totalMinor, outstandingMinor }) => ({
          person: party,
          balance: balanceOf(totalMinor, outstandingMinor),
          schedule,
        })),
      entries: [],
    },
    proposal: proposed.response.outcome,
    outcome,
    departures,
    explanation,
    terms: final.terms,
    gates: [],
    ...change.extra,
  };
}

/** The account of somebody from whom nothing has been taken yet. */
export function balanceOf(assessedMinor: number, outstandingMinor: number): Balance {
  return {
    assessedMinor,
    deductedMinor: 0,
    scheduledMinor: assessedMinor - outstandingMinor,
    outstandingMinor,
    reversedMinor: 0,
    waivedMinor: 0,
    notRecoverableMinor: 0,
  };
}

function decided(result: Decided | { readonly refusal: unknown }): Decided {
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result;
}

/** The account of one party as the record leaves it, as a notice is given it; none for a unit. */
export function accountOf(
  { record }: Sample,
  party: string,
): { readonly ledger?: Pick<DecisionRecord["ledger"]["after"][number], "schedule" | "balance"> } {
  const after = record.ledger.after.find(({ person }) => person === party);
  return after ? { ledger: { schedule: after.schedule, balance: after.balance } } : {};
}
