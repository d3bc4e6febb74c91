import { z } from "@hono/zod-openapi";
import { factValue } from "./request.ts";
import { day, hash, localizedText } from "./text.ts";

const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** Why there is no figure, in words, in place of one. */
const notComputable = z.object({ notComputable: localizedText }).openapi("NotComputable", {
  description: "Why there is no figure: said in words, in place of one.",
});

function orWhyNot<Figure extends z.ZodType>(figure: Figure) {
  return z.union([figure, notComputable]);
}

const rate = z
  .object({ estimate: share, lower: z.number(), upper: z.number(), level: share })
  .openapi("Rate", { description: "With Wilson's interval." });

const ratio = z
  .object({
    estimate: z.number().nullable(),
    lower: z.number(),
    upper: z.number().nullable(),
    level: share,
  })
  .openapi("Ratio", { description: "`null` is beyond every bound." });

const interval = z.object({ lower: z.number(), upper: z.number(), level: share }).openapi("Interval");

export const quartiles = z
  .object({
    n: count,
    least: z.number(),
    lower: z.number(),
    median: z.number(),
    upper: z.number(),
    most: z.number(),
    fences: z.object({ below: z.number(), above: z.number() }),
  })
  .openapi("Quartiles", {
    description: "By linear interpolation; fences one and a half times the distance of the quartiles off.",
  });

const attribute = z
  .object({
    fact: z.string(),
    scope: z.enum(["case", "party"]),
    label: localizedText,
    values: z.record(z.string(), localizedText).optional(),
    reference: z
      .string()
      .optional()
      .openapi({ description: "The value that the others stand beside; all others without it." }),
  })
  .openapi("FairnessAttribute");

const chiSquare = z.object({ chiSquare: z.number(), p: share });
const adjusted = z
  .object({ p: share, adjusted: share })
  .openapi("AdjustedP", { description: "`adjusted` is what is left of it among all comparisons (Holm)." });

const rateDisparity = z
  .object({
    group: rate,
    reference: rate,
    crude: z
      .object({
        penaltyRatio: orWhyNot(ratio),
        noPenaltyRatio: orWhyNot(ratio),
        test: orWhyNot(z.object({ twoSided: share, greater: share, less: share })),
      })
      .openapi({
        description: "Over all cases, whatever they were about: never a finding. Fisher's exact test.",
      }),
    stratified: orWhyNot(
      z.object({
        penaltyRatio: orWhyNot(ratio),
        noPenaltyRatio: orWhyNot(ratio),
        oddsRatio: orWhyNot(ratio),
        test: orWhyNot(z.object({ corrected: chiSquare, uncorrected: chiSquare })),
        strata: count,
        inGroup: count,
        inReference: count,
      }),
    ).openapi({ description: "Among comparable cases (Mantel–Haenszel)." }),
  })
  .openapi("RateDisparity");

const amountDisparity = z
  .object({
    inGroup: count,
    inReference: count,
    paid: z.object({ group: orWhyNot(quartiles), reference: orWhyNot(quartiles) }),
    typical: orWhyNot(
      z.object({
        estimate: z.number(),
        interval: orWhyNot(interval),
        pairs: count,
        method: z.enum(["exact", "approximate"]),
      }),
    ).openapi({ description: "Typical difference (Hodges–Lehmann within strata), minor units." }),
    test: orWhyNot(
      z.object({
        difference: z.number(),
        p: share,
        arrangements: count,
        method: z.enum(["exact", "drawn"]),
      }),
    ).openapi({ description: "Permutation test within strata." }),
  })
  .openapi("AmountDisparity", { description: "Of those who pay anything, among comparable cases." });

const small = z
  .object({ group: z.string(), label: localizedText, shown: z.literal("n < 10") })
  .openapi("SmallGroup");

const compared = z
  .object({
    group: z.string(),
    label: localizedText,
    shown: z.literal("compared"),
    n: count.openapi({ description: "How many times its people stand in an upheld case." }),
    people: count,
    rate: rateDisparity,
    amount: orWhyNot(amountDisparity),
    rateP: adjusted.nullable(),
    amountP: adjusted.nullable(),
    titles: z.array(localizedText).openapi({ description: "What stands out, each with its limit." }),
    isFinding: z.boolean(),
  })
  .openapi("ComparedGroup");

export const heldSame = z
  .object({
    category: z.boolean().openapi({ description: "The kind of case." }),
    lossBand: z.boolean(),
    facts: z.array(z.string()),
  })
  .openapi("HeldSame", { description: "What comparable cases have the same, besides the policy version." });

export const disparities = z
  .object({
    attributes: z.array(
      z
        .object({
          attribute,
          groups: z.array(z.union([small, compared])),
          reason: notComputable
            .nullable()
            .openapi({ description: "Why nothing is compared, where nothing is." }),
        })
        .openapi("AttributeDisparity"),
    ),
    same: heldSame,
    comparisons: count.openapi({ description: "How many comparisons the p-values are adjusted for." }),
    level: share,
  })
  .openapi("Disparities");

const cell = z.object({ row: z.string(), column: z.string() });
const side = z.object({
  attribute,
  groups: z.array(z.object({ group: z.string(), label: localizedText })),
});

export const crossed = z
  .object({
    rows: side,
    columns: side,
    cells: z.array(
      z.union([
        cell.extend({ shown: z.literal("n < 10") }),
        cell.extend({
          shown: z.literal("figures"),
          n: count,
          people: count,
          rate,
          paid: orWhyNot(quartiles),
        }),
      ]),
    ),
  })
  .openapi("Crossed", { description: "Crude figures by two facts at once; empty cells are left out." });

const figures = z.object({
  fineMinor: z.int(),
  bonusMinor: z.int(),
  totalMinor: z.int(),
  grade: z.string().nullable(),
});

const departure = z.looseObject({ party: z.string() });
const policy = z.object({ id: z.string(), version: z.int(), hash });
const stated = z.record(z.string(), factValue);

const likeDecision = z.object({
  id: z.string(),
  reference: z.string(),
  decidedOn: day,
  decider: z.string().nullable(),
  departures: z.array(departure),
  reason: z.string().nullable(),
  appeal: z.string().nullable(),
});

export const likeCases = z
  .object({
    decisions: count,
    groups: count,
    compared: count,
    unlikeGroups: count,
    unlike: z
      .array(
        z.object({
          likeness: hash,
          policy,
          facts: z.object({ case: stated, parties: z.array(stated) }),
          decisions: count,
          outcomes: z.array(
            z.object({
              outcome: z.object({
                disposition: z.string(),
                parties: z.array(
                  figures.extend({ role: z.string().nullable(), exemption: z.string().nullable() }),
                ),
              }),
              count,
              decisions: z.array(likeDecision),
            }),
          ),
        }),
      )
      .openapi({
        description:
          "Of `unlikeGroups` the 100 largest, with ten outcomes and ten decisions of each at most.",
      }),
  })
  .openapi("LikeCases");

const few = z.object({ shown: z.literal("n < 10") });
const departed = z.object({ departed: count, rate });
const departureRates = z
  .union([
    few,
    z.object({
      shown: z.literal("rates"),
      n: count,
      departed: count,
      rate,
      directions: z.object({ milder: departed, harsher: departed, "both-ways": departed }),
    }),
  ])
  .openapi("DepartureRates");

export const departures = z
  .object({
    all: departureRates,
    deciders: z.array(z.object({ decider: z.string().nullable(), rates: departureRates })),
    departed: count,
    decisions: z
      .array(
        z.object({
          id: z.string(),
          reference: z.string(),
          decidedOn: day,
          decider: z.string().nullable(),
          direction: z.enum(["milder", "harsher", "both-ways"]),
          byMinor: z.int(),
          currency: z.string(),
          departures: z.array(departure),
          reason: z.string().nullable(),
        }),
      )
      .openapi({ description: "Those that move the most money first, at most 200." }),
  })
  .openapi("Departures");

const part = z.enum(["did", "instructed", "planned", "trained", "supervised"]);

export const leftOut = z
  .object({
    parts: z.array(
      z.object({
        part,
        people: count,
        penalised: count,
        amountMinor: z.int(),
        shareOfAmount: share.nullable(),
      }),
    ),
    amountMinor: z.int(),
    withoutPart: count,
    severalRanks: count,
    lowestPays: count,
    cases: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        paying: z.array(z.string()),
        spared: z.array(z.object({ party: z.string(), rank: z.string(), parts: z.array(part) })),
      }),
    ),
  })
  .openapi("LeftOut");

const distribution = orWhyNot(
  z.object({
    quartiles,
    outlying: count,
    outliers: z.array(
      z.object({
        id: z.string(),
        reference: z.string(),
        party: z.string().nullable(),
        value: z.number(),
      }),
    ),
  }),
);

export const inProportion = z
  .object({
    penaltyToLoss: distribution,
    penaltyToPay: distribution,
    payStated: z
      .array(z.object({ fact: z.string(), n: count }))
      .optional()
      .openapi({
        description: "Which facts stated the pay that was divided by, and of how many persons.",
      }),
    monthsToPay: distribution,
    capBinds: orWhyNot(z.object({ n: count, binds: count, rate })),
  })
  .openapi("InProportion");

export const stepTimeliness = z
  .object({
    step: z.string(),
    unit: z.string().nullable(),
    met: z.union([
      few,
      z.object({ shown: z.literal("rate"), n: count, met: count, rate }),
      z.object({ shown: z.literal("words"), words: localizedText }),
    ]),
    notSaid: count,
  })
  .openapi("StepTimeliness");

export const review = z
  .object({
    format: z.literal(1),
    currency: z.string(),
    level: share,
    seed: count.openapi({ description: "What permutations were drawn from; it comes of what was asked." }),
    window: z
      .object({ from: day, until: day })
      .nullable()
      .openapi({ description: "Days of the first and the last decision; null where there is none." }),
    counts: z.object({
      decisions: count,
      upheld: count,
      persons: count,
      penalised: count,
      otherCurrency: count,
    }),
    versions: z.array(z.object({ version: z.int(), hash, decisions: count })),
    categories: z.array(
      z.object({ category: z.string().nullable(), label: localizedText, decisions: count }),
    ),
    headline: localizedText,
    limits: z.array(localizedText),
    disparities,
    crossed: crossed.nullable(),
    likeCases,
    departures,
    leftOut: orWhyNot(leftOut),
    proportion: inProportion,
    timeliness: z.array(stepTimeliness),
  })
  .openapi("FairnessReview");
