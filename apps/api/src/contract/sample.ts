import type { SampleView } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { policyId } from "./text.ts";

const count = z.int().min(0);

export const sample = z
  .object({
    state: z.enum(["none", "loading", "loaded", "incomplete"]).openapi({
      description:
        "`loading`: its cases are on their way. `incomplete`: taking them in ended too early; loading again takes the rest.",
    }),
    policy: policyId.nullable(),
    draft: z
      .string()
      .nullable()
      .openapi({ description: "The draft that was left open, with four slips in it." }),
    loadedAt: z.string().nullable().openapi({ format: "date-time" }),
    rows: z
      .object({ done: count, total: count })
      .openapi({ description: "Rows of its cases, one for each party." }),
    cases: count.openapi({ description: "Cases that are there so far." }),
  })
  .openapi("Sample");

type IsPublished = Mutable<SampleView> extends z.input<typeof sample> ? true : never;
export const SAMPLE_IS_PUBLISHED: IsPublished = true;
