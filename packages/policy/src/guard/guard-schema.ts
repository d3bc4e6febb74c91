import {
  CONFIDENCES,
  GUARD_DATE_FACTS,
  type Guard,
  type GuardCap,
  type GuardPeriod,
  MAX_AMOUNT_MINOR,
  WAGE_FACTS,
} from "@evenhand/domain";
import * as z from "zod";
import { currencyCode, dayText, identifier, localizedText } from "../schema/text.ts";
import { reference } from "../schema/value.ts";

/** Every figure of a guard carries its article, so an empty list is refused here, though a policy may have one. */
const cited = z.array(reference).min(1).describe("The article that the figure comes from.");

const base = z.enum(WAGE_FACTS).describe("The fact about a person's pay that the rate is of.");

const cap = z
  .union([
    z.strictObject({
      rate: z.number().min(0).max(1).describe("Of the base, at most six places."),
      base,
      references: cited,
    }),
    z.strictObject({
      amountMinor: z.int().min(0).max(MAX_AMOUNT_MINOR).describe("A fixed amount in minor units."),
      references: cited,
    }),
  ])
  .meta({ id: "GuardCap", description: "A limit in money." }) satisfies z.ZodType<GuardCap>;

const period = z
  .strictObject({
    effectiveFrom: dayText.describe("The first day on which it holds."),
    references: cited,
    moneyPenalty: z
      .enum(["allowed", "loss-only", "forbidden"])
      .describe("`loss-only`: no fine, only a share of a loss; `forbidden`: no money at all."),
    perActCap: cap.exactOptional().describe("Over all months, for one case."),
    perPeriodCap: cap.exactOptional().describe("In one month, over all cases."),
    allDeductionsCap: cap.exactOptional().describe("In one month, over every deduction."),
    floor: z
      .strictObject({ base, references: cited })
      .exactOptional()
      .describe("What is left of the month's wage is never below this fact."),
    carry: z
      .strictObject({
        allowed: z.boolean().describe("Whether what does not fit may move to a later month."),
        instalments: z.boolean().describe("Whether it may be taken in several sums."),
        horizonDays: z
          .int()
          .min(0)
          .exactOptional()
          .describe("Days after the decision in which a month may still begin."),
        references: cited.exactOptional(),
      })
      .describe("What becomes of what a month cannot take."),
    limitationDays: z
      .strictObject({ days: z.int().min(0), references: cited })
      .exactOptional()
      .describe("Days after the act in which a deduction must be decided, the last one included."),
    requires: z
      .array(z.strictObject({ fact: z.enum(GUARD_DATE_FACTS), references: cited }))
      .exactOptional()
      .describe("Days that must be stated before money is taken."),
    doublePunishment: z.enum(["allowed", "forbidden"]).describe("Whether one act may be punished twice."),
    confidence: z.enum(CONFIDENCES).describe("How sure we are of these figures."),
  })
  .meta({
    id: "GuardPeriod",
    description: "What a jurisdiction allows from a day on.",
  }) satisfies z.ZodType<GuardPeriod>;

/** The shape of `rules/guards/<jurisdiction>.json`. What the shape cannot say is checked by `readGuard`. */
export const guardSchema = z
  .strictObject({
    jurisdiction: identifier.describe(
      "The name policies use: a country's code, with a region's after a hyphen.",
    ),
    title: localizedText.describe("What people call it."),
    currency: currencyCode.describe("ISO 4217; a policy in another currency cannot be under this guard."),
    notes: localizedText.exactOptional().describe("What counsel should know of it."),
    periods: z.array(period).min(1).describe("Oldest first."),
  })
  .meta({
    id: "Guard",
    description: "A statutory guard: it only ever lowers what may be deducted.",
  }) satisfies z.ZodType<Guard>;
