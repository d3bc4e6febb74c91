import { queryOptions } from "@tanstack/solid-query";
import type { CheckSummary, CheckView } from "../../api/answers.ts";
import { send } from "../../api/send.ts";
import { whileAtWork } from "../../shell/at-work.ts";
import { isUnderWay } from "../../shell/runs.ts";

/** What is checked: a draft as it stands, or a published version. */
export type Subject =
  | { readonly draft: string; readonly contentHash: string }
  | { readonly version: number; readonly hash: string };

export function contentOf(subject: Subject): string {
  return "draft" in subject ? subject.contentHash : subject.hash;
}

/** How often a list is asked for again while a check in it is under way. */
const WHILE_RUNNING_MS = 2_000;

const following = (isRunning: boolean): number | false => isRunning && whileAtWork(WHILE_RUNNING_MS);

/** The checks of a draft in every content it had, or of a version; the newest first. */
export const checksQuery = (policy: string, subject: Subject) =>
  queryOptions({
    queryKey: ["checks", policy, "draft" in subject ? subject.draft : subject.hash],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams(
        "draft" in subject ? { draft: subject.draft } : { policy, contentHash: subject.hash },
      );
      const { checks } = await send<{ readonly checks: readonly CheckSummary[] }>(`/v1/checks?${asked}`, {
        signal,
      });
      return checks;
    },
    refetchInterval: ({ state }) => following(state.data?.some(isUnderWay) === true),
  });

/** Checks of exactly this content, the newest first. */
export const checksOfContentQuery = (policy: string, contentHash: string) =>
  queryOptions({
    queryKey: ["checks", policy, "content", contentHash],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ policy, contentHash });
      return (await send<{ readonly checks: readonly CheckSummary[] }>(`/v1/checks?${asked}`, { signal }))
        .checks;
    },
    refetchInterval: ({ state }) => following(state.data?.some(isUnderWay) === true),
  });

export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ["checks", "one", id],
    queryFn: ({ signal }) => send<CheckView>(`/v1/checks/${encodeURIComponent(id)}`, { signal }),
  });

/** What is asked of a content. */
export type CheckAsk = {
  readonly probes: { readonly boundRate?: number } | null;
  readonly proofs: readonly (
    | { readonly kind: "cap"; readonly boundRate?: number; readonly ofOneCase?: boolean }
    | { readonly kind: "unique" }
    | { readonly kind: "no-more-than"; readonly version: number }
  )[];
  readonly seconds: number;
};

export function startCheck(
  policy: string,
  subject: Subject,
  ask: CheckAsk,
): Promise<{ readonly id: string }> {
  const named = "draft" in subject ? subject : { version: subject.version };
  return send("/v1/checks", { method: "POST", body: { policy, subject: named, ...ask } });
}
