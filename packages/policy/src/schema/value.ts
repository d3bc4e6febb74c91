import type { FactReference, Literal, Reference, Value } from "@evenhand/domain";
import * as z from "zod";
import { anyText, someText } from "./text.ts";

export const literal = z.xor([z.number(), anyText, z.boolean()]).meta({
  id: "Literal",
  description:
    "A number, a word, or true or false. Money in minor units; rates as decimals of at most six places.",
}) satisfies z.ZodType<Literal>;

export const factReference = z
  .strictObject({
    fact: someText.describe("The name of a fact, or `parameter.` and the name of a parameter."),
  })
  .meta({
    id: "FactReference",
    description:
      "Stands for what a fact of the case or party, a derived or built-in fact, or a parameter holds.",
  }) satisfies z.ZodType<FactReference>;

export const value = z.xor([literal, factReference]).meta({
  id: "Value",
  description: "A literal, or a reference to a fact or parameter.",
}) satisfies z.ZodType<Value>;

export const reference = z
  .strictObject({
    article: someText.describe("The article, section or rule of the company's own measure, or of `source`."),
    source: someText
      .exactOptional()
      .describe("The statute or other text, where it is not the company's measure."),
  })
  .meta({
    id: "Reference",
    description: "Where a rule or figure comes from.",
  }) satisfies z.ZodType<Reference>;

export const references = z.array(reference);
