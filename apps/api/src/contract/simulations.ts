import type {
  ChangeInFull,
  ChangePage,
  SimulationEstimate,
  SimulationSummary,
  SimulationView,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { theCase } from "./request.ts";
import { evaluateResponse } from "./response.ts";
import { contentAsked, contentIdentity, jobId, runProgress } from "./runs.ts";
import { day, hash, localizedText, month, policyId } from "./text.ts";

const baseline = z.object({ version: z.int(), hash });
const count = z.int().min(0);
const scope = z.array(
  z.object({
    fact: z.string().openapi({ description: "A fact of the case or of a party.", example: "site" }),
    values: z.array(z.string()),
  }),
);

export const simulationRequest = z
  .strictObject({
    policy: policyId,
    baseline: z
      .union([z.int().min(1), z.literal("in-force")])
      .optional()
      .openapi({
        description: "A version, or the one in force today; default `in-force`.",
      }),
    candidate: contentAsked.openapi({ description: "A version, or a draft as it stands." }),
    from: day.optional().openapi({ description: "The first day of decisions." }),
    until: day.optional().openapi({ description: "The last day of decisions." }),
    scope: scope.optional().openapi({
      description:
        "Only cases of which the case or a party states one of the values, for each of these facts.",
    }),
    groups: z.array(z.string()).optional().openapi({ description: "Facts by which results are grouped." }),
  })
  .openapi("SimulationRequest");

export const simulationEstimate = z
  .object({
    baseline,
    candidate: contentIdentity,
    isSame: z.boolean().openapi({
      description: "Whether both say the same, number and day of effect aside, so that nothing can change.",
    }),
    isEvidence: z.boolean().openapi({
      description: "Whether its result is what the draft could be handed in and reviewed with.",
    }),
    facts: z
      .array(
        z.object({
          name: z.string(),
          scope: z.enum(["case", "party"]),
          label: localizedText,
          values: z.array(z.object({ value: z.string(), label: localizedText })).openapi({
            description: "Those that a version declares; empty where it may say anything.",
          }),
        }),
      )
      .openapi({ description: "What results can be grouped by; those with values, also a scope." }),
    cases: count.openapi({ description: "Past cases within the days; scope is looked at only by the run." }),
    window: z.object({ from: day, until: day }).nullable(),
    months: z.array(z.object({ month, cases: count })),
  })
  .openapi("SimulationEstimate");

const amounts = z.looseObject({
  baselineMinor: z.int(),
  candidateMinor: z.int(),
  netMinor: z.int(),
  movedMinor: z.int().openapi({ description: "The sum of all differences, party by party, without signs." }),
});

const finding = z
  .looseObject({
    format: z.literal(1),
    currency: z.string(),
    window: z.object({ from: day, to: day }).nullable(),
    headline: localizedText.openapi({ description: "The finding in a sentence or two." }),
    limits: z.array(localizedText).openapi({ description: "What to bear in mind with the figures." }),
    counts: z.looseObject({ taken: count, evaluated: count, skipped: count, changed: count }),
    amounts,
    people: z.looseObject({ concerned: count, affected: count, higher: count, lower: count }),
  })
  .openapi("SimulationResult", {
    description:
      "Totals, people, months, transitions from outcome to outcome, a histogram of differences, groups, rules whose hits " +
      "changed, how the cap bears, and what was skipped and why. Amounts in minor units.",
  });

const kept = z
  .object({
    simulation: finding,
    caseSet: z.object({ cases: count, hash }).openapi({
      description: "How many cases were gone through, and a hash over all of them in their order.",
    }),
    engine: z.string().openapi({ example: "evenhand-compiled/0.1.0" }),
    ground: z.object({ baseline: z.array(hash), candidate: z.array(hash) }).openapi({
      description: "The calendars and guards of both sides, by hash.",
    }),
  })
  .openapi("SimulationKept");

const summary = {
  ...runProgress,
  policy: policyId,
  baseline,
  candidate: contentIdentity,
  from: day.optional(),
  until: day.optional(),
  scope,
  groups: z.array(z.string()),
  createdAt: z.string().openapi({ format: "date-time" }),
  isFull: z.boolean().openapi({ description: "Whether every past case of the policy is gone through." }),
  isProvisional: z.boolean().openapi({ description: "Whether it ended early: some cases are in no figure." }),
  isStale: z.boolean().openapi({ description: "Whether the draft says something else by now." }),
  isEvidence: z.boolean().openapi({ description: "Whether the draft is handed in and reviewed with it." }),
  headline: z.union([localizedText, z.null()]),
};

export const simulationList = z
  .object({ simulations: z.array(z.object(summary).openapi("SimulationSummary")) })
  .openapi("SimulationList");

export const simulationView = z
  .object({
    ...summary,
    result: z.union([kept, z.null()]),
    resultHash: hash.nullable().openapi({ description: "Of the canonical JSON of `result`." }),
    command: z.string().openapi({ description: "The command line that gives `result` once more." }),
  })
  .openapi("Simulation");

export const startedSimulation = z.object({ id: jobId }).openapi("StartedSimulation");
export const pinnedSimulation = z.object({ submission: z.string() }).openapi("PinnedSimulation");

const change = z
  .looseObject({
    id: z.string().openapi({ description: "The case." }),
    position: z.int().min(1),
    decidedOn: day,
    appliesOn: day.nullable(),
    by: z.enum(["rule", "earlier-month"]),
    kinds: z.array(z.string()),
    approval: z.enum(["higher", "other"]).nullable().openapi({ description: "Who has to approve instead." }),
    causes: z.array(z.object({ rule: z.string(), label: localizedText })),
    baselineMinor: z.int(),
    candidateMinor: z.int(),
    differenceMinor: z.int(),
    parties: z.array(
      z.looseObject({
        party: z.string(),
        baselineMinor: z.int(),
        candidateMinor: z.int(),
        from: z.string().openapi({ description: "The class of the outcome before, of `classes`." }),
        to: z.string(),
      }),
    ),
    groups: z.record(z.string(), z.array(z.string().nullable())),
  })
  .openapi("SimulationChange");

export const changePage = z
  .object({
    changes: z.array(change),
    total: count.openapi({ description: "How many fit what was asked, on all pages." }),
    next: z.string().nullable(),
  })
  .openapi("SimulationChangePage");

export const changeInFull = z
  .object({
    change,
    case: theCase.openapi({ description: "As it was decided upon; nobody's name stands in it." }),
    baseline: evaluateResponse,
    candidate: evaluateResponse,
    candidateUponBaseline: evaluateResponse.openapi({
      description: "What the candidate says upon what the baseline decided upon.",
    }),
  })
  .openapi("SimulationChangeInFull");

/** Whatever the service answers has the published shape. */
type IsEstimate = Mutable<SimulationEstimate> extends z.input<typeof simulationEstimate> ? true : never;
export const ESTIMATE_IS_PUBLISHED: IsEstimate = true;
type IsSummary =
  Mutable<SimulationSummary> extends z.input<typeof simulationList>["simulations"][number] ? true : never;
export const SUMMARY_IS_PUBLISHED: IsSummary = true;
type IsSimulation = Mutable<SimulationView> extends z.input<typeof simulationView> ? true : never;
export const SIMULATION_IS_PUBLISHED: IsSimulation = true;
type IsPage = Mutable<ChangePage> extends z.input<typeof changePage> ? true : never;
export const CHANGE_PAGE_IS_PUBLISHED: IsPage = true;
type IsFull = Mutable<ChangeInFull> extends z.input<typeof changeInFull> ? true : never;
export const CHANGE_IN_FULL_IS_PUBLISHED: IsFull = true;
