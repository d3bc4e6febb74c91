import type { ComparatorsView } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { amountMinor, day, hash } from "./text.ts";

const count = z.int().min(0);
const person = z.string().openapi({
  description: "A staff number, or the id of a unit; `person-…` where it may not be seen, or was erased.",
});
const share = z.number().min(0).max(1);

const figures = z.object({
  fineMinor: amountMinor,
  bonusMinor: amountMinor,
  totalMinor: amountMinor,
  grade: z.string().nullable(),
});

const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]).openapi({
  description:
    "As fairness counts it: a day or a moment as its distance, in days or milliseconds, from the one by which the version " +
    "is chosen; somebody as `#` and their place in the case, or `somebody-else`; null where nobody stated it.",
});

const comparator = z
  .object({
    id: z.string(),
    reference: z.string(),
    policy: z.object({ id: z.string(), version: z.int().min(1), hash }),
    decidedOn: day,
    party: person,
    distance: share.openapi({ description: "0 where all relevant facts are the same, 1 where none is." }),
    differing: z
      .array(z.object({ fact: z.string(), own: factValue, theirs: factValue, distance: share }))
      .openapi({ description: "The facts that differ, the farthest apart first." }),
    proposed: figures,
    decided: figures,
    standing: z.enum(["unlike", "like", "near"]).openapi({
      description:
        "`unlike`: a like case (distance up to 0.1) with an unlike penalty; `like`: one with a penalty to match; `near`: " +
        "no like case, but among the nearest.",
    }),
  })
  .openapi("Comparator");

export const comparatorsOfDecision = z
  .object({
    decision: z.string(),
    looked: count.openapi({
      description:
        "Other decisions in force of the same policy and disposition that were looked at, the newest first.",
    }),
    otherCurrency: count.openapi({
      description: "More of them, in another currency, whose amounts cannot be held against this one's.",
    }),
    isCut: z.boolean().openapi({ description: "Whether older ones were not looked at." }),
    currency: z.string(),
    parties: z
      .array(z.object({ party: person, decided: figures, comparators: z.array(comparator) }))
      .openapi({
        description: "Those whom the case lists, in its order.",
      }),
    leftOut: count.openapi({ description: "How many more of them are not compared." }),
  })
  .openapi("Comparators");

/** Whatever the service answers has the published shape. */
type IsPublished = Mutable<ComparatorsView> extends z.input<typeof comparatorsOfDecision> ? true : never;
export const COMPARATORS_ARE_PUBLISHED: IsPublished = true;
