import type { Case, Departure, Finding, RecordedDecision } from "@evenhand/domain";
import { type LoadedVersion, decide, departFrom } from "@evenhand/engine";

/** What is recorded of a case that the engine decides, as the service would keep it: the fields that fairness reads. */
export function recordedOf(
  loaded: LoadedVersion,
  asked: Case,
  more: { readonly departures?: readonly Departure[]; readonly findings?: readonly Finding[] } = {},
): RecordedDecision {
  const context = { evaluatedAt: Date.UTC(2026, 6, 10, 1), record: more.findings ?? [] };
  const proposed = decide(loaded, { case: asked }, context);
  const decided = departFrom(loaded, { case: asked }, more.departures ?? [], context);
  if ("refusal" in proposed) throw new Error(JSON.stringify(proposed.refusal));
  if ("refusal" in decided) throw new Error(JSON.stringify(decided.refusal));
  const { policy, calendar, guards, evaluatedAt, explanation } = decided.response;
  return {
    id: `decision of ${asked.reference}`,
    reference: asked.reference,
    recordedAt: "2026-07-10T01:00:00Z",
    status: "in-force",
    supersededBy: null,
    appealUntil: "2026-07-25",
    appeals: [],
    record: {
      format: 1,
      id: `decision of ${asked.reference}`,
      policy,
      calendar,
      guards,
      evaluatedAt,
      decidedOn: "2026-07-10",
      caseId: asked.reference,
      case: asked,
      versionNamed: false,
      evaluators: { compiled: "compiled", reference: "reference", agreed: true },
      ledger: {
        before: { scheduled: [], closedThrough: null, findings: more.findings ?? [] },
        after: [],
        entries: [],
      },
      proposal: proposed.response.outcome,
      outcome: decided.response.outcome,
      departures: more.departures ?? [],
      explanation,
      terms: [],
      gates: [],
      ...(more.departures ? { reason: "commitment" } : {}),
    },
  };
}
