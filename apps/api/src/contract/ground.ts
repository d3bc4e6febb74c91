import { z } from "@hono/zod-openapi";
import { day, hash, localizedText } from "./text.ts";

export const calendar = z
  .object({
    hash,
    document: z.looseObject({
      id: z.string().openapi({ example: "cn" }),
      version: z.int().min(1),
      title: localizedText,
      coverage: z.object({ from: z.string(), to: z.string() }),
      source: z.string(),
      holidays: z.array(z.string()).openapi({ description: "Days off from Monday to Friday." }),
      makeUpDays: z.array(z.string()).openapi({ description: "Saturdays and Sundays that are worked." }),
    }),
  })
  .openapi("Calendar");

export const guard = z
  .object({ hash, document: z.looseObject({ jurisdiction: z.string().openapi({ example: "cn" }) }) })
  .openapi("Guard");

export const calendarVersions = z
  .object({
    versions: z.array(
      calendar.extend({
        inUseSince: z.string().openapi({ format: "date-time", example: "2026-07-10T01:00:00.000Z" }),
      }),
    ),
  })
  .openapi("CalendarVersions");

export const calendarYear = z
  .object({
    upon: hash.openapi({ description: "The hash of the calendar in use, as it was looked at." }),
    year: z.int().min(1900).max(9998).openapi({
      description: "One that the calendar covers, or the one after.",
      example: 2027,
    }),
    holidays: z
      .array(day)
      .max(366)
      .openapi({ description: "Days off of that year from Monday to Friday, ascending." }),
    makeUpDays: z
      .array(day)
      .max(366)
      .openapi({ description: "Saturdays and Sundays of that year that are worked, ascending." }),
    source: z.string().min(1).max(500).openapi({ description: "Where they were announced, without `;`." }),
  })
  .openapi("CalendarYear", { description: "They take the place of what the calendar had for the year." });
