import type { Actor } from "@evenhand/domain";
import type { ProblemCode } from "@evenhand/service";
import { z } from "@hono/zod-openapi";
import { draft } from "../contract/drafts.ts";
import { problemResponses } from "../contract/problem.ts";
import type { ApiContext } from "../http/env.ts";
import { ETAG } from "../http/if-match.ts";
import { pathParameter } from "../http/route.ts";

export const DRAFT_TAGS = ["drafts"];
export const DRAFT_ID = z.object({ id: z.string().openapi({ description: "The id of a draft." }) });

/** Who asks, and of which draft. */
export function askOf(c: ApiContext): { readonly actor: Actor; readonly id: string } {
  return { actor: c.get("actor"), id: pathParameter(c, "id") };
}

/** An answer about a draft with the revision that it shows, for `If-Match`. */
export function tagged(response: Response, { revision }: { readonly revision: number }): Response {
  response.headers.set("ETag", `"${revision}"`);
  return response;
}

/** The answers of a route that gives a draft as it is now. */
export function draftResponses(...codes: readonly ProblemCode[]) {
  return {
    200: {
      description: "The draft as it is now.",
      headers: ETAG,
      content: { "application/json": { schema: draft } },
    },
    ...problemResponses("not-found", "invalid-parameter", ...codes),
  };
}
