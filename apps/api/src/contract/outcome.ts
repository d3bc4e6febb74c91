import { DISPOSITIONS } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { amountMinor, day, localizedText, month } from "./text.ts";

const instalment = z.object({ month, amountMinor }).openapi("Instalment");

const partyOutcome = z
  .object({
    party: z.string(),
    role: z.string().optional(),
    shareMillionths: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .openapi({ description: "Share of the loss, in millionths." }),
    exemption: z
      .string()
      .optional()
      .openapi({ description: "Why somebody is free of what would fall on them." }),
    fineMinor: amountMinor,
    bonusMinor: amountMinor,
    totalMinor: amountMinor.openapi({ description: "`fineMinor` + `bonusMinor`." }),
    grade: z
      .string()
      .nullable()
      .openapi({ description: "Grade of discipline, if any.", example: "minor-demerit" }),
    reminder: z.boolean(),
    commendation: z.boolean(),
    schedule: z
      .array(instalment)
      .openapi({ description: "What is deducted in which month, earliest first." }),
    outstandingMinor: amountMinor.openapi({ description: "What no month has room for; of persons only." }),
    suspended: z.boolean().openapi({ description: "Decided, but not deducted until an objection ends." }),
    notDeductibleMinor: amountMinor
      .optional()
      .openapi({ description: "What a statutory guard took off for good; no part of the total." }),
  })
  .openapi("PartyOutcome");

const deadline = z
  .object({
    step: z.string(),
    dueOn: day.optional(),
    dueAt: z.string().optional().openapi({ format: "date-time" }),
    provisional: z
      .boolean()
      .openapi({ description: "The count left the published calendar and may still move." }),
  })
  .openapi("Deadline");

const warning = z
  .object({
    code: z.string(),
    message: z.string().openapi({ description: "The English of `text`." }),
    text: localizedText,
    party: z.string().optional(),
  })
  .openapi("Warning");

export const outcome = z
  .object({
    disposition: z
      .enum(DISPOSITIONS)
      .openapi({ description: "`refused`: this may not be decided so; an outcome like any other." }),
    ground: z.string().optional(),
    category: z.string().optional(),
    severity: z.string().optional(),
    caseNumber: z.string().optional(),
    parties: z
      .array(partyOutcome)
      .openapi({ description: "The parties in case order, then whoever a party names." }),
    bearers: z
      .array(z.object({ bearer: z.string(), amountMinor }).openapi("Bearer"))
      .openapi({ description: "Who bears the loss. Empty, or adds up to it exactly." }),
    deadlines: z.array(deadline),
    authority: z
      .object({
        level: z.string().nullable(),
        excluded: z.array(z.string()).openapi({ description: "Who may not decide this case." }),
      })
      .openapi("Authority"),
    compensation: z.array(
      z.object({ to: z.string(), amountMinor, bearer: z.string() }).openapi("Compensation"),
    ),
    measures: z.array(
      z
        .object({ kind: z.string(), party: z.string().optional(), quantity: z.string().optional() })
        .openapi("Measure"),
    ),
    warnings: z.array(warning),
  })
  .openapi("Outcome");
