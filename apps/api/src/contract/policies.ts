import { DIAGNOSTIC_CODES, FACT_TYPES, PARTY_KINDS } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { evaluateRequest } from "./request.ts";
import { day, hash, localizedText, policyId } from "./text.ts";

const version = z.int().min(1).openapi({ description: "Counts from 1.", example: 2 });

const versionSummary = z
  .object({
    version,
    effectiveFrom: day.openapi({ description: "The first day in force." }),
    effectiveUntil: day
      .nullable()
      .openapi({ description: "The last day before a higher version takes over; null: none does." }),
    hash,
  })
  .openapi("VersionSummary");

export const policySummary = z
  .object({
    id: policyId,
    title: localizedText.openapi({ description: "Of the newest version." }),
    summary: localizedText.optional(),
    appliesBy: z.string().openapi({
      description: "The case fact whose day decides which version is used.",
      example: "receivedOn",
    }),
    timeZone: z.string().openapi({
      description: "Where its days are counted, and by which it is one day or the next.",
      example: "Asia/Shanghai",
    }),
    versions: z.array(versionSummary).openapi({ description: "Ascending." }),
  })
  .openapi("PolicySummary");

export const policyList = z.object({ policies: z.array(policySummary) }).openapi("PolicyList");

export const diagnostic = z
  .object({
    code: z.enum(DIAGNOSTIC_CODES),
    severity: z.enum(["error", "warning"]),
    at: z.string().openapi({ description: "A JSON pointer into the document." }),
    message: localizedText,
    help: localizedText.optional(),
    meant: z.string().optional().openapi({
      description: "What the text at `at` was most likely meant to be; written there, it mends it.",
    }),
  })
  .openapi("Diagnostic");

export const policyDocument = z
  .looseObject({ id: policyId, version, title: localizedText, effectiveFrom: day })
  .openapi("PolicyDocument", {
    description: "The whole document; its shape is published as JSON Schema at `/v1/schemas/policy.json`.",
  });

export const policyVersion = z
  .object({
    policy: policyDocument,
    hash,
    effectiveUntil: day.nullable(),
    warnings: z.array(diagnostic),
  })
  .openapi("PolicyVersion");

const factRequirement = z
  .object({
    name: z.string(),
    scope: z.enum(["case", "party"]),
    type: z.enum(FACT_TYPES),
    label: localizedText,
    help: localizedText.optional(),
    required: z
      .union([z.boolean(), z.array(z.enum(PARTY_KINDS))])
      .openapi({ description: "Of every case or party, of none, or of parties of these kinds." }),
    values: z.record(z.string(), localizedText).optional(),
    open: z.boolean().optional().openapi({ description: "A value outside `values` is accepted." }),
    readBy: z.array(z.string()).openapi({ description: "Ids of the rules that read it." }),
    usedFor: z.array(z.enum(["version", "loss", "cap", "start-of-deduction", "conflict", "guard"])),
  })
  .openapi("FactRequirement");

export const requirements = z
  .object({
    policy: z.object({ id: policyId, version, hash }).openapi("PolicyIdentity"),
    facts: z.array(factRequirement),
    example: evaluateRequest.openapi({
      description: "A request that can be sent as it stands; its values are made up.",
    }),
  })
  .openapi("Requirements");
