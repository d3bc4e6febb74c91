import { readFileSync } from "node:fs";
import {
  type DecisionRecord,
  type Departure,
  type EvaluateRequest,
  type EvaluateResponse,
  type LedgerBefore,
  type PolicyVersion,
  contentHash,
  personsIn,
} from "@evenhand/domain";
import {
  type DecideContext,
  EVALUATORS,
  type LoadedVersion,
  decide,
  departFrom,
  readRequest,
  selectVersion,
} from "@evenhand/engine";
import { type Opening, type ReplaySources, leafHash, pseudonymOf, sealCase } from "@evenhand/evidence";
import { preparePolicy } from "@evenhand/policy";
import { readCaseFiles } from "../conformance/case.ts";
import { loadRules } from "../support/rules.ts";

export const RULES = loadRules();
const CALENDAR: unknown = JSON.parse(
  readFileSync(new URL("../../rules/calendars/cn.json", import.meta.url), "utf8"),
);

export const NOTHING_BEFORE: LedgerBefore = { scheduled: [], closedThrough: null, findings: [] };

/** A salt from a text: the same text, the same salt. */
export function saltOf(text: string): string {
  return leafHash(`salt of ${text}`);
}

/** The openings of people by their staff numbers, as the people table keeps them. */
export function personOpening(staffId: string): Opening {
  const salt = saltOf(staffId);
  return { token: pseudonymOf({ salt, staffId }), salt, value: staffId };
}

/** A recorded decision with what is kept apart from it. */
export type Recorded = { readonly record: DecisionRecord; readonly openings: readonly Opening[] };

export type RecordParts = {
  /** Of one policy; the request or its dates say which. */
  readonly versions: readonly LoadedVersion[];
  readonly request: EvaluateRequest;
  readonly evaluatedAt: number;
  /** Default: what the request says is scheduled. */
  readonly before?: LedgerBefore;
  /** Under staff numbers. */
  readonly departures?: readonly Departure[];
};

/** Seals and decides a case as recording a decision does, without a database. */
export function recordOf(parts: RecordParts): Recorded {
  const { versions, request, evaluatedAt } = parts;
  const { version: loaded, reason } = selected(versions, request, evaluatedAt);
  const { policy } = loaded.version;
  const persons = personsIn(policy, request.case).map(personOpening);
  const pseudonyms = new Map(persons.map(({ token, value }) => [value, token]));
  let salts = 0;
  const sealed = sealCase(policy, request.case, {
    pseudonyms,
    newSalt: () => saltOf(`text ${(salts += 1)}`),
  });
  const under = (id: string): string => pseudonyms.get(id) ?? id;
  const before = parts.before ?? {
    ...NOTHING_BEFORE,
    scheduled: (request.scheduled ?? []).map((each) => ({ ...each, party: under(each.party) })),
  };
  const departures = (parts.departures ?? []).map((each) => ({ ...each, party: under(each.party) }));
  const context: DecideContext = {
    evaluatedAt,
    versionReason: reason,
    scheduled: before.scheduled,
    closedThrough: before.closedThrough,
    record: before.findings,
  };
  const proposed = decide(loaded, { case: sealed.case }, context);
  const decided =
    departures.length === 0 ? proposed : departFrom(loaded, { case: sealed.case }, departures, context);
  if ("refusal" in proposed || "refusal" in decided) throw new Error(JSON.stringify([proposed, decided]));
  const { outcome, explanation, reference: _reference, ...response } = proposed.response;
  const record: DecisionRecord = {
    format: 1,
    id: "dec-1",
    ...response,
    decidedOn: dayOf(sealed.case.facts["decidedOn"], response.evaluatedAt),
    caseId: `case-${contentHash(sealed.case).slice(0, 12)}`,
    case: sealed.case,
    versionNamed: reason.kind === "named",
    evaluators: { ...EVALUATORS, agreed: true },
    ledger: { before, after: [], entries: [] },
    proposal: outcome,
    outcome: decided.response.outcome,
    departures,
    explanation,
    terms: decided.terms,
    gates: [],
  };
  return { record, openings: [...persons, ...sealed.openings] };
}

function selected(versions: readonly LoadedVersion[], request: EvaluateRequest, evaluatedAt: number) {
  const found = selectVersion(versions, request, evaluatedAt);
  if ("refusal" in found) throw new Error(JSON.stringify(found.refusal));
  return found;
}

/** Every conformance case that is decided, recorded; `opened` is what comes out with nobody under a pseudonym. */
export function recordedCases(): readonly (Recorded & {
  readonly name: string;
  readonly opened: EvaluateResponse;
})[] {
  return readCaseFiles().flatMap(({ path, policy, cases }) =>
    cases.flatMap((one) => {
      const read = "refusal" in one ? one : readRequest(one.request);
      if ("refusal" in read) return [];
      const versions = RULES.loaded.filter((each) => each.version.policy.id === policy);
      const parts = { versions, request: read.request, evaluatedAt: Date.parse(one.evaluatedAt) };
      return [{ name: `${path} ${one.id}`, ...recordOf(parts), opened: openedOf(parts) }];
    }),
  );
}

function openedOf({ versions, request, evaluatedAt }: RecordParts): EvaluateResponse {
  const { version, reason } = selected(versions, request, evaluatedAt);
  const result = decide(version, request, { evaluatedAt, versionReason: reason });
  if ("refusal" in result) throw new Error(JSON.stringify(result.refusal));
  return result.response;
}

/** Everything stored as it stood when the decisions were recorded; `policies` are versions besides those of `rules/`. */
export function sourcesOf(
  records: readonly DecisionRecord[],
  policies: readonly PolicyVersion[] = [],
): ReplaySources & { readonly ledgerBefore: NonNullable<ReplaySources["ledgerBefore"]> } {
  const versions = [...RULES.versions, ...policies];
  const guards = new Map(RULES.guards.map((guard) => [contentHash(guard), guard]));
  return {
    version: (id, number) =>
      versions.find(({ policy }) => policy.id === id && policy.version === number)?.policy,
    versionByHash: (hash) => versions.find((version) => version.hash === hash)?.policy,
    calendar: (hash) => (hash === RULES.calendar.hash ? CALENDAR : undefined),
    guard: (hash) => guards.get(hash),
    case: (caseId) => records.find((record) => record.caseId === caseId)?.case,
    ledgerBefore: ({ ledger: { before } }) => before,
    prepare: preparePolicy,
  };
}

function dayOf(stated: unknown, evaluatedAt: string): string {
  return typeof stated === "string" ? stated : evaluatedAt.slice(0, 10);
}
