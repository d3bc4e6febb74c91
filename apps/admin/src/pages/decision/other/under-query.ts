import { queryOptions } from "@tanstack/solid-query";
import type { Draft } from "../../../api/answers.ts";
import { send } from "../../../api/send.ts";
import { versionText } from "../../../live/queries.ts";

/** Rules of a policy that a case may be decided by: a version by its number, or a draft by its id. */
export type OtherRules =
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "draft"; readonly id: string };

/** Their JSON text; that of a draft as it stands now, since others go on editing it. */
export const rulesTextQuery = (policy: string, rules: OtherRules) =>
  queryOptions({
    queryKey: ["policies", policy, "rules-text", rules],
    queryFn: async ({ signal }): Promise<string> =>
      rules.kind === "version"
        ? versionText({ policy, version: rules.version }, signal)
        : JSON.stringify((await readDraft(rules.id, signal)).document),
  });

export function readDraft(id: string, signal?: AbortSignal): Promise<Draft> {
  return send<Draft>(`/v1/drafts/${encodeURIComponent(id)}`, signal ? { signal } : {});
}
