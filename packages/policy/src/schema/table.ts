import { type Cell, type DecisionTable, RULE_STAGES, type RangeCell, type TableRow } from "@evenhand/domain";
import * as z from "zod";
import { rootCondition } from "./condition.ts";
import { tableEvent } from "./event.ts";
import { HIGHEST_PRIORITY, POLICY_LIMITS } from "./limits.ts";
import { identifier, localizedText, someText } from "./text.ts";
import { factReference, literal, references, value } from "./value.ts";

export const stage = z.enum(RULE_STAGES).describe("The stage in which it is asked.");
export const scope = z.enum(["case", "party"]).describe("Whether it is asked of the case or of each party.");
export const priority = z.int().min(1).max(HIGHEST_PRIORITY).describe("Higher comes first. Default: 1.");

const end = (description: string) => z.xor([z.number(), factReference]).exactOptional().describe(description);

const rangeCell = z
  .strictObject({
    atLeast: end("From this on."),
    above: end("Above this."),
    below: end("Below this."),
    atMost: end("Up to and with this."),
  })
  .meta({
    id: "RangeCell",
    description: "Holds between its ends, of which it has at least one.",
  }) satisfies z.ZodType<RangeCell>;

const cell = z
  .xor([
    z.null().describe("Holds of anything, unknown included."),
    z.strictObject({ is: value.describe("Holds of this value.") }),
    z.strictObject({ oneOf: z.array(literal).min(1).describe("Holds of any of these values.") }),
    z.strictObject({ unknown: z.literal(true).describe("Holds where the fact is not known.") }),
    rangeCell,
  ])
  .meta({ id: "Cell", description: "What a row asks of one input." }) satisfies z.ZodType<Cell>;

export const tableRow = z
  .strictObject({
    id: identifier.describe("The row's rule is called `<table>#<row>`."),
    when: z.array(cell).describe("A cell for each input."),
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the policy document; nobody awaits a row
    then: z.array(value).describe("A value for each output."),
    references: references
      .exactOptional()
      .describe("Where the row comes from, where not where the table does."),
    notes: localizedText.exactOptional(),
  })
  .meta({ id: "TableRow", description: "One rule in the form of a row." }) satisfies z.ZodType<TableRow>;

export const decisionTable = z
  .strictObject({
    label: localizedText.describe("What people call it."),
    stage,
    scope,
    references: references.describe("Where it comes from."),
    notes: localizedText.exactOptional(),
    hitPolicy: z
      .enum(["unique", "first"])
      .describe("`unique`: no two rows hold of one case; `first`: the upper row stands."),
    when: rootCondition.exactOptional().describe("Must hold before any row is asked."),
    inputs: z.array(factReference).min(1).describe("The facts that the rows ask about, column by column."),
    event: tableEvent.describe("What the rows say."),
    outputs: z.array(someText).describe("The event's parameters that each row fills in."),
    priority: priority.exactOptional(),
    partial: z.boolean().exactOptional().describe("Means to leave some input without a row."),
    rows: z.array(tableRow).min(1).max(POLICY_LIMITS.rules).describe("One rule each."),
  })
  .meta({
    id: "DecisionTable",
    description: "Rules in the form of a table.",
  }) satisfies z.ZodType<DecisionTable>;
