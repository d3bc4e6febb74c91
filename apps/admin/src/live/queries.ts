import type { RecentCases } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../api/send.ts";

/** The document of a published version, as JSON text. It never changes. */
export const versionTextQuery = (asked: { readonly policy: string; readonly version: number }) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "text", asked.version],
    queryFn: async ({ signal }) => {
      const path = `/v1/policies/${encodeURIComponent(asked.policy)}/versions/${asked.version}/document`;
      return JSON.stringify(await send<unknown>(path, { signal }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The last cases of a policy, with everybody masked. One sample serves as long as the page is open, so that figures compare. */
export const recentCasesQuery = (policy: string) =>
  queryOptions({
    queryKey: ["policies", policy, "recent-cases"],
    queryFn: ({ signal }) =>
      send<RecentCases>(`/v1/policies/${encodeURIComponent(policy)}/recent-cases`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
