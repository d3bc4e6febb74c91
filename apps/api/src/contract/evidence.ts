import { REPLAY_CAUSES, VERDICTS } from "@evenhand/domain";
import type { LogBundle, Receipt, SavedCheckpoint } from "@evenhand/evidence";
import type { Erased, ReplayView } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { hash } from "./text.ts";

const note = z.string().openapi({ description: "A signed note (C2SP tlog-checkpoint)." });
const vkey = z.string().openapi({ description: "The verifier key of the log: `name+id+base64`." });
const instant = z.string().openapi({ format: "date-time" });
const id = z.string().max(100);

export const receipt = z
  .object({
    format: z.literal(1),
    auditEvent: z.string().openapi({ description: "The body of the audit event: canonical JSON." }),
    position: z.int().min(0).openapi({ description: "The leaf's place in the log." }),
    proof: z.array(hash).openapi({ description: "The inclusion proof (RFC 9162, 2.1.3)." }),
    checkpoint: note,
    vkey,
    openings: z
      .array(z.object({ token: z.string(), salt: hash, value: z.string() }).openapi("Opening"))
      .openapi({ description: "What opens the names and texts in it that may be seen." }),
  })
  .openapi("Receipt", {
    description:
      "Shows without asking anybody that the event stands in the log. To be kept as the bytes that were sent: canonical JSON.",
  });

export const savedCheckpoint = z
  .object({ format: z.literal(1), checkpoint: note, vkey })
  .openapi("SavedCheckpoint", { description: "To be kept elsewhere, and held against the log later on." });

export const logBundle = z
  .object({
    format: z.literal(1),
    checkpoint: note,
    vkey,
    proof: z.array(hash).openapi({ description: "The consistency proof (RFC 9162, 2.1.4)." }),
    leaves: z
      .object({ peaks: z.array(hash), bodies: z.array(z.string()) })
      .optional()
      .openapi({ description: "What came in between, where it was asked for." }),
  })
  .openapi("LogBundle");

export const logKey = z.object({ vkey }).openapi("LogKey");

const counts = z.object({ identical: z.int(), different: z.int(), cannot: z.int() }).openapi("ReplayCounts");

const moved = z
  .object({
    cause: z.enum(REPLAY_CAUSES),
    at: z
      .string()
      .optional()
      .openapi({ description: "A JSON pointer into the record, or into the document that moved." }),
    recorded: z.unknown(),
    now: z.unknown(),
  })
  .openapi("MovedCause");

const missing = z
  .object({
    kind: z.enum(["version", "calendar", "guard", "record"]),
    id: z.string(),
    version: z.int().optional(),
    hash: hash.optional(),
  })
  .openapi("MissingDocument");

export const replayedDecision = z
  .object({
    decision: id,
    reference: z.string(),
    policy: z.object({ id: z.string(), version: z.int() }),
    recordedAt: instant,
    verdict: z.enum(VERDICTS),
    causes: z.array(moved).openapi({ description: "Of `different`: what moved." }),
    missing: z.array(missing).openapi({ description: "Of `cannot`: what is needed and not there." }),
    differences: z
      .array(z.object({ at: z.string(), recorded: z.unknown(), now: z.unknown() }))
      .openapi({ description: "Where what comes out now differs." }),
  })
  .openapi("ReplayedDecision");

export const replayRequest = z
  .strictObject({
    decisions: z.array(id).max(200).optional().openapi({ description: "Ids of decisions." }),
    from: z.string().optional().openapi({ format: "date", description: "First day of recording." }),
    until: z.string().optional().openapi({ format: "date", description: "The day after the last one." }),
    timeZone: z.string().optional().openapi({
      description: "Where those days are counted; `UTC` where nothing is said.",
      example: "Asia/Shanghai",
    }),
    policy: z.string().optional(),
    evaluator: z
      .enum(["both", "compiled"])
      .optional()
      .openapi({ description: "Default `both`, which must agree; `compiled` alone is faster." }),
  })
  .openapi("ReplayRequest", { description: "What is left out is not asked for; of nothing, all decisions." });

export const replayView = z
  .object({
    id,
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    done: z.int().openapi({ description: "Decisions that were replayed." }),
    total: z.int().openapi({ description: "Decisions in all, as counted." }),
    counts,
    createdAt: instant,
    verdicts: z.array(replayedDecision).openapi({
      description:
        "A page: of decisions that were named all, else those that are not identical, up to 1,000 and each with at most " +
        "five differences.",
    }),
    next: z.string().nullable().openapi({ description: "The `cursor` of the page after this one." }),
  })
  .openapi("Replay");

export const startedReplay = z.object({ id }).openapi("StartedReplay");

export const erasure = z
  .strictObject({
    reason: z.string().max(500).openapi({ description: "Why; it is kept, and must not name the person." }),
  })
  .openapi("Erasure");

export const erased = z
  .object({
    person: z.string().openapi({ description: "The pseudonym under which everything about them stays." }),
    texts: z.int().openapi({ description: "How many texts went with them." }),
    accounts: z.int().openapi({ description: "How many accounts were shut." }),
    overwritten: z.boolean().openapi({
      description:
        "Whether what went was overwritten on the disk as well. Backups made before still hold it.",
    }),
  })
  .openapi("Erased");

export const unmasking = z
  .strictObject({ reason: z.string().max(500).openapi({ description: "Why; it is kept with who looked." }) })
  .openapi("Unmasking");

/** Whatever the service answers has the published shape. */
type IsReceipt = Mutable<Receipt> extends z.input<typeof receipt> ? true : never;
export const RECEIPT_IS_PUBLISHED: IsReceipt = true;
type IsCheckpoint = Mutable<SavedCheckpoint> extends z.input<typeof savedCheckpoint> ? true : never;
export const CHECKPOINT_IS_PUBLISHED: IsCheckpoint = true;
type IsBundle = Mutable<LogBundle> extends z.input<typeof logBundle> ? true : never;
export const BUNDLE_IS_PUBLISHED: IsBundle = true;
export const replayList = z
  .object({ replays: z.array(replayView.omit({ verdicts: true, next: true }).openapi("ReplaySummary")) })
  .openapi("ReplayList");
type IsReplay = Mutable<ReplayView> extends z.input<typeof replayView> ? true : never;
export const REPLAY_IS_PUBLISHED: IsReplay = true;
type IsErased = Mutable<Erased> extends z.input<typeof erased> ? true : never;
export const ERASED_IS_PUBLISHED: IsErased = true;
