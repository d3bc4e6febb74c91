import type { FairnessCasePage, FairnessSummary, FairnessView } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { disparities, heldSame, review } from "./fairness-figures.ts";
import type { Mutable } from "./mutable.ts";
import { contentSeen, draftIdentity, jobId, runProgress, versionIdentity } from "./runs.ts";
import { day, hash, localizedText, policyId } from "./text.ts";

const count = z.int().min(0);
const fact = z.string().openapi({ example: "site" });

const scope = z.array(z.object({ fact, values: z.array(z.string()) })).openapi({
  description: "Only cases of which the case or a party states one of the values, for each of these facts.",
});
const reference = z.array(z.object({ fact, value: z.string() })).openapi({
  description: "The value whose people the others stand beside; without one that is all others.",
});
const cross = z
  .array(z.string())
  .length(2)
  .openapi({
    description: "Two facts to look at at once: rows and columns.",
    example: ["department", "rank"],
  });
const part = z.enum(["did", "instructed", "planned", "trained", "supervised"]);
const parts = z.array(z.object({ part, fact, by: z.enum(["owns", "names"]) })).openapi({
  description:
    "Where a case says that somebody had a part: a boolean fact of their own, or one that names them.",
});
const steps = z.array(z.object({ step: z.string(), fact })).openapi({
  description: "The case fact that says when a step was done.",
});

export const fairnessRequest = z
  .strictObject({
    policy: policyId,
    from: day.optional().openapi({ description: "The first day of decisions." }),
    until: day.optional().openapi({ description: "The last day of decisions." }),
    scope: scope.optional(),
    categories: z
      .array(z.string())
      .optional()
      .openapi({ description: "Kinds of case, as they were decided; default: all." }),
    groups: z
      .array(fact)
      .optional()
      .openapi({ description: "Facts by which people are told apart; default: those declared `protected`." }),
    reference: z
      .union([z.literal("others"), reference])
      .optional()
      .openapi({
        description: "Whom groups stand beside: all others, or for each fact named one group.",
      }),
    same: heldSame.partial().optional(),
    cross: cross.optional(),
    rank: z
      .strictObject({ fact, order: z.array(z.string()).optional() })
      .optional()
      .openapi({
        description:
          "The fact that states a rank; `order`, lowest first, is that of its declaration unless given.",
      }),
    parts: parts.optional(),
    payFacts: z.array(fact).optional().openapi({
      description: "Facts that state a month's pay, the first known one counting; default: wage, then bonus.",
    }),
    steps: steps.optional(),
    unitFact: fact.optional().openapi({ description: "The case fact that names the unit that handled it." }),
    draft: z
      .strictObject({
        id: z.string(),
        contentHash: contentSeen,
      })
      .optional()
      .openapi({
        description: "A draft as it stands, to hold the same cases against. It asks for `drafts:read`.",
      }),
  })
  .openapi("FairnessRequest");

const draft = draftIdentity.extend({ baseline: versionIdentity });

const summary = {
  ...runProgress,
  total: count.openapi({
    description: "Decisions, as counted when it was asked for; with a draft each counts twice.",
  }),
  decisions: count.openapi({ description: "The same, each counted once." }),
  policy: policyId,
  from: day.optional(),
  until: day.optional(),
  scope,
  categories: z.array(z.string()),
  groups: z.array(fact),
  reference,
  same: heldSame,
  cross: cross.nullable(),
  rank: z.object({ fact, order: z.array(z.string()) }).nullable(),
  parts,
  payFacts: z.array(fact),
  steps,
  unitFact: z.string().nullable(),
  draft: draft.nullable(),
  createdAt: z.string().openapi({ format: "date-time" }),
  isStale: z.boolean().openapi({ description: "Whether the draft says something else by now." }),
  headline: z.union([localizedText, z.null()]),
};

export const fairnessList = z
  .object({ reviews: z.array(z.object(summary).openapi("FairnessSummary")) })
  .openapi("FairnessList");

const gap = z
  .object({
    fact,
    group: z.string(),
    label: localizedText,
    measure: z.enum(["rate", "amount"]),
    before: z.number().nullable().openapi({
      description: "Among comparable cases: how many times as often penalised, or the typical difference.",
    }),
    after: z.number().nullable(),
    change: z.enum(["widens", "narrows", "same", "unsaid"]),
    words: localizedText,
  })
  .openapi("GapChange");

const draftFairness = draft
  .extend({
    counts: z.object({ cases: count, compared: count, skipped: count }),
    skipped: z.array(z.object({ reason: localizedText, cases: count })),
    before: disparities,
    after: disparities,
    gaps: z.array(gap),
    headline: localizedText,
    limits: z.array(localizedText),
  })
  .openapi("DraftFairness", {
    description: "The same cases decided by rules alone: by the version in force, and by the draft.",
  });

const kept = z
  .object({
    review,
    decisionSet: z.object({ decisions: count, hash }).openapi({
      description:
        "How many decisions it went through, and a hash over the leaves of all of them in their order.",
    }),
    draft: z.union([draftFairness, z.null()]),
  })
  .openapi("FairnessKept");

export const fairnessView = z
  .object({
    ...summary,
    result: z
      .union([kept, z.null()])
      .openapi({ description: "Null until it is done; of one called off nothing is kept." }),
    resultHash: hash.nullable().openapi({ description: "Of the canonical JSON of `result`." }),
  })
  .openapi("Fairness");

export const startedFairness = z.object({ id: jobId }).openapi("StartedFairness");

export const fairnessCasePage = z
  .object({
    cases: z.array(
      z
        .object({
          position: z.int().min(1),
          decision: z.string(),
          reference: z.string(),
          decidedOn: day,
          version: z.int(),
          party: z.string(),
          category: z.string().nullable(),
          lossMinor: z.int().nullable(),
          currency: z.string(),
          proposedMinor: z.int(),
          totalMinor: z.int(),
          fineMinor: z.int(),
          bonusMinor: z.int(),
          grade: z.string().nullable(),
          isPenalised: z.boolean(),
          isDeparture: z.boolean(),
          decider: z.string().nullable(),
          groups: z.record(z.string(), z.string().nullable()),
        })
        .openapi("FairnessCase", {
          description: "Somebody in an upheld case; people stand under pseudonyms.",
        }),
    ),
    next: z.string().nullable(),
  })
  .openapi("FairnessCasePage");

/** Whatever the service answers has the published shape. */
type IsSummary =
  Mutable<FairnessSummary> extends z.input<typeof fairnessList>["reviews"][number] ? true : never;
export const FAIRNESS_SUMMARY_IS_PUBLISHED: IsSummary = true;
type IsView = Mutable<FairnessView> extends z.input<typeof fairnessView> ? true : never;
export const FAIRNESS_IS_PUBLISHED: IsView = true;
type IsPage = Mutable<FairnessCasePage> extends z.input<typeof fairnessCasePage> ? true : never;
export const FAIRNESS_CASES_ARE_PUBLISHED: IsPage = true;
