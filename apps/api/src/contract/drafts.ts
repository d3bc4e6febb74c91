import type {
  DraftDiff,
  DraftPresence,
  DraftStanding,
  DraftView,
  ExampleResult,
  PublishedVersion,
  ThreadView,
  VersionView,
} from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import type { Mutable } from "./mutable.ts";
import { diagnostic } from "./policies.ts";
import { day, hash, localizedText, policyId } from "./text.ts";

export const DRAFT_STATES = ["draft", "in-review", "approved", "published", "withdrawn"] as const;

const instant = z.string().openapi({ format: "date-time", example: "2026-07-10T01:00:00.000Z" });
const version = z.int().min(1).openapi({ description: "Counts from 1.", example: 2 });
const account = z.string().openapi({ description: "`user:<id>`.", example: "user:01k0c2v9m8" });

const contentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({
    description:
      "SHA-256 of the document's canonical JSON without `version` and `effectiveFrom`: what an approval is of.",
  });

const doer = z
  .object({
    account,
    person: z.string().optional().openapi({ description: "The staff number, for whoever may see names." }),
  })
  .openapi("Doer");

const revision = z.int().min(1).openapi({
  description: "What `If-Match` names; undoing goes back to an earlier one.",
  example: 7,
});

/** A document as it is written: a JSON object that need not be a policy yet. */
const draftDocument = z.record(z.string(), z.unknown()).openapi("DraftDocument", {
  description:
    "A policy document, or what is to become one; it may be wrong in any way. What is wrong is in `diagnostics`.",
});

const summary = {
  id: z.string().openapi({ example: "draft-01k0c2v9m8t3q7x4n5r6s2w1zb" }),
  policy: policyId,
  baseVersion: version.nullable().openapi({
    description: "The version it began as, or took account of since; null for a policy of its own.",
  }),
  state: z.enum(DRAFT_STATES),
  revision,
  createdAt: instant,
  createdBy: account,
  changedAt: instant,
};

export const draftStanding = z
  .object({
    ...summary,
    newestVersion: version
      .nullable()
      .openapi({ description: "The newest version there is, which may have come since." }),
    contentHash,
    undo: z.string().nullable().openapi({ description: "The label of what undoing would take back." }),
    redo: z.string().nullable().openapi({ description: "The label of what redoing would bring back." }),
    changedBy: doer,
    editors: z.array(doer).openapi({
      description: "Everybody who ever edited it, what was undone included: none of them reviews it.",
    }),
    approvals: z
      .object({
        needed: z.int().min(1).max(2),
        given: z.int().min(0),
        twoApproversFromMinor: z.int().min(0).openapi({
          description:
            "By the settings: from this amount on that a simulation moves, two are needed. Minor units.",
        }),
      })
      .openapi({ description: "Of exactly this content." }),
    diagnostics: z.array(diagnostic),
  })
  .openapi("DraftStanding", { description: "How a draft stands, without its document." });

const review = z
  .object({
    verdict: z.enum(["approved", "returned"]),
    contentHash,
    by: doer,
    at: instant,
    reason: z.string().optional(),
  })
  .openapi("DraftReview");

const submission = z
  .object({
    id: z.string(),
    revision,
    contentHash,
    by: doer,
    at: instant,
    movedMinor: z.int().nullable().openapi({
      description: "What a full simulation of it would move, in minor units; null: none was made.",
    }),
    counts: z.boolean().openapi({ description: "Whether it is what may be approved and published now." }),
    reviews: z.array(review),
  })
  .openapi("Submission");

export const draft = draftStanding
  .extend({
    document: draftDocument,
    submissions: z.array(submission).openapi({ description: "Oldest first." }),
  })
  .openapi("Draft");

export const draftList = z
  .object({
    drafts: z.array(
      z
        .object({
          ...summary,
          openThreads: z
            .int()
            .min(0)
            .openapi({ description: "How many threads of comments nobody has settled." }),
        })
        .openapi("DraftSummary"),
    ),
    next: z
      .string()
      .nullable()
      .openapi({ description: "For `before`, to get the drafts after these; null: there are none." }),
  })
  .openapi("DraftList");

export const newDraft = z
  .strictObject({
    policy: policyId,
    from: version.optional().openapi({
      description: "The version to begin as, which restores it; default: the newest, or an empty document.",
    }),
    new: z.boolean().optional().openapi({
      description:
        "`true`: there is no such policy yet. Asked for where the name is near to that of a policy there is.",
    }),
  })
  .openapi("NewDraft");

export const draftEdit = z
  .strictObject({
    label: z.string().min(1).max(200).openapi({ description: "What was done, for undoing it." }),
    document: draftDocument,
    base: version.optional().openapi({
      description:
        "The newest version, once the document takes account of it: the draft is of that one from then on.",
    }),
  })
  .openapi("DraftEdit");

export const draftHistory = z
  .object({
    revision: revision.openapi({ description: "The one that counts." }),
    revisions: z.array(
      z
        .object({
          revision,
          parent: revision.nullable().openapi({ description: "What undoing it goes back to." }),
          label: z.string(),
          by: doer,
          at: instant,
        })
        .openapi("DraftRevision"),
    ),
  })
  .openapi("DraftHistory");

const change = z
  .object({
    kind: z.enum(["added", "removed", "changed", "moved"]),
    subject: z.string().openapi({ example: "parameter" }),
    id: z.string(),
    field: z.string().optional(),
    at: z
      .object({ before: z.string().optional(), after: z.string().optional() })
      .openapi({ description: "JSON pointers into both documents." }),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    reaches: z
      .array(z.string())
      .openapi({ description: "What reads it, and so may decide differently: rules, rows, tables." }),
    text: localizedText,
    said: z
      .object({ what: localizedText, before: localizedText.optional(), after: localizedText.optional() })
      .optional()
      .openapi({ description: "The same in parts, of what changed from one value to another." }),
  })
  .openapi("PolicyChange");

export const draftDiff = z
  .object({
    against: z.object({ version, hash }),
    changes: z.array(change).openapi({ description: "In the order of the document." }),
  })
  .openapi("DraftDiff");

export const draftExamples = z
  .object({
    examples: z.array(
      z
        .object({
          id: z.string(),
          failures: z.array(
            z
              .object({
                at: z.string().openapi({ description: "A JSON pointer into the document." }),
                message: localizedText,
                expected: z.unknown().optional(),
                got: z.unknown().optional(),
              })
              .openapi("ExampleFailure"),
          ),
        })
        .openapi("ExampleResult"),
    ),
  })
  .openapi("DraftExamples");

export const newReview = z
  .strictObject({
    verdict: z.enum(["approved", "returned"]),
    contentHash,
    reason: z.string().min(1).max(2000).optional().openapi({ description: "Required to return a draft." }),
  })
  .openapi("NewReview");

const said = { by: doer, at: instant };

export const draftComments = z
  .object({
    threads: z.array(
      z
        .object({
          id: z.string().openapi({ example: "com-01k0c2v9m8t3q7x4n5r6s2w1zb" }),
          about: z.string().openapi({
            description: "What the change is of: its subject and its id, which outlive edits.",
            example: "parameter/bonusCapRate",
          }),
          comments: z.array(
            z
              .object({
                id: z.string(),
                ...said,
                contentHash,
                text: z.string().optional().openapi({ description: "Absent where it was erased." }),
              })
              .openapi("DraftComment"),
          ),
          resolved: z
            .object(said)
            .nullable()
            .openapi({ description: "Who settled it; null while it is open. An answer opens it again." }),
        })
        .openapi("DraftThread"),
    ),
  })
  .openapi("DraftComments");

export const newComment = z
  .strictObject({
    text: z.string().min(1).max(2000),
    about: z.string().max(300).optional().openapi({
      description: "The change that a thread is begun on.",
      example: "parameter/bonusCapRate",
    }),
    thread: z
      .string()
      .optional()
      .openapi({ description: "In place of `about`: the thread that is answered." }),
  })
  .openapi("NewDraftComment");

export const publication = z
  .strictObject({
    effectiveFrom: day.openapi({
      description:
        "The first day in force: today or later in the policy's time zone, after that of every version that stands.",
      example: "2027-01-01",
    }),
  })
  .openapi("Publication");

export const publishedVersion = z
  .object({
    policy: policyId,
    version,
    hash,
    effectiveFrom: day,
    warnings: z
      .array(z.object({ message: localizedText, help: localizedText }).openapi("PublicationWarning"))
      .openapi({ description: "What may be a slip: a day more than two years away." }),
  })
  .openapi("PublishedVersion");

export const versionWithdrawal = z
  .strictObject({
    reason: z.string().min(1).max(2000).openapi({ description: "Kept with the event, for auditors." }),
  })
  .openapi("VersionWithdrawal");

export const versionState = z
  .object({
    version,
    state: z.enum(["scheduled", "in-force", "superseded", "withdrawn"]).openapi({
      description: "By its days, as of today in the policy's time zone; or withdrawn before its day.",
    }),
    effectiveFrom: day,
    effectiveUntil: day.nullable(),
    hash,
    publishedAt: instant,
    publishedBy: z.string().openapi({ example: "user:01k0c2v9m8" }),
    withdrawnAt: instant.nullable(),
    withdrawnBy: z.string().nullable().openapi({ example: null }),
    draft: z
      .string()
      .nullable()
      .openapi({ description: "The draft it came of; null: it was taken in as a file." }),
  })
  .openapi("PublishedVersionState");

export const versionList = z.object({ versions: z.array(versionState) }).openapi("VersionList");

export const draftVisit = z
  .strictObject({
    window: z.string().min(1).max(64).openapi({
      description: "What the window calls itself; another one has another name.",
      example: "w-7f3a",
    }),
    place: z.string().min(1).max(500).optional().openapi({
      description: "The JSON pointer of what is looked at.",
      example: "/parameters/closeDays",
    }),
    isLeaving: z.boolean().optional().openapi({
      description: "The window was closed, or shows something else by now: nobody is told of it any longer.",
    }),
  })
  .openapi("DraftVisit");

export const draftPresence = z
  .object({
    revision,
    others: z.array(
      z
        .object({
          account,
          person: z
            .string()
            .optional()
            .openapi({ description: "The staff number, for whoever may see names." }),
          name: z.string().optional(),
          place: z.string().nullable(),
          seenAt: instant,
        })
        .openapi("DraftVisitor"),
    ),
  })
  .openapi("DraftPresence");

/** What is sent fits what the document describes. */
type Fits<Sent, Described extends z.ZodType> = Mutable<Sent> extends z.output<Described> ? true : never;
export const DRAFTS_ARE_PUBLISHED: readonly [
  Fits<DraftStanding, typeof draftStanding>,
  Fits<DraftView, typeof draft>,
  Fits<DraftDiff, typeof draftDiff>,
  Fits<{ threads: readonly ThreadView[] }, typeof draftComments>,
  Fits<{ examples: readonly ExampleResult[] }, typeof draftExamples>,
  Fits<{ versions: readonly VersionView[] }, typeof versionList>,
  Fits<PublishedVersion, typeof publishedVersion>,
  Fits<DraftPresence, typeof draftPresence>,
] = [true, true, true, true, true, true, true, true];
