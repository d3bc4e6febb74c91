import { type EvaluateResponse, LEDGERS_COUNTED } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { explanationStep } from "./explanation.ts";
import type { Mutable } from "./mutable.ts";
import { outcome } from "./outcome.ts";
import { day, hash, policyId } from "./text.ts";

export const evaluateResponse = z
  .object({
    policy: z.object({ id: policyId, version: z.int().min(1), hash }).openapi("PolicyIdentity"),
    reference: z
      .string()
      .openapi({ description: "The reference of the case, as it was sent.", example: "C-2026-0706" }),
    evaluatedAt: z.string().openapi({
      format: "date-time",
      description: "The moment of evaluation, in the policy's time zone.",
      example: "2026-07-10T09:00:00+08:00",
    }),
    calendar: z
      .object({ id: z.string(), version: z.int().min(1), hash })
      .openapi("CalendarIdentity", { description: "The calendar that days were counted by." }),
    guards: z
      .array(
        z
          .object({
            jurisdiction: z.string().openapi({ example: "cn" }),
            effectiveFrom: day.openapi({ description: "The day on which the period that was used began." }),
            hash,
          })
          .openapi("GuardIdentity"),
      )
      .openapi({ description: "The statutory guards in force on the day of the decision." }),
    outcome,
    explanation: z
      .array(explanationStep)
      .openapi({ description: "Every rule that was asked, fired or not, and every computed figure." }),
    ledger: z
      .enum(LEDGERS_COUNTED)
      .optional()
      .openapi({
        description:
          "What was counted in of what people owe already: what is kept of them, what the request states in `scheduled`, " +
          "or nothing, since whoever asks may neither read ledgers nor record decisions.",
      }),
  })
  .openapi("EvaluateResponse");

/** Whatever the engine answers has the published shape. */
type IsPublished = Mutable<EvaluateResponse> extends z.input<typeof evaluateResponse> ? true : never;
export const RESPONSE_IS_PUBLISHED: IsPublished = true;
