import type { RecentCases } from "@evenhand/service";
import { queryOptions } from "@tanstack/solid-query";
import { send } from "../api/send.ts";

/** The document of a published version, as JSON text. It never changes. */
export const versionTextQuery = (asked: { readonly policy: string; readonly version: number }) =>
  queryOptions({
    queryKey: ["policies", asked.policy, "text", asked.version],
    queryFn: ({ signal }) => versionText(asked, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export async function versionText(
  asked: { readonly policy: string; readonly version: number },
  signal: AbortSignal,
): Promise<string> {
  const path = `/v1/policies/${encodeURIComponent(asked.policy)}/versions/${asked.version}/document`;
  return JSON.stringify(await send<unknown>(path, { signal }));
}

/** The last cases of a policy, with everybody masked. One sample serves as long as the page is open, so that figures compare. */
export const recentCasesQuery = (policy: string) =>
  queryOptions({
    queryKey: ["policies", policy, "recent-cases"],
    queryFn: ({ signal }) =>
      send<RecentCases>(`/v1/policies/${encodeURIComponent(policy)}/recent-cases`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** One case of a policy by its id, masked like the last ones; nothing where the policy has no such case. */
export async function maskedCase(asked: {
  readonly policy: string;
  readonly id: string;
}): Promise<RecentCases["cases"][number] | undefined> {
  const path = `/v1/policies/${encodeURIComponent(asked.policy)}/recent-cases`;
  const { cases } = await send<RecentCases>(`${path}?case=${encodeURIComponent(asked.id)}`);
  return cases[0];
}
