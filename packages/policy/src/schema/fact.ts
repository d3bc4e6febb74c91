import { FACT_TYPES, type FactDeclaration, PARTY_KINDS, WEIGHTS } from "@evenhand/domain";
import * as z from "zod";
import { identifier, localizedText } from "./text.ts";
import { factReference } from "./value.ts";

export const factDeclaration = z
  .strictObject({
    type: z.enum(FACT_TYPES).describe("What the fact holds."),
    label: localizedText.describe("What people call it."),
    help: localizedText.exactOptional().describe("How to fill it in."),
    required: z
      .xor([z.boolean(), z.array(z.enum(PARTY_KINDS))])
      .exactOptional()
      .describe("True where every case or party states it; a list where every party of these kinds does."),
    values: z
      .record(identifier, localizedText)
      .exactOptional()
      .describe("Of `enum` and `set`: the values with their labels, in order."),
    open: z.boolean().exactOptional().describe("Of `enum`: values outside the list are accepted as well."),
    whenAbsent: z
      .literal("unknown")
      .exactOptional()
      .describe("Of `boolean`: where it is not stated it is unknown, not false."),
    says: z
      .strictObject({
        true: localizedText.describe("What is said where it holds."),
        false: localizedText.describe("What is said where it does not."),
      })
      .exactOptional()
      .describe(
        "Of `boolean`: the fact as a statement of either kind, where the label alone would read badly.",
      ),
    minimum: z.number().exactOptional().describe("Of numbers: the least value, in the fact's own unit."),
    maximum: z
      .xor([z.number(), factReference])
      .exactOptional()
      .describe("Of numbers: the greatest value, or the fact that holds it."),
    mustBeParty: z
      .boolean()
      .exactOptional()
      .describe("Of `party`: it names a party of the case, and nobody else."),
    namesKind: z
      .enum(PARTY_KINDS)
      .exactOptional()
      .describe("Of `party`: what the one named is, where they are no party of the case. Default: a person."),
    weighs: z
      .enum(WEIGHTS)
      .exactOptional()
      .describe(
        "Of what has an order: whether more of it (a later day, a later value, true, a larger set) makes the matter worse or milder.",
      ),
    protected: z
      .boolean()
      .exactOptional()
      .describe("Nothing in the policy may read it: rank, site, sex, age, tenure or what stands for them."),
  })
  .meta({
    id: "FactDeclaration",
    description: "A fact that a case or party may state.",
  }) satisfies z.ZodType<FactDeclaration>;
