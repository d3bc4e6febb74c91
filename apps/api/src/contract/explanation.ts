import { type ConditionTrace, OPERATORS, PARAMETER_UNITS } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { factValue } from "./request.ts";
import { localizedText, reference } from "./text.ts";

const STAGES = ["version", "intake", "attribution", "penalty", "guard", "deadline", "authority"] as const;

/** Trees of conditions hold trees of conditions, so the shape is looked up when it is needed. */
const conditionTrace: z.ZodType<ConditionTrace> = z
  .lazy(() =>
    z.union([
      z.object({ kind: z.enum(["all", "any"]), met: z.boolean(), of: z.array(conditionTrace) }),
      z.object({ kind: z.literal("not"), met: z.boolean(), of: z.array(conditionTrace).length(1) }),
      z.object({
        kind: z.literal("named"),
        name: z.string(),
        met: z.boolean(),
        of: z.array(conditionTrace).length(1),
      }),
      comparisonTrace,
    ]),
  )
  .openapi("ConditionTrace", {
    description: "What a condition saw, down to each comparison.",
  }) as z.ZodType<ConditionTrace>;

const comparisonTrace = z
  .object({
    kind: z.literal("comparison"),
    met: z.boolean(),
    fact: z.string(),
    operator: z.enum(OPERATORS),
    saw: factValue.openapi({ description: "The value that was there; `null` is unknown." }),
    expected: z.union([
      z.number(),
      z.string(),
      z.boolean(),
      z.null(),
      z.array(z.union([z.string(), z.number()])),
    ]),
    expectedFrom: z
      .string()
      .optional()
      .openapi({ description: "The fact or parameter that `expected` was taken from." }),
  })
  .openapi("ComparisonTrace");

const arithmeticLine = z
  .object({
    label: localizedText,
    formula: z.string().openapi({ example: "12,000.00 × 4 ÷ 40 = 1,200.00" }),
    resultMinor: z.int().optional(),
    references: z
      .array(reference)
      .optional()
      .openapi({ description: "Where the figure of this line comes from, if not from where the step does." }),
  })
  .openapi("ArithmeticLine");

const parameterUse = z
  .object({
    id: z.string(),
    value: z.union([z.number(), z.string()]),
    unit: z.enum(PARAMETER_UNITS),
    references: z.array(reference),
  })
  .openapi("ParameterUse");

export const explanationStep = z
  .object({
    stage: z.enum(STAGES),
    kind: z.enum(["version", "rule", "computed"]),
    rule: z
      .string()
      .optional()
      .openapi({ description: "The id of the rule; a row of a table is `<table>#<row>`." }),
    party: z.string().optional(),
    label: localizedText,
    references: z.array(reference),
    fired: z.boolean().optional(),
    stands: z
      .boolean()
      .optional()
      .openapi({ description: "False of a rule that fired but gave way to another." }),
    conditions: conditionTrace.optional(),
    parameters: z.array(parameterUse).optional(),
    effect: z
      .object({ type: z.string(), params: z.record(z.string(), z.unknown()) })
      .optional()
      .openapi({ description: "What the rule said, with every value resolved." }),
    arithmetic: z.array(arithmeticLine).optional(),
    note: localizedText.optional(),
  })
  .openapi("ExplanationStep", { description: "One step of the way from the case to the outcome." });
