import type { DerivedFact, DerivedKind } from "@evenhand/domain";
import * as z from "zod";
import { anyText, identifier, localizedText, someText } from "./text.ts";
import { factReference } from "./value.ts";

const name = (description: string) => someText.describe(description);

const partyTests = z.array(
  z
    .strictObject({
      fact: name("A fact of the party, or `partyKind`."),
      operator: z.enum(["equal", "notEqual", "in"]).describe("How it is compared."),
      value: z
        .xor([anyText, z.number(), z.boolean(), z.null(), z.array(anyText).min(1)])
        .describe("What it is compared with; null asks whether it is unknown, a list goes with `in`."),
    })
    .meta({
      id: "PartyTest",
      description: "Holds of a party, or does not; picks the parties that are counted.",
    }),
);

/** The fields of one kind beside its label, which all kinds have. */
function kind<const Kind extends DerivedKind, Fields extends z.ZodRawShape>(named: Kind, fields: Fields) {
  return z.strictObject({
    label: localizedText.describe("What people call it."),
    kind: z.literal(named).describe("How it is worked out."),
    ...fields,
  });
}

const where = partyTests.exactOptional().describe("Which parties are looked at. Default: all.");

const between = {
  from: name("The earlier day or moment."),
  to: name("The later one."),
  after: factReference
    .exactOptional()
    .describe("A parameter in the same unit that is taken off: what is left is how late it is."),
};

/** Facts worked out from others. The set is closed: there is no formula language. */
export const derivedFact = z
  .discriminatedUnion("kind", [
    kind("days-between", between),
    kind("hours-between", between),
    kind("minutes-between", between),
    kind("ratio", { numerator: name("What is divided."), denominator: name("What it is divided by.") }),
    kind("relative-excess", { of: name("What may exceed."), over: name("What it is measured against.") }),
    kind("count", { of: name("The set whose values are counted.") }),
    kind("sum", { of: name("The fact of each party that is added up."), where }),
    kind("maximum", { of: name("The fact of each party of which the largest is taken."), where }),
    kind("count-parties", {
      where: partyTests.describe("Every one of these holds of a party that is counted."),
    }),
    kind("on-record", {
      code: identifier.describe("The rule or ground that is looked for in the record."),
      months: factReference.describe("A parameter: how many months are looked back."),
    }),
    kind("first-known", {
      of: z.array(someText).min(1).describe("Facts, of which the first that is known is taken."),
    }),
    kind("greatest", {
      of: z.array(someText).min(1).describe("Numbers, of which the largest that is known is taken."),
    }),
    kind("local-day", { of: name("The moment whose day is taken, in the policy's time zone.") }),
  ])
  .meta({
    id: "DerivedFact",
    description: "A fact worked out from others.",
  }) satisfies z.ZodType<DerivedFact>;
