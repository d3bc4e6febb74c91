import type { Language } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import type { Draft, DraftSummary, Me, PolicyReading, PolicySummary, VersionStanding } from "./answers.ts";
import { send } from "./send.ts";
import { sessionHolds } from "./session.ts";

/** What is asked of the service, each with the key under which its answer is kept. */

export const meQuery = () =>
  queryOptions({
    queryKey: ["me"],
    queryFn: async ({ signal }) => {
      const me = await send<Me>("/v1/me", { signal });
      sessionHolds(me);
      return me;
    },
    retry: false,
  });

export const policiesQuery = () =>
  queryOptions({
    queryKey: ["policies"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly policies: readonly PolicySummary[] }>("/v1/policies", { signal })).policies,
  });

export const versionsQuery = (policy: string) =>
  queryOptions({
    queryKey: ["policies", policy, "versions"],
    queryFn: async ({ signal }) => {
      const path = `/v1/policies/${encodeURIComponent(policy)}/versions`;
      return (await send<{ readonly versions: readonly VersionStanding[] }>(path, { signal })).versions;
    },
  });

export const readingQuery = (asked: {
  readonly policy: string;
  readonly version: number;
  readonly language: Language;
}) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "reading", asked.version, asked.language],
    queryFn: ({ signal }) =>
      send<PolicyReading>(
        `/v1/policies/${encodeURIComponent(asked.policy)}/versions/${asked.version}/reading?lang=${asked.language}`,
        { signal },
      ),
  });

export const draftsQuery = () =>
  queryOptions({
    queryKey: ["drafts"],
    queryFn: async ({ signal }) =>
      (await send<{ readonly drafts: readonly DraftSummary[] }>("/v1/drafts", { signal })).drafts,
  });

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", id],
    queryFn: ({ signal }) => send<Draft>(`/v1/drafts/${encodeURIComponent(id)}`, { signal }),
    // The page edits what it was given; it asks again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const draftReadingQuery = (asked: {
  readonly draft: string;
  readonly revision: number;
  readonly language: Language;
}) =>
  queryOptions({
    queryKey: ["drafts", asked.draft, "reading", asked.revision, asked.language],
    queryFn: ({ signal }) =>
      send<PolicyReading>(`/v1/drafts/${encodeURIComponent(asked.draft)}/reading?lang=${asked.language}`, {
        signal,
      }),
  });
