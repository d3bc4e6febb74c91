import {
  DISPOSITIONS,
  type DecisionSummary,
  ENTRY_KINDS,
  GATE_KINDS,
  type RecordedDecision,
} from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { explanationStep } from "./explanation.ts";
import type { Mutable } from "./mutable.ts";
import { outcome } from "./outcome.ts";
import { scheduled, theCase } from "./request.ts";
import { amountMinor, day, hash, localizedText, month, policyId } from "./text.ts";

const id = z.string().max(64);
const instant = z.string().openapi({ format: "date-time", example: "2026-07-10T01:00:00.000Z" });
const person = z.string().openapi({
  description: "A staff number; `person-…` where it may not be seen, or was erased.",
  example: "P1",
});

const departure = z
  .strictObject({
    party: z.string(),
    fineMinor: amountMinor.optional(),
    bonusMinor: amountMinor.optional(),
    grade: z.string().nullable().optional(),
  })
  .openapi("Departure", {
    description: "Figures that are decided instead of those proposed; what is left out stays.",
  });

export const departures = z.array(departure).max(200);
export const reason = z.string().max(2000);

const keptCase = z.strictObject({ id }).openapi("KeptCase", {
  description:
    "A case that was kept before, by the id of its newest revision; it is decided as it was brought forward.",
});

export const decisionRequest = z
  .strictObject({
    policy: policyId,
    case: z.union([theCase, keptCase]),
    policyVersion: z.int().min(1).optional(),
    departures: departures
      .optional()
      .openapi({ description: "Of a named person only, with a `reason`, within what guards allow." }),
    reason: reason.optional(),
    supersedes: id.optional().openapi({ description: "The decision whose place this one takes." }),
  })
  .openapi("DecisionRequest");

export const balance = z
  .object({
    assessedMinor: amountMinor,
    deductedMinor: amountMinor,
    scheduledMinor: amountMinor,
    outstandingMinor: amountMinor,
    reversedMinor: amountMinor,
    waivedMinor: amountMinor,
    notRecoverableMinor: amountMinor.openapi({
      description: "The part of `outstandingMinor` that a leaver did not pay.",
    }),
  })
  .openapi("Balance", {
    description: "assessed = deducted + scheduled + outstanding + reversed + waived, at every read.",
  });

export const entry = z
  .object({
    account: id.openapi({ description: "The decision with which the account began." }),
    kind: z.enum(ENTRY_KINDS),
    amountMinor,
    month: month.optional(),
    from: z.enum(["outstanding", "scheduled", "deducted"]).optional(),
    paidBackIn: month.optional().openapi({ description: "The payroll month in which it is given back." }),
  })
  .openapi("LedgerEntry");

const terms = z
  .object({
    person,
    capRate: z.number().min(0).max(1),
    mostInMonthMinor: amountMinor.nullable(),
    mostInAllMinor: amountMinor.nullable(),
    lastMonth: month.nullable(),
    oneSum: z.boolean(),
    blocked: z.boolean(),
  })
  .openapi("DeductionTerms");

const identity = z.object({ id: z.string(), version: z.int().min(1), hash });

const record = z
  .object({
    format: z.literal(1),
    id,
    policy: identity,
    calendar: identity,
    guards: z.array(z.object({ jurisdiction: z.string(), effectiveFrom: day, hash })),
    evaluatedAt: instant,
    decidedOn: day.openapi({
      description:
        "As the case states it, else the day of evaluation; of a decision that answers an appeal or takes another back, " +
        "the day on which it was recorded.",
    }),
    caseId: id,
    case: theCase,
    versionNamed: z.boolean(),
    evaluators: z.object({ compiled: z.string(), reference: z.string(), agreed: z.literal(true) }),
    ledger: z.object({
      before: z.object({
        scheduled: z.array(scheduled),
        closedThrough: month.nullable(),
        findings: z.array(z.object({ party: person, code: z.string(), occurredOn: day })),
      }),
      after: z.array(z.object({ person, balance, schedule: z.array(z.object({ month, amountMinor })) })),
      entries: z.array(entry.extend({ person })),
    }),
    proposal: outcome.openapi({ description: "What the rules gave." }),
    outcome: outcome.openapi({
      description:
        "What was decided. Of a decision that supersedes another, `schedule` and `outstandingMinor` are what the ledger held " +
        "once it was in there; what was taken before stands in neither.",
    }),
    departures,
    explanation: z.array(explanationStep),
    terms: z.array(terms),
    gates: z.array(z.object({ kind: z.enum(GATE_KINDS), label: localizedText, met: z.literal(true) })),
    reason: z.string().optional(),
    supersedes: id.optional(),
    appeal: id.optional(),
  })
  .openapi("DecisionRecord", {
    description: "Everything that the decision rested on and said, so that it can be computed again.",
  });

const status = z.enum(["in-force", "superseded"]).openapi("DecisionStatus");

export const appeal = z
  .object({
    id,
    decision: id,
    party: person,
    state: z.enum(["open", "upheld", "reduced", "overturned", "withdrawn"]).openapi({
      description:
        "`open`, the verdict, or `withdrawn` by the party; `upheld` is the decision, not the appeal.",
    }),
    filedAt: instant,
    statement: z.string(),
    decidedAt: instant.nullable(),
    reason: z.string().nullable(),
    supersededBy: id.nullable(),
  })
  .openapi("Appeal");

export const appealList = z
  .object({
    appeals: z.array(appeal),
    next: z.string().nullable().openapi({ description: "The `cursor` of the page after this one." }),
  })
  .openapi("AppealList");

export const recordedDecision = z
  .object({
    id,
    reference: z.string(),
    recordedAt: instant,
    status,
    supersededBy: id.nullable(),
    appealUntil: day.openapi({
      description:
        "The last day on which an appeal may be filed by those whose figures the decision changed. Whoever reads their own " +
        "is told their own day: it runs from the decision that last changed their figures.",
    }),
    appeals: z.array(appeal),
    record,
  })
  .openapi("RecordedDecision");

const summary = z
  .object({
    id,
    policy: identity,
    reference: z.string(),
    disposition: z.enum(DISPOSITIONS),
    category: z.string().nullable(),
    decidedOn: day,
    recordedAt: instant,
    currency: z.string(),
    totalMinor: amountMinor,
    isDeparture: z.boolean(),
    status,
    supersedes: id.nullable(),
    supersededBy: id.nullable(),
    parties: z.array(
      z.object({
        party: person,
        kind: z.string(),
        role: z.string().nullable(),
        grade: z.string().nullable(),
        totalMinor: amountMinor,
      }),
    ),
  })
  .openapi("DecisionSummary");

export const decisionList = z
  .object({
    decisions: z.array(summary),
    next: z.string().nullable().openapi({ description: "The `cursor` of the page after this one." }),
  })
  .openapi("DecisionList");

export const waiver = z
  .strictObject({ party: z.string(), amountMinor: z.int().min(1), reason: z.string().max(500) })
  .openapi("Waiver");

export const waived = z
  .object({ decision: id, party: person, amountMinor, reason: z.string(), balance })
  .openapi("Waived");

export const reversal = z.strictObject({ reason }).openapi("Reversal");

export const appealRequest = z
  .strictObject({
    statement: z.string().max(2000),
    party: z.string().optional().openapi({ description: "Default: the one who is signed in." }),
  })
  .openapi("AppealRequest");

export const appealVerdict = z
  .strictObject({
    verdict: z.enum(["upheld", "reduced", "overturned"]).openapi({
      description:
        "`upheld`: the decision stands, the appeal fails, and the schedule resumes; a case's disposition `upheld` is " +
        "something else, a complaint that is well founded. `reduced`, `overturned`: a superseding decision is " +
        "recorded and the difference is reversed.",
    }),
    reason,
    departures: departures.optional().openapi({ description: "Of `reduced`: the figures decided now." }),
  })
  .openapi("AppealVerdict");

export const appealWithdrawal = z.strictObject({ reason: reason.optional() }).openapi("AppealWithdrawal");

/** Whatever the service answers has the published shape. */
type IsPublished = Mutable<RecordedDecision> extends z.input<typeof recordedDecision> ? true : never;
export const DECISION_IS_PUBLISHED: IsPublished = true;
type IsSummary = Mutable<DecisionSummary> extends z.input<typeof summary> ? true : never;
export const SUMMARY_IS_PUBLISHED: IsSummary = true;
