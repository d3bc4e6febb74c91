import { queryOptions } from "@tanstack/solid-query";
import type { Change, Draft, ExampleResult } from "../../api/answers.ts";
import { send } from "../../api/send.ts";

/** What a review looks at; the keys carry the content, so that nothing of an earlier content is shown for a later one. */

function pathOf(draft: string): string {
  return `/v1/drafts/${encodeURIComponent(draft)}`;
}

export const reviewedDraftQuery = (draft: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "reviewed"],
    queryFn: ({ signal }) => send<Draft>(pathOf(draft), { signal }),
  });

export const changesQuery = (draft: string, contentHash: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "diff", contentHash],
    queryFn: ({ signal }) =>
      send<{ readonly against: { readonly version: number }; readonly changes: readonly Change[] }>(
        `${pathOf(draft)}/diff`,
        { signal },
      ),
  });

export const examplesQuery = (draft: string, contentHash: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "examples", contentHash],
    queryFn: async ({ signal }) =>
      (await send<{ readonly examples: readonly ExampleResult[] }>(`${pathOf(draft)}/examples`, { signal }))
        .examples,
  });

/** Approves exactly the content that was shown, or returns it. */
export function sendReview(
  draft: Pick<Draft, "id" | "contentHash">,
  verdict: "approved" | "returned",
  reason: string,
): Promise<unknown> {
  const body = { verdict, contentHash: draft.contentHash, ...(reason.trim() === "" ? {} : { reason }) };
  return send(`${pathOf(draft.id)}/reviews`, { method: "POST", body });
}

export function publish(draft: string, effectiveFrom: string): Promise<unknown> {
  return send(`${pathOf(draft)}/publish`, { method: "POST", body: { effectiveFrom } });
}
