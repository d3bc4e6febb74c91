import { z } from "@hono/zod-openapi";
import { hash, policyId, reference } from "./text.ts";

const entry = z
  .object({
    id: z.string().openapi({
      description: "Unique in its section: a rule's id, a fact's name, a row as `<table>#<row>`.",
    }),
    pointer: z.string().openapi({ description: "Where it stands in the policy document." }),
    title: z.string().optional(),
    text: z.string(),
    segments: z
      .array(z.looseObject({ text: z.string() }))
      .openapi({ description: "The text in pieces, each with what it names; put together they are `text`." }),
    references: z.array(reference),
    note: z.string().optional(),
  })
  .openapi("ReadingEntry");

export const policyReading = z
  .object({
    policy: z.object({ id: policyId, version: z.int().min(1), hash }).openapi("PolicyIdentity"),
    language: z.enum(["zh", "en"]),
    title: z.string(),
    sections: z.array(
      z
        .object({ id: z.string(), title: z.string(), intro: z.array(entry), entries: z.array(entry) })
        .openapi("ReadingSection"),
    ),
  })
  .openapi("PolicyReading", {
    description: "A version as sentences in one language, in the order in which its rules are heard.",
  });
