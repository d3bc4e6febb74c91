import { z } from "@hono/zod-openapi";
import { hash } from "./text.ts";

const count = z.int().min(0);

export const jobId = z.string().openapi({ example: "job-01k0c2v9m8t3q7x4n5r6s2w1zb" });

/** How far a run is. */
export const runProgress = {
  id: jobId,
  state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
  done: count,
  skipped: count,
  total: count.openapi({ description: "0 until it is known how much there is to do." }),
  perSecond: z.number().nullable(),
};

export const contentSeen = hash.optional().openapi({
  description: "What was seen of the draft; refused where it says something else by now.",
});

/** A version, or a draft as it stands, as somebody names it. */
export const contentAsked = z.union([
  z.strictObject({ version: z.int().min(1) }),
  z.strictObject({
    draft: z.string(),
    contentHash: contentSeen,
  }),
]);

/** The same as a run keeps it. */
export const versionIdentity = z.object({ version: z.int(), hash });
export const draftIdentity = z.object({ draft: z.string(), revision: z.int(), contentHash: hash });
export const contentIdentity = z.union([versionIdentity, draftIdentity]);
