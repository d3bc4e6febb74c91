import type { EvaluateResponse } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";
import { explanationStep } from "./explanation.ts";
import type { Mutable } from "./mutable.ts";
import { outcome } from "./outcome.ts";
import { hash, policyId } from "./text.ts";

export const evaluateResponse = z
  .object({
    policy: z.object({ id: policyId, version: z.int().min(1), hash }).openapi("PolicyIdentity"),
    outcome,
    explanation: z
      .array(explanationStep)
      .openapi({ description: "Every rule that was asked, fired or not, and every computed figure." }),
  })
  .openapi("EvaluateResponse");

/** Whatever the engine answers has the published shape. */
type IsPublished = Mutable<EvaluateResponse> extends z.input<typeof evaluateResponse> ? true : never;
export const RESPONSE_IS_PUBLISHED: IsPublished = true;
