import * as z from "zod";
import { POLICY_LIMITS } from "./limits.ts";

/**
 * What a text has to look like. zod carries the name of the form as its message, so that what is said about a text of
 * another form is ours, in both languages.
 */
export type TextForm = "identifier" | "fact-name" | "day" | "time" | "currency";

export const anyText = z.string().max(POLICY_LIMITS.textLength);

/** Text that says something: an empty one is refused. */
export const someText = z.string().min(1).max(POLICY_LIMITS.textLength);

/** Ids of rules, tables, rows and examples, and the words that outcomes use. */
export const identifier = z
  .string()
  .max(POLICY_LIMITS.nameLength)
  .regex(/^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/, "identifier" satisfies TextForm);

/** Names of facts and parameters. */
export const factName = z
  .string()
  .max(POLICY_LIMITS.nameLength)
  .regex(/^[a-z][a-zA-Z0-9]*$/, "fact-name" satisfies TextForm);

export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "day" satisfies TextForm);

export const timeText = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "time" satisfies TextForm);

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "currency" satisfies TextForm);

export const localizedText = z
  .strictObject({ en: someText.describe("In English."), zh: someText.describe("In Chinese.") })
  .meta({ id: "LocalizedText", description: "Text that people see, in both languages." });
