import type { Statement } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { balance, entry } from "./decisions.ts";
import type { Mutable } from "./mutable.ts";
import { amountMinor, month } from "./text.ts";

const person = z.string().openapi({ description: "A staff number.", example: "P1" });
const instant = z.string().openapi({ format: "date-time" });

export const payrollBonuses = z
  .strictObject({
    bonuses: z
      .array(z.strictObject({ person, bonusMinor: amountMinor }))
      .openapi({ description: "The real bonus of everybody; of people who owe nothing it is not kept." }),
  })
  .openapi("PayrollBonuses");

export const closedMonth = z
  .object({
    month,
    people: z.int().openapi({ description: "How many of the people in the list owe anything." }),
    notOwing: z.int().openapi({ description: "How many do not." }),
    deductedMinor: amountMinor,
    carriedMinor: amountMinor.openapi({ description: "Planned in the month but moved on to later ones." }),
  })
  .openapi("ClosedMonth");

export const restatement = z
  .strictObject({ person, bonusMinor: amountMinor, reason: z.string().max(500) })
  .openapi("Restatement");

export const restated = z
  .object({ person, month, bonusMinor: amountMinor, reason: z.string(), balance })
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

type IsPublished = Mutable<Statement> extends z.input<typeof statement> ? true : never;
export const STATEMENT_IS_PUBLISHED: IsPublished = true;
