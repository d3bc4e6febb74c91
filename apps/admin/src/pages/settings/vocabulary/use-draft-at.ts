import { useNavigate } from "@solidjs/router";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import type { DraftSummary } from "../../../api/answers.ts";
import { send } from "../../../api/send.ts";
import { openDraftsQuery } from "../../policy/policy-queries.ts";
import type { FactUse } from "./vocabulary-entries.ts";

/** Goes to a fact in the draft of its policy that is being written; where there is none, one is begun. */
export function useDraftAt() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(() => ({
    mutationFn: async ({ policy, version, pointer }: FactUse) => {
      const open = await queries.fetchQuery({ ...openDraftsQuery(policy), staleTime: 0 });
      const draft =
        open.find(({ state }) => state === "draft") ??
        (await send<DraftSummary>("/v1/drafts", { method: "POST", body: { policy, from: version } }));
      await queries.invalidateQueries({ queryKey: ["drafts"] });
      navigate(`/policies/${policy}/draft/${draft.id}?at=${encodeURIComponent(pointer)}`);
    },
  }));
}

export type DraftAt = ReturnType<typeof useDraftAt>;
