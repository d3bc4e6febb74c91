import { useQueryClient } from "@tanstack/solid-query";

/** After something was done everything about drafts and policies is asked for again. */
export function useAfter(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ["drafts"] });
    await queries.invalidateQueries({ queryKey: ["policies"] });
  };
}
