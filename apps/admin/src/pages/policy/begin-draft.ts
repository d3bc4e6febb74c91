import { useNavigate } from "@solidjs/router";
import { useMutation, useQueryClient } from "@tanstack/solid-query";
import type { DraftSummary } from "../../api/answers.ts";
import { send } from "../../api/send.ts";

/** Begins a draft as a copy of a version, which for an older one restores it, and goes on to it. */
export function useBeginDraft() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(() => ({
    mutationFn: (version: { readonly policy: string; readonly from: number }) =>
      send<DraftSummary>("/v1/drafts", { method: "POST", body: version }),
    onSuccess: async (draft: DraftSummary) => {
      await queries.invalidateQueries({ queryKey: ["drafts"] });
      navigate(`/policies/${draft.policy}/draft/${draft.id}`);
    },
  }));
}

export type BeginDraft = ReturnType<typeof useBeginDraft>;
