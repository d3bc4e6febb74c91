import { PARAMETER_UNITS, type Parameter, type Policy, type Rule } from "@evenhand/domain";
import * as z from "zod";
import { rootCondition } from "./condition.ts";
import { derivedFact } from "./derived.ts";
import { policyEvent } from "./event.ts";
import { policyExample } from "./example.ts";
import { factDeclaration } from "./fact.ts";
import { gate } from "./gate.ts";
import { POLICY_LIMITS } from "./limits.ts";
import { decisionTable, priority, scope, stage } from "./table.ts";
import { anyText, currencyCode, dayText, factName, identifier, localizedText, someText } from "./text.ts";
import { factReference, references } from "./value.ts";

const parameter = z
  .strictObject({
    value: z
      .xor([z.number(), anyText])
      .describe(
        "Money in minor units, rates and months as decimals of at most six places, a day as `YYYY-MM-DD`.",
      ),
    unit: z.enum(PARAMETER_UNITS).describe("What the figure is of."),
    label: localizedText.describe("What people call it."),
    references: references.describe("Where the figure comes from."),
    notes: localizedText.exactOptional(),
  })
  .meta({ id: "Parameter", description: "A named figure of the policy." }) satisfies z.ZodType<Parameter>;

const rule = z
  .strictObject({
    id: identifier.describe("Says what the rule is about; unique in the policy."),
    stage,
    scope,
    label: localizedText.describe("What the rule says, in a few words."),
    references: references.describe("Where the rule comes from."),
    notes: localizedText.exactOptional(),
    rule: z
      .strictObject({ conditions: rootCondition, event: policyEvent, priority: priority.exactOptional() })
      .describe("A json-rules-engine rule, as it runs there."),
  })
  .meta({ id: "Rule", description: "One rule with its citation." }) satisfies z.ZodType<Rule>;

const conflict = z.strictObject({
  decider: someText.describe("The case fact that names who decides."),
  instructors: z.array(someText).describe("Party facts that name others who may not decide."),
  references: references.describe("Where this comes from."),
});

const note = z
  .strictObject({
    text: localizedText,
    references: references.exactOptional().describe("The articles it is about."),
  })
  .meta({ id: "Note", description: "A choice that was made, or something an auditor should know." });

/**
 * The shape of a policy document, one to one with the type `Policy`. What a shape cannot say (that a name is known, that
 * two things may be compared) is the work of `validatePolicy`, which also words what does not fit.
 */
export const policySchema = z
  .strictObject({
    id: identifier.describe("The policy's id, the same in all its versions."),
    version: z.int().min(1).describe("Counts up from 1."),
    title: localizedText,
    summary: localizedText.exactOptional(),
    effectiveFrom: dayText.describe("The first day it is in force, `YYYY-MM-DD`, in its time zone."),
    appliesBy: someText.describe("The case fact (a day or a moment) that decides which version a case uses."),
    currency: currencyCode.describe("ISO 4217."),
    timeZone: someText.describe("IANA time zone."),
    calendar: someText.describe("The calendar of working days."),
    guards: z.array(someText).describe("The statutory guards it is under."),
    lossFact: someText.exactOptional().describe("The case fact (money) that is divided among bearers."),
    cap: z
      .strictObject({ rate: factReference })
      .describe(
        "Of a person's monthly bonus at most this rate is deducted in a month, over all cases and policies.",
      ),
    conflict: conflict.exactOptional().describe("Who may not decide."),
    gates: z
      .array(gate)
      .exactOptional()
      .describe(
        "What must be so before a decision that charges somebody or gives a grade may be recorded; each kind at most once.",
      ),
    grades: z.array(identifier).describe("Grades of discipline, mildest first."),
    facts: z
      .strictObject({
        case: z.record(factName, factDeclaration).describe("Facts of the case as a whole."),
        party: z.record(factName, factDeclaration).describe("Facts of each party."),
      })
      .describe("What a case may state."),
    derived: z
      .strictObject({
        case: z.record(factName, derivedFact).exactOptional().describe("Of the case as a whole."),
        party: z.record(factName, derivedFact).exactOptional().describe("Of each party."),
      })
      .exactOptional()
      .describe("Facts worked out from others."),
    parameters: z.record(factName, parameter).describe("The named figures."),
    conditions: z
      .record(identifier, rootCondition)
      .exactOptional()
      .describe("Named conditions. They do not name one another."),
    tables: z.record(identifier, decisionTable).describe("Rules in the form of tables."),
    rules: z.array(rule).max(POLICY_LIMITS.rules).describe("All other rules; their order means nothing."),
    words: z.record(identifier, localizedText).describe("Labels of the words that outcomes use."),
    notes: z.array(note).exactOptional().describe("Choices that were made."),
    examples: z.array(policyExample).describe("Cases with what must come out of them."),
  })
  .meta({ id: "Policy", description: "One version of a policy." }) satisfies z.ZodType<Policy>;
