import type { Language, Policy } from "@evenhand/domain";
import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { Change, Draft, ExampleResult, SimulationSummary } from "../../api/answers.ts";
import { draftReadingQuery, readingQuery } from "../../api/queries.ts";
import { send } from "../../api/send.ts";
import type { Comparison, Readings } from "../../changes/comparison.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { documentQuery } from "../policy/policy-queries.ts";

/** What a review looks at; the keys carry the content, so that nothing of an earlier content is shown for a later one. */

export function pathOf(draft: string): string {
  return `/v1/drafts/${encodeURIComponent(draft)}`;
}

/** How often the page looks whether somebody else edited, approved or published the draft. */
const LOOK_AGAIN_MS = 10_000;

export const reviewedDraftQuery = (draft: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "reviewed"],
    queryFn: ({ signal }) => send<Draft>(pathOf(draft), { signal }),
    refetchInterval: () => whileAtWork(LOOK_AGAIN_MS),
  });

type ReviewedDraft = Pick<Draft, "id" | "policy" | "contentHash" | "document" | "revision">;

/** A draft against a version. Number and day of effect are left out, since publishing sets them. */
export const comparisonQuery = (queries: QueryClient, draft: ReviewedDraft, against: number) =>
  queryOptions({
    queryKey: ["drafts", draft.id, "comparison", draft.contentHash, against],
    queryFn: async ({ signal }): Promise<Comparison> => {
      const [{ policy: before }, { changes }] = await Promise.all([
        queries.ensureQueryData(documentQuery({ policy: draft.policy, version: against })),
        send<{ readonly changes: readonly Change[] }>(`${pathOf(draft.id)}/diff?against=${against}`, {
          signal,
        }),
      ]);
      // INVARIANT: the service compares only what has the form of a policy.
      const document = draft.document as unknown as Policy;
      const { version, effectiveFrom } = before;
      return { before, after: { ...document, version, effectiveFrom }, changes };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Both as sentences. */
export const readingsQuery = (
  queries: QueryClient,
  {
    draft,
    against,
    language,
  }: { readonly draft: ReviewedDraft; readonly against: number; readonly language: Language },
) =>
  queryOptions({
    queryKey: ["drafts", draft.id, "readings", draft.contentHash, against, language],
    queryFn: async (): Promise<Readings> => {
      const { id, policy, revision } = draft;
      const [before, after] = await Promise.all([
        queries.ensureQueryData(readingQuery({ policy, version: against, language })),
        queries.ensureQueryData(draftReadingQuery({ draft: id, revision, language })),
      ]);
      return { before, after };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const examplesQuery = (draft: string, contentHash: string) =>
  queryOptions({
    queryKey: ["drafts", draft, "examples", contentHash],
    queryFn: async ({ signal }) =>
      (await send<{ readonly examples: readonly ExampleResult[] }>(`${pathOf(draft)}/examples`, { signal }))
        .examples,
  });

/** The full simulation with which exactly this content was handed in; null where there is none. */
export const evidenceQuery = ({ id, policy, contentHash }: Pick<Draft, "id" | "policy" | "contentHash">) =>
  queryOptions({
    queryKey: ["drafts", id, "evidence", contentHash],
    queryFn: async ({ signal }) => {
      const path = `/v1/simulations?policy=${encodeURIComponent(policy)}`;
      const { simulations } = await send<{ readonly simulations: readonly SimulationSummary[] }>(path, {
        signal,
      });
      const isOfThis = ({ candidate, isEvidence }: SimulationSummary): boolean =>
        isEvidence && "draft" in candidate && candidate.draft === id && candidate.contentHash === contentHash;
      return simulations.find(isOfThis) ?? null;
    },
  });

/** Approves exactly the content that was shown, or returns it. */
export function sendReview(
  { draft, contentHash }: { readonly draft: string; readonly contentHash: string },
  verdict: "approved" | "returned",
  reason: string,
): Promise<unknown> {
  const body = { verdict, contentHash, ...(reason.trim() === "" ? {} : { reason }) };
  return send(`${pathOf(draft)}/reviews`, { method: "POST", body });
}

export function publish(draft: string, effectiveFrom: string): Promise<unknown> {
  return send(`${pathOf(draft)}/publish`, { method: "POST", body: { effectiveFrom } });
}
