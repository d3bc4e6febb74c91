import { useQuery } from "@tanstack/solid-query";
import { useWords } from "../words/words.tsx";
import { policiesQuery } from "./queries.ts";
import { useMay } from "./use-may.ts";

/** What a policy is called in the language that is shown; its id until that is known. */
export function usePolicyTitle(): (policy: string) => string {
  const { local } = useWords();
  const may = useMay();
  const policies = useQuery(() => ({ ...policiesQuery(), enabled: may("policies:read") }));
  return (policy) => {
    // What is asked for before it is there takes away the page around it.
    const found = policies.isSuccess ? policies.data.find(({ id }) => id === policy) : undefined;
    return found ? local(found.title) : policy;
  };
}
