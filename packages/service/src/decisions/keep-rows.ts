import type { DecisionRecord, Party, PartyOutcome } from "@evenhand/domain";
import type { Decided } from "@evenhand/engine";
import { isPseudonym } from "@evenhand/evidence";
import { type Db, actorName, insertDecision } from "@evenhand/store";
import { appliesOnOf } from "./applies-on.ts";
import type { Recording } from "./record-in.ts";

/** Keeps what is searched and added up of a decision; the record itself is in the audit event. */
export async function keepRows(
  tx: Db,
  recording: Recording,
  {
    decided,
    record,
    auditEventId,
  }: { readonly decided: Decided; readonly record: DecisionRecord; readonly auditEventId: number },
): Promise<void> {
  const { actor, asked, appeal, at, evaluatedAt, id, stored, version, before, account } = recording;
  const { policy } = version.version;
  const { outcome } = record;
  await insertDecision(tx, {
    decision: {
      id,
      policy_id: policy.id,
      policy_version: policy.version,
      policy_hash: version.version.hash,
      case_id: stored.id,
      reference: record.case.reference,
      root_id: account,
      supersedes: before?.id ?? null,
      appeal_id: appeal ?? null,
      disposition: outcome.disposition,
      category: outcome.category ?? null,
      applies_on: appliesOnOf(policy, asked.request, evaluatedAt),
      decided_on: record.decidedOn,
      currency: policy.currency,
      total_minor: outcome.parties.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      is_departure: record.departures.length > 0 ? 1 : 0,
      recorded_at: at,
      recorded_by: actorName(actor),
      recorded_by_person: recording.decider,
      audit_event_id: auditEventId,
    },
    parties: outcome.parties.map((party, position) => partyRow(recording, decided, { party, position })),
    findings: decided.findings.map(({ party, code, occurredOn }) => ({
      decision_id: id,
      person: party,
      code,
      occurred_on: occurredOn,
    })),
  });
}

function partyRow(
  { id, asked, stored }: Recording,
  { concerned }: Decided,
  { party, position }: { readonly party: PartyOutcome; readonly position: number },
): Parameters<typeof insertDecision>[1]["parties"][number] {
  const index = stored.sealed.parties.findIndex((one) => one.id === party.party);
  // As it was stated: in the record a text stands under a commitment, and the name of a unit is no personal data.
  const stated = asked.request.case.parties[index];
  return {
    decision_id: id,
    position,
    party: party.party,
    person: isPseudonym(party.party) ? party.party : null,
    kind: concerned.find((one) => one.party === party.party)?.kind ?? stated?.kind ?? "external",
    unit: stated ? unitOf(stated) : null,
    role: party.role ?? null,
    exemption: party.exemption ?? null,
    grade: party.grade,
    fine_minor: party.fineMinor,
    bonus_minor: party.bonusMinor,
    total_minor: party.totalMinor,
  };
}

/** What statistics count a party under: itself where it is a unit, else the one it says it belongs to. */
function unitOf({ id, kind, memberOf, facts }: Party): string | null {
  if (kind === "team" || kind === "department") return id;
  if (memberOf !== undefined) return memberOf;
  const { unit, department } = facts;
  if (typeof unit === "string") return unit;
  return typeof department === "string" ? department : null;
}
