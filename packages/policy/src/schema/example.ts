import { type EvaluateRequest, PARTY_KINDS, type PolicyExample } from "@evenhand/domain";
import * as z from "zod";
import { anyText, identifier, localizedText, someText } from "./text.ts";

const factValues = z
  .record(anyText, z.xor([z.number(), anyText, z.boolean(), z.null(), z.array(anyText)]))
  .describe("Facts by name: money in minor units, days `YYYY-MM-DD`, moments RFC 3339.");

const party = z.strictObject({
  id: someText.describe("Unique in the case."),
  kind: z.enum(PARTY_KINDS).describe("What the party is."),
  memberOf: someText.exactOptional().describe("The team or department it belongs to."),
  facts: factValues,
});

const evidenceItem = z.strictObject({
  id: someText.describe("Unique in the case."),
  kind: someText.describe("What it is."),
  supports: someText.exactOptional().describe("The party whose side it supports."),
  note: anyText.exactOptional().describe("Anything else."),
});

const scheduled = z.strictObject({
  party: someText.describe("The party it is planned for."),
  month: someText.describe("The payroll month, `YYYY-MM`."),
  amountMinor: z.int().min(0).describe("In minor units."),
  atMostMinor: z
    .int()
    .min(0)
    .exactOptional()
    .describe("The most that the month may hold in all, in minor units."),
});

const request = z
  .strictObject({
    case: z
      .strictObject({
        reference: someText.describe("What the case is called."),
        facts: factValues,
        parties: z.array(party).describe("In the order that decides ties."),
        evidence: z.array(evidenceItem).exactOptional().describe("What bears on the case."),
      })
      .describe("The case."),
    policyVersion: z.int().min(1).exactOptional().describe("Default: this version."),
    scheduled: z.array(scheduled).exactOptional().describe("What is already planned. Default: nothing."),
  })
  .describe("The case, as it is sent to be evaluated.") satisfies z.ZodType<EvaluateRequest>;

export const policyExample = z
  .strictObject({
    id: identifier.describe("Unique in the policy."),
    title: localizedText,
    request,
    evaluatedAt: someText.exactOptional().describe("The moment of evaluation, RFC 3339."),
    expect: z
      .record(anyText, z.unknown())
      .describe("What must stand in the outcome; the rest of it is not looked at."),
    reasons: z.array(someText).describe("The rules that must fire."),
  })
  .meta({
    id: "Example",
    description: "A case with what must come out of it.",
  }) satisfies z.ZodType<PolicyExample>;
