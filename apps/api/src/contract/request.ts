import { type EvaluateRequest, PARTY_KINDS } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { amountMinor, month } from "./text.ts";

const id = z.string().min(1).max(200);

export const factValue = z
  .union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.string())])
  .openapi("FactValue", {
    description:
      "Money in whole minor units, rates and decimals with at most six places, days as `YYYY-MM-DD`, instants as RFC 3339 " +
      "with an offset, sets as lists. Which facts there are, and of what type, `/v1/policies/{id}/requirements` tells.",
  });

const facts = z
  .record(z.string(), factValue)
  .openapi({ description: "Facts by name; `null` is the same as leaving one out." });

const party = z
  .strictObject({
    id,
    kind: z.enum(PARTY_KINDS),
    memberOf: id.optional().openapi({ description: "The team or department; it may name anyone." }),
    facts,
  })
  .openapi("Party");

const evidence = z
  .strictObject({
    id,
    kind: id,
    supports: id.optional().openapi({ description: "The party whose side it supports." }),
    note: z.string().min(1).max(2000).optional(),
  })
  .openapi("Evidence");

export const scheduled = z
  .strictObject({
    party: id,
    month,
    amountMinor,
    atMostMinor: amountMinor
      .optional()
      .openapi({ description: "The most that the month may hold in all, by what stands in it already." }),
  })
  .openapi("ScheduledDeduction", {
    description: "What is already planned for a party in a month, from whichever case.",
  });

export const theCase = z
  .strictObject({
    reference: id.openapi({ description: "Your own number for the case." }),
    facts,
    parties: z.array(party).max(200).openapi({ description: "In the order in which remainders fall." }),
    evidence: z.array(evidence).max(500).optional(),
  })
  .openapi("Case");

export const evaluateRequest = z
  .strictObject({
    case: theCase,
    policyVersion: z
      .int()
      .min(1)
      .optional()
      .openapi({ description: "Default: the version in force on the policy's `appliesBy` day." }),
    scheduled: z.array(scheduled).max(10_000).optional().openapi({
      description:
        "Default: what the ledger holds, for whoever may read ledgers or record decisions; else nothing.",
    }),
  })
  .openapi("EvaluateRequest");

/** The published shape takes every request that the engine's own types allow. */
type IsPublished = Mutable<EvaluateRequest> extends z.input<typeof evaluateRequest> ? true : never;
export const REQUEST_IS_PUBLISHED: IsPublished = true;
