import type { Policy } from "@evenhand/domain";
import { queryOptions } from "@tanstack/solid-query";
import type { DraftSummary } from "../../api/answers.ts";
import { send } from "../../api/send.ts";

/** A version as the service keeps it: it never changes. */
export type VersionDocument = { readonly policy: Policy; readonly hash: string };

export const documentQuery = (asked: { readonly policy: string; readonly version: number }) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "document", asked.version],
    queryFn: ({ signal }) =>
      send<VersionDocument>(`/v1/policies/${encodeURIComponent(asked.policy)}/versions/${asked.version}`, {
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const OPEN = ["draft", "in-review", "approved"] as const;

/** The drafts of a policy that may still become a version, the newest of each state first. */
export const openDraftsQuery = (policy: string) =>
  queryOptions({
    queryKey: ["drafts", "of-policy", policy],
    queryFn: async ({ signal }) => {
      const path = `/v1/drafts?policy=${encodeURIComponent(policy)}`;
      const found = await Promise.all(
        OPEN.map((state) =>
          send<{ readonly drafts: readonly DraftSummary[] }>(`${path}&state=${state}`, { signal }),
        ),
      );
      return found.flatMap(({ drafts }) => drafts);
    },
  });
