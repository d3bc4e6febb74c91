import { type Comparison, type Condition, OPERATORS, type RootCondition } from "@evenhand/domain";
import * as z from "zod";
import { choice } from "./choice.ts";
import { anyText, someText } from "./text.ts";
import { factReference, literal } from "./value.ts";

export const comparison = z
  .strictObject({
    fact: someText.describe("The fact or parameter that is compared."),
    operator: z.enum(OPERATORS).describe("How it is compared."),
    value: z
      .xor([literal, z.null(), z.array(z.xor([z.number(), anyText])).min(1), factReference])
      .describe(
        "What it is compared with. `null` with `equal` or `notEqual` asks whether the fact is unknown; a list goes with `in` and `notIn`.",
      ),
  })
  .meta({
    id: "Comparison",
    description: "One comparison. With an unknown on either side it does not hold, a literal null aside.",
  }) satisfies z.ZodType<Comparison>;

/** Any condition. There is no `path`, no `params` and no `priority`, so nothing in one can run code or reach outside. */
export const condition: z.ZodType<Condition> = z.lazy(() => anyCondition);

const groups = [
  z
    .strictObject({ all: z.array(condition).min(1).describe("Every one of these holds.") })
    .meta({ id: "All", description: "Holds where all of its conditions hold." }),
  z
    .strictObject({ any: z.array(condition).min(1).describe("At least one of these holds.") })
    .meta({ id: "Any", description: "Holds where any of its conditions holds." }),
  z
    .strictObject({ not: condition.describe("This does not hold.") })
    .meta({ id: "Not", description: "Holds where its condition does not." }),
  z
    .strictObject({ condition: someText.describe("The name of a condition under `conditions`.") })
    .meta({ id: "NamedCondition", description: "Stands for a whole condition by its name." }),
] as const;

const anyCondition = choice([...groups, comparison]).meta({
  id: "Condition",
  description: "A comparison, a group of conditions, or the name of a named condition.",
});

export const rootCondition = choice(groups).meta({
  id: "RootCondition",
  description: "What stands at the top of a rule: a group or a named condition, not a bare comparison.",
}) satisfies z.ZodType<RootCondition>;
