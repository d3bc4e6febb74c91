import type { BonusWarning, PayrollView, Statement } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { balance, entry } from "./decisions.ts";
import type { Mutable } from "./mutable.ts";
import { amountMinor, localizedText, month, policyId } from "./text.ts";

const person = z.string().openapi({ description: "A staff number.", example: "P1" });
const instant = z.string().openapi({ format: "date-time" });

export const payrollBonuses = z
  .strictObject({
    bonuses: z
      .array(z.strictObject({ person, bonusMinor: amountMinor }))
      .openapi({ description: "The real bonus of everybody; of people who owe nothing it is not kept." }),
  })
  .openapi("PayrollBonuses");

const bonusWarning = z
  .object({
    code: z.enum(["no-bonus", "unusual-bonus"]).openapi({
      description:
        "`no-bonus`: 0 for somebody who still owes something, which then waits; `unusual-bonus`: more than ten times or " +
        "less than a tenth of the one last known.",
    }),
    person,
    message: localizedText,
    help: localizedText,
  })
  .openapi("BonusWarning", { description: "What looks like a slip. The bonus was taken as it stands." });

export const closedMonth = z
  .object({
    month,
    people: z.int().openapi({ description: "How many of the people in the list owe anything." }),
    notOwing: z.int().openapi({ description: "How many do not." }),
    deductedMinor: amountMinor,
    carriedMinor: amountMinor.openapi({ description: "Planned in the month but moved on to later ones." }),
    warnings: z.array(bonusWarning).openapi({ description: "At most 100 of them." }),
    furtherWarnings: z.int().openapi({ description: "How many there are besides." }),
  })
  .openapi("ClosedMonth");

export const restatement = z
  .strictObject({ person, bonusMinor: amountMinor, reason: z.string().max(500) })
  .openapi("Restatement");

export const restated = z
  .object({
    person,
    month,
    bonusMinor: amountMinor,
    reason: z.string(),
    balance,
    warnings: z.array(bonusWarning),
  })
  .openapi("Restated");

export const leaving = z
  .strictObject({
    lastMonth: month.openapi({ description: "The last payroll month with a bonus: the first open one." }),
    bonusMinor: amountMinor.openapi({ description: "The real bonus of it; 0 where there is none." }),
  })
  .openapi("Leaving");

export const settlement = z
  .object({ person, lastMonth: month, bonusMinor: amountMinor, balance })
  .openapi("Settlement");

export const statement = z
  .object({
    person,
    currency: z.string().nullable(),
    balance,
    leftIn: month.nullable(),
    closedThrough: month.nullable(),
    months: z.array(
      z.object({
        month,
        plannedMinor: amountMinor,
        deductedMinor: amountMinor,
        capMinor: amountMinor.openapi({ description: "The most that the month may take." }),
      }),
    ),
    accounts: z.array(
      z.object({ decision: z.string(), state: z.enum(["open", "suspended", "settled"]), balance }),
    ),
    entries: z.array(entry.extend({ at: instant })),
  })
  .openapi("Statement", { description: "What a person owes and has paid, oldest entry first." });

const payrollAmounts = {
  plannedMinor: amountMinor.openapi({ description: "Still to be taken in the month." }),
  deductedMinor: amountMinor.openapi({
    description: "Taken in the month, whether or not it was given back later.",
  }),
  givenBackMinor: amountMinor.openapi({
    description: "Taken too much in an earlier month, and given back with the pay of this one.",
  }),
  netMinor: z.int().openapi({ description: "What comes off the pay of the month; below 0 it is paid out." }),
};

export const payrollMonthView = z
  .object({
    month,
    state: z.enum(["open", "closed"]).openapi({
      description:
        "`open`: as it is planned at the moment of asking; `closed`: as its closing left it, for good.",
    }),
    people: z
      .array(
        z
          .object({
            person,
            currency: z.string(),
            capMinor: amountMinor
              .nullable()
              .openapi({ description: "The most that the month may take of the person." }),
            ...payrollAmounts,
            toComeMinor: amountMinor.openapi({
              description: "Still to be taken once the month is through.",
            }),
            notRecoverableMinor: amountMinor,
            decisions: z.array(
              z
                .object({
                  decision: z.string(),
                  reference: z.string(),
                  policy: z.object({ id: policyId, version: z.int() }),
                  ...payrollAmounts,
                })
                .openapi("PayrollDecision"),
            ),
          })
          .openapi("PayrollPerson"),
      )
      .openapi({ description: "Whoever has nothing in the month is not among them." }),
    totals: z
      .array(z.object({ currency: z.string(), ...payrollAmounts }).openapi("PayrollTotal"))
      .openapi({ description: "One for each currency." }),
  })
  .openapi("PayrollMonth", { description: "What a payroll month takes and gives back." });

type IsPayrollPublished = Mutable<PayrollView> extends z.input<typeof payrollMonthView> ? true : never;
export const PAYROLL_IS_PUBLISHED: IsPayrollPublished = true;

type IsPublished = Mutable<Statement> extends z.input<typeof statement> ? true : never;
export const STATEMENT_IS_PUBLISHED: IsPublished = true;
type IsWarningPublished = Mutable<BonusWarning> extends z.input<typeof bonusWarning> ? true : never;
export const WARNING_IS_PUBLISHED: IsWarningPublished = true;
