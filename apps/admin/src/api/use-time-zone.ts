import { useQuery } from "@tanstack/solid-query";
import { policiesQuery } from "./queries.ts";
import { useMay } from "./use-may.ts";

/** Where the days of a policy are counted; nothing until that is known, and of one without a version in use. */
export function useTimeZone(): (policy: string) => string | undefined {
  const may = useMay();
  const policies = useQuery(() => ({ ...policiesQuery(), enabled: may("policies:read") }));
  return (policy) =>
    // What is asked for before it is there takes away the page around it.
    policies.isSuccess ? policies.data.find(({ id }) => id === policy)?.timeZone : undefined;
}
