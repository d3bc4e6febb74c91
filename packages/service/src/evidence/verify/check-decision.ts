import { type DecisionRecord, type Policy, formatDay, parseInstant } from "@evenhand/domain";
import { appliesOn } from "@evenhand/engine";
import type { DecisionPartyRow, DecisionRow, FindingRow } from "@evenhand/store";
import { findingsIn } from "./findings-in.ts";
import { partiesIn } from "./parties-in.ts";
import type { LoggedEvent } from "./read-event.ts";
import { rowMissing, rowSuperfluous } from "./store-problem.ts";
import type { Verifying } from "./verifying.ts";

type Given = {
  readonly event: LoggedEvent;
  readonly decision: DecisionRow;
  readonly parties: readonly DecisionPartyRow[];
  readonly findings: readonly FindingRow[];
  readonly superseded: readonly DecisionRow[];
};

/**
 * What is searched and added up of a decision against its record. Its day and its currency follow from the version, and
 * are passed over where that is not there.
 */
export async function checkDecision(work: Verifying, given: Given): Promise<void> {
  const { found, policies } = work;
  const { event, decision, superseded } = given;
  // INVARIANT: what is no record throws somewhere below, which whoever calls this expects.
  const record = event.after as unknown as DecisionRecord;
  const policy = await policies.byHash(record.policy.hash);
  const before = superseded.find(({ id }) => id === record.supersedes);
  const name = { table: "decisions", key: event.object.id };
  found.compare(name, decision, {
    id: record.id,
    ...columnsOf(record),
    root_id: before?.root_id ?? record.id,
    recorded_at: event.at,
    recorded_by: event.actor,
    ...(policy ? columnsUnder(policy, record) : {}),
  });
  // Events hold no staff numbers; that one is there where a person acted can be told all the same.
  const isPerson = event.actor.startsWith("user:");
  found.compare(
    name,
    { recorded_by_person: decision.recorded_by_person === null ? "none" : "some" },
    { recorded_by_person: isPerson ? "some" : "none" },
  );
  if (record.id !== event.object.id) found.compare(name, { id: record.id }, { id: event.object.id });
  checkParties(work, record, { ...given, policy });
  checkFindings(work, record, given);
}

function columnsOf(record: DecisionRecord): Readonly<Record<string, unknown>> {
  const { outcome } = record;
  return {
    policy_id: record.policy.id,
    policy_version: record.policy.version,
    policy_hash: record.policy.hash,
    case_id: record.caseId,
    reference: record.case.reference,
    supersedes: record.supersedes ?? null,
    appeal_id: record.appeal ?? null,
    disposition: outcome.disposition,
    category: outcome.category ?? null,
    decided_on: record.decidedOn,
    total_minor: outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    is_departure: record.departures.length > 0 ? 1 : 0,
  };
}

function columnsUnder(policy: Policy, record: DecisionRecord): Readonly<Record<string, unknown>> {
  const at = parseInstant(record.evaluatedAt) ?? 0;
  const day = appliesOn(policy, { case: record.case }, at);
  return { applies_on: day === undefined ? null : formatDay(day), currency: policy.currency };
}

function checkParties(
  { found }: Verifying,
  record: DecisionRecord,
  { parties, policy }: Given & { readonly policy: Policy | undefined },
): void {
  const wanted = partiesIn(record, policy);
  for (const [position, { kinds, ...columns }] of wanted.entries()) {
    const row = parties[position];
    const name = { table: "decision_parties", key: `${record.id} ${position}` };
    if (!row) {
      found.add(rowMissing(name));
      continue;
    }
    const kind = kinds.includes(row.kind) ? row.kind : kinds[0];
    found.compare(name, row, { position, ...columns, kind });
  }
  for (const { position } of parties.slice(wanted.length))
    found.add(rowSuperfluous({ table: "decision_parties", key: `${record.id} ${position}` }));
}

function checkFindings({ found }: Verifying, record: DecisionRecord, { decision, findings }: Given): void {
  const occurredOn = decision.applies_on ?? record.evaluatedAt.slice(0, 10);
  const keyOf = (...parts: readonly string[]): string => [record.id, ...parts].join(" ");
  const wanted = new Set(findingsIn(record).map(({ party, code }) => keyOf(party, code, occurredOn)));
  for (const { person, code, occurred_on } of findings) {
    const key = keyOf(person, code, occurred_on);
    if (!wanted.delete(key)) found.add(rowSuperfluous({ table: "findings", key }));
  }
  for (const key of wanted) found.add(rowMissing({ table: "findings", key }));
}
