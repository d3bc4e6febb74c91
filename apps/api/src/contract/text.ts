import { z } from "@hono/zod-openapi";

export const localizedText = z
  .object({ en: z.string(), zh: z.string() })
  .openapi("LocalizedText", { description: "The same text in English and in Chinese." });

export const reference = z
  .object({
    article: z.string().openapi({ description: "The article.", example: "21(3)" }),
    source: z
      .string()
      .optional()
      .openapi({ description: "The statute, where it is not the company's own measure." }),
  })
  .openapi("Reference");

export const policyId = z
  .string()
  .openapi({ description: "The id of a policy.", example: "complaint-fines" });

export const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: "SHA-256 of the document's canonical JSON (RFC 8785)." });

export const month = z
  .string()
  .regex(/^\d{4}-\d\d$/)
  .openapi({ description: "A payroll month.", example: "2026-07" });

export const amountMinor = z
  .int()
  .min(0)
  .openapi({ description: "An amount in minor units, such as fen.", example: 120000 });

export const day = z.string().openapi({ format: "date", example: "2026-07-13" });
