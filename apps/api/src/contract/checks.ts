import type { CheckSummary, CheckView } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { evaluateRequest } from "./request.ts";
import { contentAsked, contentIdentity, jobId, runProgress } from "./runs.ts";
import { hash, localizedText, policyId } from "./text.ts";

const count = z.int().min(0);
const rate = z.number().min(0).max(1);

const boundRate = rate.optional().openapi({
  description: "The part of a monthly bonus, 0 to 1; default: the cap that the policy declares.",
  example: 0.5,
});

const cap = {
  kind: z.literal("cap"),
  boundRate,
  ofOneCase: z.boolean().optional().openapi({
    description: "Counts what one case plans, as if nothing stood in the month; default: `false`.",
  }),
};
const unique = { kind: z.literal("unique") };
const noMoreThan = {
  kind: z.literal("no-more-than"),
  version: z.int().min(1).openapi({ description: "Nobody is charged more than under this version." }),
};

const probesAsked = {
  alsoProtected: z
    .array(z.string())
    .optional()
    .openapi({ description: "Facts to be taken as protected besides those declared so." }),
  boundRate,
};

export const checkRequest = z
  .strictObject({
    policy: policyId,
    subject: contentAsked.openapi({ description: "What is checked: a version, or a draft as it stands." }),
    probes: z.strictObject(probesAsked).nullable().optional().openapi({
      description: "What probes look at besides; left out or `null` beside `proofs`, nothing is probed.",
    }),
    proofs: z
      .array(z.union([z.strictObject(cap), z.strictObject(unique), z.strictObject(noMoreThan)]))
      .optional()
      .openapi({ description: "What is to be proved, at most eight claims." }),
    seconds: z.int().min(1).max(450).optional().openapi({
      description:
        "The time for each question put to the solver, of which a proof has four at most; default: 30. All questions of a check together take half an hour at most.",
    }),
  })
  .openapi("CheckRequest");

const identity = z.object({ id: z.string(), version: z.int(), hash });

const probeCase = z
  .looseObject({
    request: evaluateRequest,
    evaluatedAt: z.string(),
    onRecord: z.array(z.object({ party: z.string(), code: z.string(), times: count })),
    chargeMinor: z.int(),
    grade: z.string().nullable(),
  })
  .openapi("ProbeCase", {
    description: "A case as it can be evaluated, and what it comes to for the party.",
  });

const finding = z
  .looseObject({
    kind: z.string().openapi({ example: "graver-grade-costs-less" }),
    party: z.string().optional(),
    rules: z.array(z.string()),
    byMinor: z.int(),
    cases: z.array(probeCase),
    times: count,
    message: localizedText,
  })
  .openapi("ProbeFinding");

const probes = z
  .looseObject({
    policy: identity,
    seed: z.int(),
    asked: z.looseObject({ evaluations: count, isCut: z.boolean() }),
    findings: z.array(finding),
  })
  .openapi("ProbeResult", { description: "What probing found, as docs/reference/probes.md describes it." });

const answer = z.enum(["proved", "refuted", "not-decided"]);

const certificate = z
  .looseObject({
    question: z.looseObject({ kind: z.enum(["cap", "unique", "no-more-than"]) }),
    claim: localizedText,
    policies: z.array(identity),
    answer,
    reason: localizedText.optional(),
    smtLib: z.object({ sha256: z.string(), expected: z.enum(["unsat", "sat"]).optional() }),
    approximations: z.array(z.object({ at: z.string(), text: localizedText })),
    case: z
      .looseObject({ finding: localizedText, evaluatedAt: z.string() })
      .optional()
      .openapi({ description: "Of a refutation: the case, as the engine decides it." }),
  })
  .openapi("ProofCertificate", {
    description: "A certificate without the text that the solver was asked, which its export has.",
  });

const kept = z
  .object({
    probes: z.union([probes, z.null()]),
    proofs: z.array(certificate),
    engine: z.string().openapi({ example: "evenhand-compiled/0.1.0" }),
    ground: z.array(hash).openapi({ description: "The calendar and the guards, by hash." }),
  })
  .openapi("CheckKept");

const summary = {
  ...runProgress,
  policy: policyId,
  subject: contentIdentity,
  probes: z.union([z.object({ alsoProtected: z.array(z.string()), boundRate }), z.null()]),
  proofs: z.array(
    z.union([
      z.object({ ...cap, ofOneCase: z.boolean() }),
      z.object(unique),
      z.object({ ...noMoreThan, hash }),
    ]),
  ),
  seconds: z.int(),
  createdAt: z.string().openapi({ format: "date-time" }),
  isProvisional: z.boolean().openapi({ description: "Whether it ended early: something was not looked at." }),
  isStale: z.boolean().openapi({ description: "Whether the draft says something else by now." }),
  counts: z.object({
    findings: count.nullable().openapi({ description: "Of probes; null where there is no result of them." }),
    proved: count,
    refuted: count,
    notDecided: count,
  }),
  answers: z
    .array(answer)
    .openapi({ description: "Of `proofs`, in their order; those not come to yet are left out." }),
};

export const checkList = z
  .object({ checks: z.array(z.object(summary).openapi("CheckSummary")) })
  .openapi("CheckList");

export const checkView = z
  .object({
    ...summary,
    result: z.union([kept, z.null()]),
    resultHash: hash.nullable().openapi({ description: "Of the canonical JSON of `result`." }),
  })
  .openapi("Check");

export const startedCheck = z.object({ id: jobId }).openapi("StartedCheck");

/** Whatever the service answers has the published shape. */
type IsSummary = Mutable<CheckSummary> extends z.input<typeof checkList>["checks"][number] ? true : never;
export const CHECK_SUMMARY_IS_PUBLISHED: IsSummary = true;
type IsCheck = Mutable<CheckView> extends z.input<typeof checkView> ? true : never;
export const CHECK_IS_PUBLISHED: IsCheck = true;
